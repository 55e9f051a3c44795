import { editPrimary } from '../config/edit-config.ts';
import { readConfig } from '../config/read-config.ts';
import { undeclared } from '../config/render-config.ts';
import { dayOf } from '../core/calendar.ts';
import { type Constraint, constraintGuide } from '../core/constraint.ts';
import type { Policy, Primary } from '../core/policy.ts';
import { defaultPolicy } from '../core/policy.ts';
import type { Problem } from '../core/problem.ts';
import { configPath } from '../core/settings-files.ts';
import { CannotRun } from './cannot-run.ts';
import { readTextFileIfThere } from './read-input.ts';
import { type ExitCode, printBlocks, printJson, type Terminal } from './terminal.ts';
import { writeOutput } from './write-output.ts';

export interface ChooseOptions {
  readonly constraint: Constraint;
  readonly metric: string;
  readonly unit?: string | undefined;
  readonly baseline: string;
  readonly target: string;
  readonly minimum: string;
  readonly because?: string | undefined;
  readonly owner?: string | undefined;
  /** Day 1, `YYYY-MM-DD`. */
  readonly since?: string | undefined;
  readonly json?: boolean | undefined;
}

/**
 * Writes the chosen constraint into the config of the working directory; comments, order and every other setting
 * stay, but for the invitation of a new config to declare one. What is not given stays too while the constraint does; another one starts today. Nothing is written unless
 * the whole config is valid afterwards. Throws CannotRun: ARGUMENT_INVALID, YAML_… and CONFIG_….
 */
export async function choose(terminal: Terminal, options: ChooseOptions): Promise<ExitCode> {
  const before = await readTextFileIfThere(terminal, configPath);
  const standing = readConfig(before ?? '', null);
  const policy = standing.ok ? standing.value : defaultPolicy;
  const primary = primaryFrom(options, policy, terminal.now().toISOString());
  const invited = `${undeclared.join('\n')}\n`;
  const edited = editPrimary((before ?? '').replace(invited, ''), primary, configPath);
  if (!edited.ok) throw new CannotRun(...edited.problems);
  const checked = readConfig(edited.value, null);
  if (!checked.ok) throw new CannotRun(...checked.problems);
  await writeOutput(terminal, configPath, edited.value);
  if (options.json) printJson(terminal, { file: configPath, primary });
  else printBlocks(terminal, inWords(primary, before !== null));
  return 0;
}

function primaryFrom(options: ChooseOptions, { primary, summary }: Policy, now: string): Primary {
  const { constraint, metric: name, unit, because, owner, since } = options;
  const numbers = { baseline: options.baseline, target: options.target, minimum: options.minimum };
  const kept = primary?.constraint === constraint ? primary : null;
  return {
    constraint,
    since: since ?? kept?.since ?? dayOf(now, summary.timeZone),
    because: because ?? kept?.because ?? null,
    owner: owner ?? primary?.owner ?? null,
    metric: { name, unit: unit ?? kept?.metric?.unit ?? '', ...readNumbers(numbers) },
  };
}

function readNumbers(given: Readonly<Record<'baseline' | 'target' | 'minimum', string>>) {
  const isNumber = (text: string) => text.trim() !== '' && Number.isFinite(Number(text));
  const wrong = Object.entries(given).filter(([, text]) => !isNumber(text));
  if (wrong.length > 0) throw new CannotRun(...wrong.map(([option, text]) => notANumber(option, text)));
  return {
    baseline: Number(given.baseline),
    target: Number(given.target),
    minimum: Number(given.minimum),
  };
}

function inWords({ constraint, since, metric }: Primary, isEdited: boolean): readonly string[] {
  const { name, improveFirst } = constraintGuide[constraint];
  return [
    `${name} is the constraint, day 1 is ${since}. ${metric?.name}: ${metric?.baseline} to ${metric?.target}; ${metric?.minimum} justifies going on.`,
    `${isEdited ? 'Edited' : 'Wrote'} ${configPath}. Commit it to the default branch to begin.`,
    `Improve first: ${improveFirst.join(', ')}.`,
  ];
}

function notANumber(option: string, found: string): Problem {
  return {
    code: 'ARGUMENT_INVALID',
    message: `--${option} is not a number.`,
    found,
    expected: 'a plain number such as 38 or 4.5',
    fix: `Give --${option} as a number, without its unit; the unit has --unit.`,
  };
}
