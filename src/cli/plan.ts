import { readConfig } from '../config/read-config.ts';
import { addDays, dayOf } from '../core/calendar.ts';
import { constraintGuide } from '../core/constraint.ts';
import { type Gate, gatesOf } from '../core/plan/gates.ts';
import { planDayOf, planDays, reviewDay } from '../core/plan/phase.ts';
import { defaultPolicy, type Policy } from '../core/policy.ts';
import type { Problem } from '../core/problem.ts';
import { configPath } from '../core/settings-files.ts';
import { gateInWords } from '../render/gates-in-words.ts';
import { planSummary } from '../tasks/post-summary.ts';
import { connect, inPlaceOf } from './connect.ts';
import { printProblems } from './print-problems.ts';
import { readTextFileIfThere } from './read-input.ts';
import { readRepositoryName } from './read-reference.ts';
import type { PlanJson } from './shapes/plan.ts';
import { type ExitCode, printBlocks, printJson, type Terminal } from './terminal.ts';

export interface PlanOptions {
  /** `owner/repo`; without it only the config of the working directory is read. */
  readonly repository?: string | undefined;
  readonly json?: boolean | undefined;
}

/**
 * Says which day and phase the plan is in and which gates hold (docs/plan.md). 1 when the config has Problems.
 * What only GitHub knows is left open where no repository is named.
 */
export async function plan(terminal: Terminal, { repository, json }: PlanOptions): Promise<ExitCode> {
  const now = terminal.now().toISOString();
  const known =
    repository === undefined ? await readHere(terminal, now) : await readThere(terminal, repository, now);
  const document = toJson(known, dayOf(now, known.policy.summary.timeZone));
  if (json) printJson(terminal, document);
  else printBlocks(terminal, inWords(document));
  printProblems(terminal, known.problems);
  return known.problems.length > 0 ? 1 : 0;
}

interface Known {
  readonly policy: Policy;
  readonly problems: readonly Problem[];
  readonly gates: readonly (Omit<Gate, 'met'> & { readonly met: boolean | null })[];
}

async function readThere(terminal: Terminal, name: string, now: string): Promise<Known> {
  const repository = readRepositoryName(name);
  const world = connect(terminal, repository);
  const settings = { repository, now, side: 'reader', trigger: 'person', inPlaceOf } as const;
  const { rules, summary } = (await planSummary(world, settings)).report;
  return { policy: rules.policy, problems: rules.problems, gates: summary.gates };
}

/** Gates that the config alone answers. */
const ofConfig: readonly Gate['gate'][] = ['constraint', 'metric'];

async function readHere(terminal: Terminal, now: string): Promise<Known> {
  const config = readConfig((await readTextFileIfThere(terminal, configPath)) ?? '', null);
  const policy = config.ok ? config.value : defaultPolicy;
  const today = dayOf(now, policy.summary.timeZone);
  const facts = { primary: policy.primary, inputsLookedAt: false, firstMoves: [], readings: [], today };
  const gates = gatesOf(facts).map((gate) => (ofConfig.includes(gate.gate) ? gate : { ...gate, met: null }));
  return { policy, problems: config.ok ? [] : config.problems, gates };
}

function toJson({ policy, gates }: Known, today: string): PlanJson {
  const { primary } = policy;
  const since = primary?.since ?? null;
  const standing = since === null ? null : planDayOf(since, today);
  return {
    constraint: primary?.constraint ?? null,
    since,
    day: standing?.day ?? null,
    phase: standing?.phase ?? null,
    phaseEnds: standing?.phaseEnds ?? null,
    decisionOpens: since === null ? null : addDays(since, reviewDay - 1),
    planEnds: standing?.planEnds ?? null,
    gates: [...gates],
  };
}

function inWords(document: PlanJson): readonly string[] {
  return [
    headline(document),
    document.gates
      .map(
        (gate) =>
          `  ${gate.met === null ? '?' : gate.met ? '✓' : '–'}  ${gate.phase.padEnd(9)} ${gateInWords(gate)}`,
      )
      .join('\n'),
  ];
}

function headline({ constraint, since, day, phase, phaseEnds, decisionOpens, planEnds }: PlanJson): string {
  if (constraint === null) return 'No constraint is declared: the plan begins with the day one is.';
  const { name } = constraintGuide[constraint];
  if (since === null || day === null) return `${name}, without a first day: set \`primary.since\`.`;
  if (day < 1) return `${name}: the ${planDays} days start on ${since}.`;
  if (phaseEnds === null) return `${name}, day ${day}, decide: the ${planDays} days ended on ${planEnds}.`;
  return `${name}, day ${day} of ${planDays}, ${phase} until ${phaseEnds}. The decision opens on ${decisionOpens} and is to be answered by ${planEnds}.`;
}
