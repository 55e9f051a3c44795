import type { Comment, Issue, Thread } from './issues.ts';
import type { Milestone } from './milestones.ts';

export interface IssueQuery {
  readonly state: 'open' | 'closed' | 'all';
  /** All of them. */
  readonly labels?: readonly string[];
  /** By number. */
  readonly milestone?: number;
  /** Updated at or after this instant. */
  readonly since?: string;
}

export interface IssueLists {
  /** Follows `rel="next"` to the end; pull requests are left out. */
  listIssues(query: IssueQuery): Promise<readonly Issue[]>;
}

export interface IssuePageQuery extends IssueQuery {
  /** Newest first unless told otherwise. */
  readonly order?: 'newest' | 'oldest' | 'last-updated';
  /** At most 100. */
  readonly size?: number;
  /** What the page before this one named as `next`. */
  readonly after?: string | null;
}

export interface IssuePage {
  readonly issues: readonly Issue[];
  /** Leads to the page after this one; `null` at the end. */
  readonly next: string | null;
}

export interface IssuePages {
  /** One page of at most 100 issues; pull requests are left out, so that a page may hold fewer. */
  readIssuePage(query: IssuePageQuery): Promise<IssuePage>;
}

export interface Threads {
  /** The newest issues that carry the label, open or closed, at most so many, with their comments. */
  listThreads(label: string, most: number): Promise<readonly Thread[]>;
}

export interface OverviewQuery {
  readonly counted: readonly string[];
  /** The labels whose issues are read with their comments. */
  readonly threads: readonly string[];
  /** The labels whose oldest open issues are read with their comments. */
  readonly oldest: readonly string[];
}

export interface Overview {
  /** How many open issues carry each of the labels `counted`, in their order. */
  readonly counts: readonly number[];
  /** The newest issues, open or closed, of each of the labels `threads`, in their order; at most 32 each. */
  readonly threads: readonly (readonly Thread[])[];
  /** The oldest open issues of each of the labels `oldest`, in their order; at most 20 each. */
  readonly oldest: readonly (readonly Thread[])[];
  readonly openMilestones: readonly Milestone[];
}

export interface IssueIndex {
  /** What stands above all issues, in one request, however many there are. */
  readOverview(query: OverviewQuery): Promise<Overview>;
  /** The comments under each of the issues, by number. */
  readCommentsOf(issues: readonly number[]): Promise<ReadonlyMap<number, readonly Comment[]>>;
}
