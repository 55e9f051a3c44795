import type { FieldDesign, FieldValue } from '../core/native-fields.ts';
import type { Permission } from '../core/permission.ts';
import type { Change } from './change.ts';

/** What the tasks need of the world. One repository each; every read asks GitHub, none guesses. */

/** The account that writes: the App's bot user, or the owner of the token. */
export interface Account {
  readonly login: string;
  /** `null` where only the login is known. */
  readonly id: number | null;
}

export interface Issue {
  readonly repository: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly author: string;
  readonly authorId: number;
  readonly state: 'open' | 'closed';
  readonly labels: readonly string[];
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly closedAt: string | null;
  readonly commentCount: number;
  readonly isPullRequest: boolean;
  readonly isLocked: boolean;
  readonly milestone: number | null;
  readonly hasParent: boolean;
  /** How many open issues this one blocks. */
  readonly blockingCount: number;
}

export interface Comment {
  readonly id: number;
  readonly author: string;
  readonly authorId: number;
  readonly body: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly reactions: { readonly up: number; readonly down: number };
}

/** A file of the default branch; absent is an answer, unreadable is a fault. */
export type FileReading = { readonly kind: 'file'; readonly text: string } | { readonly kind: 'absent' };

export interface Files {
  readFile(path: string): Promise<FileReading>;
}

export interface DefaultBranch {
  /** Its name, for links to pages where a person commits. */
  defaultBranch(): Promise<string>;
}

export interface Opening {
  /** Reads in one request what a task asks for first: the files of `.github/` and whether the repository is public. */
  readOpening(): Promise<void>;
}

export interface IssueFields {
  /** The issue fields of the organization. */
  listIssueFields(): Promise<readonly FieldDesign[]>;
  /** The values one issue has; of a single select the name of its option. */
  readFieldValues(number: number): Promise<readonly FieldValue[]>;
}

export interface WorkflowFiles {
  /** The files under `.github/workflows/`; none where there is no such folder. */
  readWorkflows(): Promise<readonly { readonly path: string; readonly text: string }[]>;
}

export interface People {
  account(): Promise<Account>;
  permissionOf(login: string): Promise<Permission>;
  isPublic(): Promise<boolean>;
}

export interface Issues {
  /** `null` where the issue does not exist (any more). */
  readIssue(number: number): Promise<Issue | null>;
  readComments(number: number): Promise<readonly Comment[]>;
  /** Names of the labels the repository has. */
  readLabelNames(): Promise<readonly string[]>;
}

export interface ReactionReading {
  readonly id: number;
  readonly author: string;
  readonly authorId: number;
  /** As GitHub names it: `+1`, `-1`, `heart` … */
  readonly content: string;
}

export interface Reactions {
  /** Who reacted to a comment, and how. */
  readReactions(commentId: number): Promise<readonly ReactionReading[]>;
}

export interface IssueLists {
  /** Follows `rel="next"` to the end; pull requests are left out. */
  listIssues(query: IssueQuery): Promise<readonly Issue[]>;
}

export interface IssuePages {
  /** One page of at most 100 issues; pull requests are left out, so that a page may hold fewer. */
  readIssuePage(query: IssuePageQuery): Promise<IssuePage>;
}

export interface IssuePage {
  readonly issues: readonly Issue[];
  /** Leads to the page after this one; `null` at the end. */
  readonly next: string | null;
}

export interface IssuePageQuery extends IssueQuery {
  /** Newest first unless told otherwise. */
  readonly order?: 'newest' | 'oldest' | 'last-updated';
  /** At most 100. */
  readonly size?: number;
  /** What the page before this one named as `next`. */
  readonly after?: string | null;
}

export interface IssueIndex {
  /** What stands above all issues, in one request, however many there are. */
  readOverview(query: OverviewQuery): Promise<Overview>;
  /** The comments under each of the issues, by number. */
  readCommentsOf(issues: readonly number[]): Promise<ReadonlyMap<number, readonly Comment[]>>;
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

export interface IssueQuery {
  readonly state: 'open' | 'closed' | 'all';
  /** All of them. */
  readonly labels?: readonly string[];
  /** By number. */
  readonly milestone?: number;
  /** Updated at or after this instant. */
  readonly since?: string;
}

/** An issue with everything that was written under it. */
export interface Thread {
  readonly issue: Issue;
  readonly comments: readonly Comment[];
}

export interface Threads {
  /** The newest issues that carry the label, open or closed, at most so many, with their comments. */
  listThreads(label: string, most: number): Promise<readonly Thread[]>;
}

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

export interface HeadFiles {
  /** A file as it is in a commit of this repository or of a fork's pull request; read as data, never run. */
  readFileAt(path: string, commit: string): Promise<FileReading>;
}

export interface LinkedPullRequests {
  /** Numbers of the open pull requests of this repository that close or mention the issue, as GitHub links them. */
  listLinkedPullRequests(issue: number): Promise<readonly number[]>;
}

export interface Milestone {
  readonly number: number;
  readonly title: string;
  readonly description: string;
  readonly state: 'open' | 'closed';
}

export interface Milestones {
  /** `null` where the milestone does not exist (any more). */
  readMilestone(number: number): Promise<Milestone | null>;
  /** Its open issues and pull requests; `isPullRequest` tells them apart. */
  listMilestoneItems(number: number): Promise<readonly Issue[]>;
}

export interface MilestoneLists {
  /** All of them, open and closed. */
  listMilestones(): Promise<readonly Milestone[]>;
}

export interface MergeLists {
  /** Merged at or after `since`, newest first. */
  listMerged(since: string): Promise<readonly ListedPullRequest[]>;
  /** The last updated first; all of them, or `most`. */
  listOpenPullRequests(most?: number): Promise<readonly ListedPullRequest[]>;
  /** Those, and the open ones, the last updated of them first. */
  listRecentPullRequests(since: string): Promise<RecentPullRequests>;
}

export interface RecentPullRequests {
  readonly merged: readonly ListedPullRequest[];
  readonly open: readonly ListedPullRequest[];
}

/** A pull request with its closing relation and whatever else came along with it whole. */
export interface ListedPullRequest extends PullRequest {
  /** Of the pull request and of the issues it closes, by number; what is not here has to be asked for. */
  readonly comments: ReadonlyMap<number, readonly Comment[]>;
}

/** Carries out one Change with at most one request; says whether anything was written, and where. */
export interface Writer {
  write(change: Change): Promise<Written>;
}

export interface Written {
  readonly url: string | null;
  readonly number: number | null;
}
