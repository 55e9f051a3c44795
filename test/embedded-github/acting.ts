/** What people do on GitHub's pages and with git, where the REST API has no single request for it. */

export interface NewFormIssue {
  /** `owner/name`. */
  readonly repository: string;
  readonly login: string;
  readonly title: string;
  readonly body: string;
  /** The form's labels: given by anyone's filing, but only where the repository has them already. */
  readonly labels?: readonly string[];
}

export interface NewPullRequest {
  readonly repository: string;
  readonly login: string;
  readonly title: string;
  readonly body?: string;
  readonly branch: string;
  readonly base?: string;
  /** Paths changed, or path → new text. */
  readonly files: readonly string[] | Readonly<Record<string, string>>;
  readonly draft?: boolean;
  /** Login of the fork's owner, when the branch lives in a fork. */
  readonly forkOwner?: string;
  readonly linkedIssues?: readonly number[];
}

export interface NewCommit {
  readonly repository: string;
  readonly login: string;
  readonly branch: string;
  readonly files: readonly string[] | Readonly<Record<string, string | null>>;
  readonly message?: string;
}

export interface Acting {
  /** Files an issue through an issue form; gives its number. */
  fileIssue(issue: NewFormIssue): Promise<number>;
  /** Pushes a branch with these changes and opens a pull request for it; gives its number. */
  openPullRequest(pull: NewPullRequest): Promise<number>;
  /** Pushes one commit to an existing branch; gives its sha. `null` as text removes the file. */
  push(commit: NewCommit): Promise<string>;
  setDraft(repository: string, number: number, draft: boolean, login: string): Promise<void>;
  deleteIssue(repository: string, number: number, login: string): Promise<void>;
  /** Presses a check run's button. */
  requestCheckAction(
    repository: string,
    checkRunId: number,
    identifier: string,
    login: string,
  ): Promise<void>;
  /** Links issues to a pull request by hand, beside those its body names. */
  linkIssues(repository: string, pullNumber: number, issueNumbers: readonly number[]): void;
}
