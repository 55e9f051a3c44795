import type { Said } from '../core/commands/candidate-state.ts';
import { readCommands } from '../core/commands/read-commands.ts';
import { hasLabel, labelName } from '../core/labels.ts';
import type { Policy } from '../core/policy.ts';
import type { Change } from './change.ts';
import type { Files } from './ports/files.ts';
import type { IssueLists } from './ports/issue-lists.ts';
import type { Issue, Issues } from './ports/issues.ts';
import type { People } from './ports/people.ts';
import { judgeThread } from './read-judged.ts';

export interface FirstMovePlan {
  /** Whether this candidate is the first move now. */
  readonly picked: Said | null;
  /** The candidate that was picked after this one. */
  readonly replacedBy: number | null;
  /** Open candidates that are the first move no longer; the label leaves them. */
  readonly former: readonly number[];
}

interface Pick {
  readonly issue: Issue;
  /** The last `/first-move` that was accepted there. */
  readonly said: Said | null;
  readonly policy: Policy;
}

const notPicked: FirstMovePlan = { picked: null, replacedBy: null, former: [] };

/**
 * Whether a candidate is the first move: the last accepted `/first-move` of the repository decides, so that one is
 * open at a time (docs/commands.md). Nothing further is asked about a candidate that nobody picked.
 */
export async function planFirstMove(
  world: Files & Issues & IssueLists & People,
  { issue, said, policy }: Pick,
): Promise<FirstMovePlan> {
  if (said === null) return notPicked;
  const labels = [labelName('first move', policy.labels)];
  const others = (await world.listIssues({ state: 'all', labels })).filter(
    ({ number }) => number !== issue.number,
  );
  const former: number[] = [];
  for (const other of others) {
    const theirs = await readPick(world, other, policy);
    if (theirs !== null && isLater(theirs, said)) return { ...notPicked, replacedBy: other.number };
    if (other.state === 'open') former.push(other.number);
  }
  return { picked: said, replacedBy: null, former };
}

/** The label leaves whatever was picked before. */
export function planFormer({ former }: FirstMovePlan, policy: Policy): readonly Change[] {
  const name = labelName('first move', policy.labels);
  return former.map((number) => ({ kind: 'remove-label', number, name }));
}

async function readPick(world: Files & Issues & People, issue: Issue, policy: Policy): Promise<Said | null> {
  if (issue.commentCount === 0 || !hasLabel(issue.labels, 'candidate', policy.labels)) return null;
  const comments = await world.readComments(issue.number);
  const isNamed = comments.some(({ body }) =>
    readCommands(body).value.some(({ name }) => name === 'first-move'),
  );
  if (!isNamed) return null;
  return (await judgeThread(world, { issue, comments }, policy)).state.firstMove;
}

function isLater(one: Said, other: Said): boolean {
  const [first, second] = [Date.parse(one.at), Date.parse(other.at)];
  return first === second ? one.commentId > other.commentId : first > second;
}
