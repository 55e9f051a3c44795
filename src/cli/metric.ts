import { dayOf } from '../core/calendar.ts';
import { checkPermission } from '../core/commands/check-command.ts';
import { readCommands } from '../core/commands/read-commands.ts';
import { labelName } from '../core/labels.ts';
import type { Policy } from '../core/policy.ts';
import type { Problem } from '../core/problem.ts';
import { isSameRepository } from '../core/repository.ts';
import type { ConnectedRepository } from '../github/repository.ts';
import { readSummaryMarker } from '../render/summary/marker.ts';
import { apply } from '../tasks/apply.ts';
import { applySummary } from '../tasks/apply-summary.ts';
import { planSummary } from '../tasks/post-summary.ts';
import { readPermissions } from '../tasks/read-permissions.ts';
import { readRules } from '../tasks/read-rules.ts';
import { CannotRun } from './cannot-run.ts';
import { connect, inPlaceOf } from './connect.ts';
import { readRepositoryName } from './read-reference.ts';
import type { ExitCode, Terminal } from './terminal.ts';

export interface MetricOptions {
  /** `owner/repo`. */
  readonly repository: string;
  readonly value: string;
  /** `YYYY-MM-DD`; today without it. */
  readonly date?: string | undefined;
}

/**
 * Records a reading of the metric: a comment `/metric …` under the newest summary, which is the record
 * (docs/commands.md). Where the Action holds the duty, this week's summary is written anew as well. Throws CannotRun:
 * ARGUMENT_INVALID, SUMMARY_ABSENT, COMMAND_NOT_ALLOWED.
 */
export async function metric(terminal: Terminal, options: MetricOptions): Promise<ExitCode> {
  const repository = readRepositoryName(options.repository);
  const now = terminal.now().toISOString();
  const world = connect(terminal, repository);
  const { policy } = await readRules(world, repository);
  const command = readReading(options, dayOf(now, policy.summary.timeZone));
  const threads = await world.listThreads(labelName('chokepoint: summary', policy.labels), threadsLookedAt);
  const newest = threads.find(({ issue }) =>
    isSameRepository(readSummaryMarker(issue.body)?.repository ?? '', repository),
  );
  if (newest === undefined) throw new CannotRun(noSummary(repository));
  const { number } = newest.issue;
  await requireMetricCommand(world, policy);
  // The command is the whole comment; nothing else of ours is looked for by it.
  const comment = { kind: 'post-comment', number, marker: command, body: command } as const;
  const [written] = await apply([comment], world, policy);
  terminal.stderr.write(`Recorded: ${written?.url ?? `${repository}#${number}`}\n`);
  if (policy.duties.summary === 'action') {
    const settings = { repository, now, side: 'action', trigger: 'comment', inPlaceOf } as const;
    await applySummary(world, await planSummary(world, settings), settings);
  }
  return 0;
}

const threadsLookedAt = 4;

/** A comment that will be refused is no record. */
async function requireMetricCommand(world: ConnectedRepository, { scoring }: Policy): Promise<void> {
  const { login } = await world.account();
  const permissions = await readPermissions(world, [login]);
  const refused = checkPermission('metric', login, { permissions, whoMayScore: scoring.whoMayScore });
  if (refused !== null) throw new CannotRun(refused);
}

/** The command as it will stand in the comment, read as every command is. */
function readReading({ value, date }: MetricOptions, today: string): string {
  const command = `/metric ${value} ${date ?? today}`;
  const { value: commands, problems } = readCommands(command);
  const [problem] = problems;
  if (problem !== undefined) {
    const found = `${value} ${date ?? ''}`.trim();
    const fix = 'Give a number such as 41.5, and with --date a day such as 2026-11-20.';
    throw new CannotRun({ ...problem, code: 'ARGUMENT_INVALID', found, fix });
  }
  const isAhead = commands.some((one) => one.name === 'metric' && one.date !== null && one.date > today);
  if (isAhead) throw new CannotRun(liesAhead(date ?? '', today));
  return command;
}

function liesAhead(found: string, today: string): Problem {
  return {
    code: 'ARGUMENT_INVALID',
    message: 'The day of the reading lies ahead.',
    found,
    expected: `a day up to ${today}`,
    fix: 'Give the day on which it was measured, or leave --date out for today.',
  };
}

function noSummary(repository: string): Problem {
  return {
    code: 'SUMMARY_ABSENT',
    message: 'There is no summary yet that the reading could be recorded under.',
    found: `no summary in ${repository}`,
    expected: 'the issue of a weekly summary',
    fix: `Post one first: chokepoint summary ${repository}`,
  };
}
