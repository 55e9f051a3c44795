import type { Account } from '../core/account.ts';
import type { CommandOutcome } from '../core/commands/candidate-state.ts';
import { type RecordedReading, resolveReadings, whoGaveReadings } from '../core/commands/resolve-readings.ts';
import type { MetricReading } from '../core/plan/status.ts';
import type { Policy } from '../core/policy.ts';
import { readReadingMarker } from '../render/summary/reading.ts';
import type { Comment, Thread } from './ports/issues.ts';
import type { People } from './ports/people.ts';
import { readPermissions } from './read-permissions.ts';
import { isOwnAnswer } from './sticky-comment.ts';
import { toCommandComment } from './to-command-comment.ts';

/** What the comments of one summary or decision issue come to. */
export interface ThreadTold {
  readonly thread: Thread;
  /** Its comments by Chokepoint itself: by their beginning and their author, since anybody can copy a marker. */
  readonly ours: readonly Comment[];
  /** The others. */
  readonly told: readonly Comment[];
  readonly readings: readonly RecordedReading[];
  readonly outcomes: readonly CommandOutcome[];
  readonly helpAsked: boolean;
}

/**
 * Reads the readings of the metric from the comments under summaries (or decision issues) of our own, each time anew:
 * the comments are the record. Comments of `accounts` count by their marker alone and are never commands.
 */
export async function readReadings(
  people: Pick<People, 'permissionOf'>,
  threads: readonly Thread[],
  place: 'summary' | 'decision-issue',
  accounts: readonly Account[],
  policy: Policy,
): Promise<readonly ThreadTold[]> {
  const read = threads.map((thread) => {
    const isOurs = (comment: Comment) => isOwnAnswer(comment, ...accounts);
    const ours = thread.comments.filter(isOurs);
    const told = thread.comments.filter((comment) => !isOurs(comment));
    const given = ours.flatMap(({ body, createdAt: at }) => {
      const reading = readReadingMarker(body);
      return reading === null ? [] : [{ ...reading, at }];
    });
    return { thread, ours, told, given, commands: told.map(toCommandComment) };
  });
  const permissions = await readPermissions(
    people,
    read.flatMap(({ commands }) => whoGaveReadings(commands)),
  );
  const { whoMayScore } = policy.scoring;
  const { timeZone } = policy.summary;
  return read.map(({ thread, ours, told, given, commands }) => {
    const resolved = resolveReadings({ place, comments: commands, permissions, whoMayScore, timeZone });
    return { thread, ours, told, ...resolved, readings: [...given, ...resolved.readings] };
  });
}

/**
 * One reading a day, oldest first; of two of one day the later written counts, wherever it stands. `remembered` are
 * older than any comment that is read.
 */
export function inOrder(
  recorded: readonly RecordedReading[],
  remembered: readonly MetricReading[] = [],
): readonly MetricReading[] {
  const asWritten = recorded.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const byDay = new Map([...remembered, ...asWritten].map(({ day, value }) => [day, value]));
  return Array.from(byDay, ([day, value]) => ({ day, value })).toSorted((one, other) =>
    one.day < other.day ? -1 : 1,
  );
}
