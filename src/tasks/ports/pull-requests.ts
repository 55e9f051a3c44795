import type { Comment } from './issues.ts';

/** A linked issue as the closing relation or a look-up tells it. */
export interface LinkedIssueReading {
  readonly repository: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly author: string;
  readonly state: 'open' | 'closed';
  readonly createdAt: string;
  readonly labels: readonly string[];
  readonly parent: { readonly reference: string | null; readonly labels: readonly string[] } | null;
  readonly commentCount: number;
  /** How many open issues it blocks; `null` where that was not told. */
  readonly blockingCount: number | null;
}

export interface PullRequest {
  readonly repository: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly author: string;
  readonly state: 'open' | 'closed' | 'merged';
  readonly isDraft: boolean;
  readonly headSha: string;
  readonly labels: readonly string[];
  readonly milestone: { readonly number: number; readonly title: string } | null;
  readonly changedFileCount: number;
  readonly commentCount: number;
  readonly createdAt: string;
  readonly mergedAt: string | null;
  readonly mergedBy: string | null;
  /** Issues of GitHub's closing relation; `null` where it could not be asked. */
  readonly closing: readonly LinkedIssueReading[] | null;
  /** All changed files where they came along; `null` has to be asked for. */
  readonly files: readonly string[] | null;
  /** The check run `Chokepoint` by this account on the head; `null` where there is none. */
  readonly check: CheckReading | null;
}

export interface CheckReading {
  readonly id: number;
  readonly conclusion: string;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
}

export interface PullRequests {
  readPullRequest(number: number): Promise<PullRequest | null>;
  readLinkedIssue(number: number): Promise<LinkedIssueReading | null>;
  /** Paths of the changed files, at most 3,000. */
  readChangedFiles(number: number): Promise<readonly string[]>;
  /** Open issues this one blocks, by GitHub's blocked-by relation. */
  readBlockedIssues(number: number): Promise<readonly LinkedIssueReading[]>;
}

export interface LinkedPullRequests {
  /** Numbers of the open pull requests of this repository that close or mention the issue, as GitHub links them. */
  listLinkedPullRequests(issue: number): Promise<readonly number[]>;
}

/** A pull request with its closing relation and whatever else came along with it whole. */
export interface ListedPullRequest extends PullRequest {
  /** Of the pull request and of the issues it closes, by number; what is not here has to be asked for. */
  readonly comments: ReadonlyMap<number, readonly Comment[]>;
}

export interface RecentPullRequests {
  readonly merged: readonly ListedPullRequest[];
  readonly open: readonly ListedPullRequest[];
}

export interface MergeLists {
  /** Merged at or after `since`, newest first. */
  listMerged(since: string): Promise<readonly ListedPullRequest[]>;
  /** The last updated first; all of them, or `most`. */
  listOpenPullRequests(most?: number): Promise<readonly ListedPullRequest[]>;
  /** Those, and the open ones, the last updated of them first. */
  listRecentPullRequests(since: string): Promise<RecentPullRequests>;
}
