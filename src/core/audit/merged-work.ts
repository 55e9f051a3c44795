/** One merge as the audit sees it: what a person without any setting of ours left on it. */
export interface MergedWork {
  readonly number: number;
  readonly title: string;
  /** A login without `@`. */
  readonly author: string;
  readonly mergedAt: string;
  /** Its own labels. */
  readonly labels: readonly string[];
  /** Labels of the issues it closes; none where they were not asked for. */
  readonly issueLabels: readonly string[];
  /** Paths of the changed files; `null` where they were not asked for, or are too many. */
  readonly files: readonly string[] | null;
}
