import type { OffConstraintShare } from '../core/drift/facts.ts';
import type { Policy } from '../core/policy.ts';
import type { Threads } from './ports/issue-lists.ts';
import type { People } from './ports/people.ts';
import { readOwnSummaries, readStateOf } from './read-own-summaries.ts';

/** What the last summary tells of where the work went. */
export interface LastFocus {
  /** Of the 28 days before it. */
  readonly share: OffConstraintShare;
  /** Classified merges of its week. */
  readonly week: { readonly aligned: number; readonly classified: number };
}

/**
 * Reads the state of the last summary with one request; `null` where there is none to be believed, or where it is about
 * another constraint than the declared one. `inPlaceOf` are
 * accounts beside the token's own whose summaries count.
 */
export async function readLastFocus(
  world: Threads & Pick<People, 'account'>,
  repository: string,
  policy: Policy,
  inPlaceOf: readonly string[],
): Promise<LastFocus | null> {
  const [newest] = (await readOwnSummaries(world, repository, policy, inPlaceOf)).summaries;
  const state = newest === undefined ? null : readStateOf(newest, repository).state;
  const week = state?.history.at(-1)?.focus;
  const isOfThis = state?.declaration?.constraint === policy.primary?.constraint;
  if (state === null || week === undefined || !isOfThis) return null;
  const { offConstraint, merges } = state.focus28;
  return { share: { offConstraint, merges }, week };
}
