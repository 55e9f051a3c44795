import { ratingScale, verdictsOrIncomplete } from '../core/candidate.ts';
import { constraints } from '../core/constraint.ts';
import { type LabelKey, labelName } from '../core/labels.ts';
import type { Policy } from '../core/policy.ts';
import type { IssueIndex, Overview, OverviewQuery, Threads } from './ports/issue-lists.ts';
import type { Thread } from './ports/issues.ts';
import type { Milestone } from './ports/milestones.ts';

/** How many open issues carry a label. */
export type CountOf = (key: LabelKey) => number;

/** What stands above the issues of one repository. */
export interface OverviewRead {
  readonly countOf: CountOf;
  readonly openMilestones: readonly Milestone[];
  /** The oldest open ones. */
  readonly incomplete: readonly Thread[];
  readonly rethinks: readonly Thread[];
}

/** The labels whose open issues are counted: the index of the backlog. */
const countedKeys: readonly LabelKey[] = [
  'candidate',
  ...constraints.map((constraint) => `constraint: ${constraint}` as const),
  ...verdictsOrIncomplete.map((verdict) => `verdict: ${verdict}` as const),
  ...ratingScale.map((band) => `score: ${band}` as const),
];

/** The labels whose issues are read with their comments: few, however large the backlog is. */
const threadKeys: readonly LabelKey[] = [
  'chokepoint: summary',
  'chokepoint: decision',
  'chokepoint: diagnosis',
  'first move',
];

/** What hygiene names some of. */
const oldestKeys: readonly LabelKey[] = ['verdict: incomplete', 'verdict: rethink'];

function queryOf({ labels }: Policy): OverviewQuery {
  const named = (keys: readonly LabelKey[]) => keys.map((key) => labelName(key, labels));
  return { counted: named(countedKeys), threads: named(threadKeys), oldest: named(oldestKeys) };
}

export async function readOverview(
  world: Pick<IssueIndex, 'readOverview'>,
  policy: Policy,
): Promise<OverviewRead> {
  const { counts, openMilestones, oldest } = await world.readOverview(queryOf(policy));
  const [incomplete = [], rethinks = []] = oldest;
  const countOf: CountOf = (key) => counts[countedKeys.indexOf(key)] ?? 0;
  return { countOf, openMilestones, incomplete, rethinks };
}

/** The world with its overview in hand: neither that nor the threads that came along are asked for again. */
export async function withOverview<World extends Pick<IssueIndex, 'readOverview'> & Threads>(
  world: World,
  policy: Policy,
): Promise<World> {
  const query = queryOf(policy);
  const overview: Overview = await world.readOverview(query);
  return {
    ...world,
    readOverview: async () => overview,
    listThreads: async (label, most) => {
      const known = overview.threads[query.threads.indexOf(label)];
      return known?.slice(0, most) ?? world.listThreads(label, most);
    },
  };
}
