import { dayOf, daysBetween } from '../core/calendar.ts';
import type { Constraint } from '../core/constraint.ts';
import { hasLabel, labelName } from '../core/labels.ts';
import type { MoveTold } from '../core/plan/review.ts';
import type { Policy } from '../core/policy.ts';
import type { Files } from './ports/files.ts';
import type { Threads } from './ports/issue-lists.ts';
import type { Thread } from './ports/issues.ts';
import type { People } from './ports/people.ts';
import { judgeThread } from './read-judged.ts';

export type FirstMovesWorld = Files & People & Threads;

/** As many first moves as three years of plans have. */
const movesRead = 32;

export interface FirstMoveRead extends MoveTold {
  /** `owner/repo`. */
  readonly repository: string;
  readonly constraint: Constraint | null;
  readonly closedAt: string | null;
}

/**
 * Every candidate that carries the label of a first move, open or closed, with what its comments tell of it. One that
 * was dropped moved nothing, unless somebody tells what it did, and another has to be picked.
 */
export async function readFirstMoves(
  world: FirstMovesWorld,
  policy: Policy,
): Promise<readonly FirstMoveRead[]> {
  const moves: FirstMoveRead[] = [];
  for (const thread of await world.listThreads(labelName('first move', policy.labels), movesRead)) {
    if (!hasLabel(thread.issue.labels, 'candidate', policy.labels)) continue;
    const move = await readMove(world, thread, policy);
    if (!thread.issue.isDropped || move.outcome !== null) moves.push(move);
  }
  return moves.toSorted((one, other) => one.number - other.number);
}

/** Those picked to work a constraint since a day: still open, or closed since then. */
export function movesSince(
  moves: readonly FirstMoveRead[],
  constraint: Constraint,
  since: string | null,
): readonly FirstMoveRead[] {
  return moves.filter((move) => {
    if (move.constraint !== constraint) return false;
    return move.closedDay === null || since === null || move.closedDay >= since;
  });
}

/** An outcome that nobody told is asked for so long, whatever is declared by then. */
const askedForDays = 60;

/** The other ones that were closed lately: their outcome is worth as much once something else is declared. */
export function formerMoves(
  moves: readonly FirstMoveRead[],
  current: readonly FirstMoveRead[],
  today: string,
): readonly FirstMoveRead[] {
  return moves.filter((move) => {
    if (current.includes(move) || move.closedDay === null) return false;
    return daysBetween(move.closedDay, today) <= askedForDays;
  });
}

async function readMove(world: FirstMovesWorld, thread: Thread, policy: Policy): Promise<FirstMoveRead> {
  const { state, scored } = await judgeThread(world, thread, policy);
  const { repository, number, title, closedAt } = thread.issue;
  return {
    repository,
    number,
    title,
    closedAt,
    closedDay: closedAt === null ? null : dayOf(closedAt, policy.summary.timeZone),
    constraint: scored.constraint,
    predictedImpact: scored.counted.impact,
    metric: state.answers.metric,
    outcome: state.outcome?.outcome ?? null,
    because: state.outcome?.because ?? null,
  };
}
