/** GitHub's limits, in one place, each with where it is stated. */
export const limits = {
  /** Encoded body of an issue, comment or milestone; documented 65,536 characters, we stay below. */
  bodyUnits: 60_000,
  /** docs.github.com/rest/issues/labels: labels on an issue. */
  labelsPerIssue: 100,
  /** docs.github.com/rest/checks/runs: `output.summary` and `output.text`. */
  checkTextUnits: 65_535,
  /** docs.github.com/rest/checks/runs: annotations in one request. */
  annotationsPerRequest: 50,
  /** docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api */
  pageSize: 100,
  /** docs.github.com/rest/pulls/pulls: files listed of one pull request. */
  changedFiles: 3_000,
} as const;
