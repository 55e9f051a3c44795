/** What an embedded GitHub holds when it starts. */
import type { Role } from './world.ts';

export interface Seed {
  /** Logins beyond those named in the repositories. An owner named here is a person, else an organisation. */
  readonly users?: readonly string[];
  readonly repositories: readonly SeedRepository[];
  /** Of the organizations, all alike. */
  readonly issueFields?: readonly SeedIssueField[];
}

export interface SeedIssueField {
  readonly name: string;
  readonly type: 'text' | 'single_select' | 'multi_select' | 'number' | 'date';
  readonly options?: readonly string[];
  /** false: GitHub drops its values in silence (default true). */
  readonly isEnabled?: boolean;
}

export interface SeedRepository {
  /** `owner/name`. */
  readonly fullName: string;
  readonly private?: boolean;
  readonly defaultBranch?: string;
  /** Path → text, on the default branch. */
  readonly files?: Readonly<Record<string, string>>;
  /** Login → role. */
  readonly collaborators?: Readonly<Record<string, Role>>;
  /** false: the App is not installed here (default true). */
  readonly installed?: boolean;
  readonly labels?: readonly SeedLabel[];
  readonly milestones?: readonly SeedMilestone[];
  /** Get the numbers 1, 2, 3 … in this order; pull requests follow. */
  readonly issues?: readonly SeedIssue[];
  readonly pullRequests?: readonly SeedPullRequest[];
}

export interface SeedLabel {
  readonly name: string;
  readonly color?: string;
  readonly description?: string;
}

export interface SeedMilestone {
  readonly title: string;
  readonly description?: string;
  readonly dueOn?: string;
  readonly state?: 'open' | 'closed';
}

export interface SeedComment {
  readonly author: string;
  readonly body: string;
  readonly createdAt?: string;
}

interface SeedSubject {
  readonly title: string;
  readonly body?: string;
  /** Defaults to the first admin, else the owner. */
  readonly author?: string;
  /** Created where missing. */
  readonly labels?: readonly string[];
  /** By title. */
  readonly milestone?: string;
  readonly assignees?: readonly string[];
  readonly createdAt?: string;
  readonly closedAt?: string;
  readonly comments?: readonly SeedComment[];
}

export interface SeedIssue extends SeedSubject {
  readonly state?: 'open' | 'closed';
  readonly stateReason?: 'completed' | 'not_planned';
}

export interface SeedPullRequest extends SeedSubject {
  readonly branch?: string;
  /** Defaults to the default branch. */
  readonly base?: string;
  /** Paths changed, or path → new text. */
  readonly files?: readonly string[] | Readonly<Record<string, string>>;
  readonly draft?: boolean;
  readonly state?: 'open' | 'closed';
  readonly mergedAt?: string;
  readonly mergedBy?: string;
  /** Issues linked by hand, beside those the body's closing keywords name. */
  readonly linkedIssues?: readonly number[];
  /** Login of a fork's owner, when the branch lives in a fork. */
  readonly forkOwner?: string;
}
