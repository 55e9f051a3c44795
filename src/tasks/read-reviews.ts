import { holdersOf, isOwn } from '../core/account.ts';
import type { CommandComment } from '../core/commands/candidate-record.ts';
import { type DecisionReading, resolveDecision } from '../core/commands/resolve-decision.ts';
import { labelName } from '../core/labels.ts';
import { type DeclarationKey, isAbout } from '../core/plan/declaration.ts';
import type { Policy, Primary } from '../core/policy.ts';
import { isSameRepository } from '../core/repository.ts';
import { readDecisionMarker } from '../render/decision/record.ts';
import type { Threads } from './ports/issue-lists.ts';
import type { People } from './ports/people.ts';
import { readPermissions } from './read-permissions.ts';
import { readReadings, type ThreadTold } from './read-readings.ts';
import { toCommandComment } from './to-command-comment.ts';

/** A decision issue of our own: what it is about, and what people wrote under it. */
export interface ReviewThread extends ThreadTold, DecisionReading {
  readonly declaration: DeclarationKey;
  /** Of every command under it, `/decide` included. */
  readonly outcomes: ThreadTold['outcomes'];
}

export interface Reviews {
  /** Newest declaration first. */
  readonly threads: readonly ReviewThread[];
}

/** Three years of decisions. */
const reviewsRead = 16;

/**
 * The decision issues of a repository, `owner/repo`. Anybody can copy a marker: only issues of the writer's own
 * account count, or of those it acts in the place of.
 */
export async function readReviews(
  world: Threads & Pick<People, 'account' | 'permissionOf'>,
  repository: string,
  policy: Policy,
  inPlaceOf: readonly string[],
): Promise<Reviews> {
  const threads = await world.listThreads(labelName('chokepoint: decision', policy.labels), reviewsRead);
  if (threads.length === 0) return { threads: [] };
  const accounts = holdersOf(await world.account(), inPlaceOf);
  const own = threads.filter(
    ({ issue }) =>
      isOwn(issue, ...accounts) &&
      isSameRepository(readDecisionMarker(issue.body)?.repository ?? '', repository),
  );
  const told = await readReadings(world, own, 'decision-issue', accounts, policy);
  const reviews: ReviewThread[] = [];
  for (const one of told) {
    const declaration = readDecisionMarker(one.thread.issue.body);
    if (declaration !== null)
      reviews.push({ ...one, ...(await readDecision(world, one, policy)), declaration });
  }
  return { threads: reviews.toSorted(byDeclaration) };
}

/** The decision issue of what is declared now; of two the older one. */
export function reviewOf({ threads }: Reviews, primary: Primary | null): ReviewThread | null {
  if (primary === null) return null;
  const about = threads.filter(({ declaration }) => isAbout(declaration, primary));
  return about.toSorted(byNumber)[0] ?? null;
}

async function readDecision(
  people: Pick<People, 'permissionOf'>,
  { told, outcomes }: ThreadTold,
  policy: Policy,
): Promise<DecisionReading> {
  const comments = told.map(toCommandComment);
  const askers = comments.filter(decides).map(({ author }) => author.toLowerCase());
  const permissions = await readPermissions(people, [...new Set(askers)]);
  const decision = resolveDecision({ comments, permissions, whoMayScore: policy.scoring.whoMayScore });
  return { decision: decision.decision, outcomes: [...outcomes, ...decision.outcomes] };
}

function decides({ reading }: CommandComment): boolean {
  return reading.value.some(({ name }) => name === 'decide');
}

function byDeclaration(one: ReviewThread, other: ReviewThread): number {
  if (one.declaration.since === other.declaration.since) return byNumber(one, other);
  return one.declaration.since < other.declaration.since ? 1 : -1;
}

function byNumber(one: ReviewThread, other: ReviewThread): number {
  return one.thread.issue.number - other.thread.issue.number;
}
