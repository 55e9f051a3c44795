import type { MetricReading } from '../core/plan/status.ts';
import type { Policy } from '../core/policy.ts';
import type { Threads } from './ports/issue-lists.ts';
import type { People } from './ports/people.ts';
import { readOwnSummaries } from './read-own-summaries.ts';
import { inOrder, readReadings } from './read-readings.ts';
import type { Reviews } from './read-reviews.ts';

export interface ReadingsToRead {
  /** `owner/repo`. */
  readonly repository: string;
  readonly policy: Policy;
  readonly inPlaceOf: readonly string[];
  readonly reviews: Reviews;
}

/** Every reading of the last sixteen summaries and of the decision issues, oldest first. */
export async function readAllReadings(
  world: Threads & Pick<People, 'account' | 'permissionOf'>,
  { repository, policy, inPlaceOf, reviews }: ReadingsToRead,
): Promise<readonly MetricReading[]> {
  const { summaries, accounts } = await readOwnSummaries(world, repository, policy, inPlaceOf);
  const told = await readReadings(world, summaries, 'summary', accounts, policy);
  return inOrder([...told, ...reviews.threads].flatMap(({ readings }) => readings));
}
