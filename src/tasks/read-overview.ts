import { verdicts } from '../core/candidate.ts';
import { constraints } from '../core/constraint.ts';
import { type LabelKey, labelName } from '../core/labels.ts';
import type { Policy } from '../core/policy.ts';
import type { IssueIndex, Milestone, Overview, Threads } from './ports.ts';

/** How many open issues carry a label. */
export type CountOf = (key: LabelKey) => number;

/** What stands above the issues of one repository. */
export interface OverviewRead {
  readonly countOf: CountOf;
  readonly openMilestones: readonly Milestone[];
}

/** The labels whose open issues are counted: the index of the backlog. */
const countedKeys: readonly LabelKey[] = [
  'candidate',
  ...constraints.map((constraint) => `constraint: ${constraint}` as const),
  ...[...verdicts, 'incomplete' as const].map((verdict) => `verdict: ${verdict}` as const),
  ...([1, 2, 3, 4, 5] as const).map((band) => `score: ${band}` as const),
];

/** The labels whose issues are read with their comments: few, however large the backlog is. */
const threadKeys: readonly LabelKey[] = [
  'chokepoint: summary',
  'chokepoint: decision',
  'chokepoint: diagnosis',
  'first move',
];

export async function readOverview(
  world: Pick<IssueIndex, 'readOverview'>,
  { labels }: Policy,
): Promise<OverviewRead> {
  const { counts, openMilestones } = await world.readOverview({
    counted: countedKeys.map((key) => labelName(key, labels)),
    threads: threadKeys.map((key) => labelName(key, labels)),
  });
  return { countOf: (key) => counts[countedKeys.indexOf(key)] ?? 0, openMilestones };
}

/** The world with its overview in hand: neither that nor the threads that came along are asked for again. */
export async function withOverview<World extends Pick<IssueIndex, 'readOverview'> & Threads>(
  world: World,
  { labels }: Policy,
): Promise<World> {
  const threads = threadKeys.map((key) => labelName(key, labels));
  const counted = countedKeys.map((key) => labelName(key, labels));
  const overview: Overview = await world.readOverview({ counted, threads });
  return {
    ...world,
    readOverview: async () => overview,
    listThreads: async (label, most) => {
      const known = overview.threads[threads.indexOf(label)];
      return known?.slice(0, most) ?? world.listThreads(label, most);
    },
  };
}
