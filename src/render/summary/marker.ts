/** The hidden first line by which a summary issue is found again (with its label and its author). */
export function summaryMarker(repository: string, week: string): string {
  return `<!-- chokepoint:summary ${repository} ${week} -->`;
}

export interface SummaryMarker {
  readonly repository: string;
  readonly week: string;
}

/** Which summary an issue's body is, by its first line; `null` for any other issue. */
export function readSummaryMarker(body: string): SummaryMarker | null {
  const [firstLine = ''] = body.split('\n', 1);
  const match = /^<!-- chokepoint:summary ([\w.-]+\/[\w.-]+) (\d{4}-W\d{2}) -->\s*$/.exec(firstLine);
  const [, repository, week] = match ?? [];
  return repository === undefined || week === undefined ? null : { repository, week };
}
