import { dayOf } from '../calendar.ts';
import type { MetricReading } from '../plan/status.ts';
import type { Problem } from '../problem.ts';
import type { CandidateRecord, CommandComment } from './candidate-record.ts';
import type { CommandOutcome } from './candidate-state.ts';
import { checkPermission, misplaced } from './check-command.ts';
import type { Command } from './command.ts';
import { commandGuide, type Place } from './guide.ts';

/** What people wrote under one summary or decision issue. */
export interface ReadingsRecord extends Pick<CandidateRecord, 'permissions' | 'whoMayScore'> {
  readonly place: Extract<Place, 'summary' | 'decision-issue'>;
  /** In the order they were written. */
  readonly comments: readonly CommandComment[];
  readonly timeZone: string;
}

/** A reading and the instant at which it was written. */
export interface RecordedReading extends MetricReading {
  readonly at: string;
}

export interface ReadingsTold {
  /** In the order they were written. */
  readonly readings: readonly RecordedReading[];
  /** One per command, malformed ones included, comment by comment. */
  readonly outcomes: readonly CommandOutcome[];
  readonly helpAsked: boolean;
}

/**
 * The readings of the metric that maintainers wrote with `/metric` (docs/commands.md). Without a date a reading is of
 * the day on which it was written; a day that still lay ahead then is refused. `COMMAND_NOT_ALLOWED`,
 * `COMMAND_MISPLACED` and `COMMAND_MALFORMED` come back as outcomes. `/decide` is judged where decisions are read.
 */
export function resolveReadings(record: ReadingsRecord): ReadingsTold {
  const readings: RecordedReading[] = [];
  const outcomes: CommandOutcome[] = [];
  for (const comment of record.comments) {
    const said = { by: comment.author, at: comment.at, commentId: comment.id };
    for (const command of comment.reading.value) {
      if (command.name === 'decide' && record.place === 'decision-issue') continue;
      const problem = check(command, comment, record);
      outcomes.push({ ...said, command: command.name, problem });
      if (problem === null && command.name === 'metric') readings.push(toReading(command, comment, record));
    }
    for (const problem of comment.reading.problems) {
      outcomes.push({ ...said, command: problem.command, problem });
    }
  }
  const helpAsked = outcomes.some(({ command }) => command === 'help');
  return { readings, outcomes, helpAsked };
}

/** The logins whose permission GitHub has to be asked for before `resolveReadings`. */
export function whoGaveReadings(comments: readonly CommandComment[]): readonly string[] {
  const askers = comments.filter(({ reading }) => reading.value.some(({ name }) => name !== 'help'));
  return [...new Set(askers.map(({ author }) => author.toLowerCase()))];
}

function check(command: Command, comment: CommandComment, record: ReadingsRecord): Problem | null {
  const { name } = command;
  if (!commandGuide[name].on.includes(record.place)) return misplaced(name);
  const forbidden = checkPermission(name, comment.author, record);
  if (forbidden !== null || command.name !== 'metric') return forbidden;
  const written = dayOf(comment.at, record.timeZone);
  const day = command.date ?? written;
  return day > written ? liesAhead(day, written) : null;
}

function toReading(
  { value, date }: Extract<Command, { name: 'metric' }>,
  { at }: CommandComment,
  { timeZone }: ReadingsRecord,
): RecordedReading {
  return { day: date ?? dayOf(at, timeZone), value, at };
}

function liesAhead(date: string, written: string): Problem {
  return {
    code: 'COMMAND_MALFORMED',
    message: `\`/metric\` could not be used: ${date} lay ahead when it was written.`,
    found: date,
    expected: `a day up to ${written}`,
    fix: `Write \`${commandGuide.metric.usage}\` with the day on which it was measured.`,
  };
}
