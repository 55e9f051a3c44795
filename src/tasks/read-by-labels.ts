import { type Verdict, verdicts } from '../core/candidate.ts';
import { type Constraint, constraints, perConstraint } from '../core/constraint.ts';
import { type LabelKey, labelName } from '../core/labels.ts';
import type { Policy } from '../core/policy.ts';
import { bandsOf } from '../core/scoring/bands-of.ts';
import { isOneStep, stepsTold } from '../core/summary/candidates-in-list.ts';
import { type BacklogCandidate, judgeIssues, toComplete, toIncomplete } from './judge-issues.ts';
import type { Leading, LeadingWorld } from './leading.ts';
import type { Issue, Thread } from './ports/issues.ts';
import type { CountOf, OverviewRead } from './read-overview.ts';

const pageSize = 100;

/** So many pages of one constraint, verdict and band are read, whatever more there are. */
const pagesOfBucket = 5;

/**
 * Reads a large backlog by its labels: for each constraint that wants more the best verdict first, within it the best
 * band, until the list, the best of the other constraints and the one-step list are filled. Each round takes one page
 * for each of those constraints and reads the comments of all of them together.
 */
export async function readByLabels(
  world: LeadingWorld,
  policy: Policy,
  overview: OverviewRead,
): Promise<Omit<Leading, 'unlabelled'>> {
  const { countOf, rethinks } = overview;
  const found: BacklogCandidate[] = [];
  for (const verdict of verdicts.filter((one) => countOf(`verdict: ${one}`) > 0)) {
    const isWanting = (constraint: Constraint) => isWanted(constraint, verdict, found, policy);
    let searches = searchesFor(constraints.filter(isWanting), verdict, countOf);
    while (searches.length > 0) {
      const issues: Issue[] = [];
      for (const search of searches) issues.push(...(await readNext(world, policy, search)));
      const judged = await judgeIssues(world, issues, policy);
      // Who is not confirmed stands behind everyone who is, and those were not all read.
      found.push(...judged.flatMap(toComplete).filter(({ confirmed }) => confirmed));
      searches = searches.filter(({ buckets, wantedBy }) => buckets.length > 0 && wantedBy.some(isWanting));
    }
  }
  return {
    complete: found,
    isWhole: false,
    incomplete: await readIncomplete(world, policy, overview.incomplete),
    incompleteTotal: countOf('verdict: incomplete'),
    rethinks: rethinks.map(({ issue: { repository, number, title, createdAt } }) => {
      return { repository, number, title, createdAt };
    }),
    openByConstraint: perConstraint((constraint) => countOf(`constraint: ${constraint}`)),
  };
}

/** Whether the summary has room for more of a constraint that have this verdict. */
function isWanted(
  constraint: Constraint,
  verdict: Verdict,
  found: readonly BacklogCandidate[],
  { primary, summary }: Policy,
): boolean {
  const own = found.filter((candidate) => candidate.constraint === constraint);
  if (primary === null) return own.length < Math.ceil(summary.top / constraints.length);
  if (constraint !== primary.constraint) return own.length === 0;
  const steps = own.filter(({ scored }) => isOneStep(scored.counterfactual)).length;
  return own.length < summary.top || (verdict !== 'ready' && steps < stepsTold);
}

interface Search {
  readonly wantedBy: readonly Constraint[];
  /** The labels of what is still to be read, best first; the first may have been begun. */
  buckets: readonly (readonly LabelKey[])[];
  after: string | null;
  pages: number;
}

/** One search for all where one page holds the whole verdict; else one each, by band where that is many pages. */
function searchesFor(wanting: readonly Constraint[], verdict: Verdict, countOf: CountOf): readonly Search[] {
  const count = countOf(`verdict: ${verdict}`);
  const begin = { after: null, pages: 0 };
  if (count <= pageSize && wanting.length > 0) {
    return [{ ...begin, wantedBy: wanting, buckets: [[`verdict: ${verdict}`]] }];
  }
  const all = constraints.reduce((sum, constraint) => sum + countOf(`constraint: ${constraint}`), 0);
  return wanting.map((constraint) => {
    const labels = [`constraint: ${constraint}`, `verdict: ${verdict}`] as const;
    const expected = (count * countOf(`constraint: ${constraint}`)) / Math.max(all, 1);
    const bands = bandsOf(verdict).filter((band) => countOf(`score: ${band}`) > 0);
    const buckets =
      expected <= pageSize ? [labels] : bands.map((band) => [...labels, `score: ${band}` as const]);
    return { ...begin, wantedBy: [constraint], buckets };
  });
}

async function readNext(world: LeadingWorld, { labels }: Policy, search: Search): Promise<readonly Issue[]> {
  const [bucket = [], ...others] = search.buckets;
  const page = await world.readIssuePage({
    state: 'open',
    labels: (['candidate', ...bucket] as const).map((key) => labelName(key, labels)),
    order: 'oldest',
    after: search.after,
  });
  const isDone = page.next === null || search.pages + 1 >= pagesOfBucket;
  search.buckets = isDone ? others : search.buckets;
  search.after = isDone ? null : page.next;
  search.pages = isDone ? 0 : search.pages + 1;
  return page.issues;
}

/** Their comments came along with them. */
async function readIncomplete(
  world: LeadingWorld,
  policy: Policy,
  threads: readonly Thread[],
): Promise<Leading['incomplete']> {
  const comments = new Map(threads.map((thread) => [thread.issue.number, thread.comments]));
  const known = { ...world, readCommentsOf: async () => comments };
  const judged = await judgeIssues(
    known,
    threads.map(({ issue }) => issue),
    policy,
  );
  return judged.flatMap(toIncomplete);
}
