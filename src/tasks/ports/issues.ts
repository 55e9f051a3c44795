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
  /** Closed as not planned or as a duplicate: nothing was done. */
  readonly isDropped: boolean;
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

/** An issue with everything that was written under it. */
export interface Thread {
  readonly issue: Issue;
  readonly comments: readonly Comment[];
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
