import { labelCatalogue } from '../src/core/labels.ts';
import type { EmbeddedGitHub } from '../test/embedded-github/start.ts';
import { type Outcome, summariesIn } from './findings.ts';
import { type IssueNow, readCheckRuns, readComments } from './world-now.ts';

/** A candidate whose comment shows most: a high claim that no link backs, and what to do about it. */
const shownCandidate = 'Import assistant that maps columns by itself';

/** What the demo prints at its end: labels, one sticky comment, the conclusions, the summary. */
export async function renderOutcome(github: EmbeddedGitHub, outcome: Outcome): Promise<string> {
  const { issues, filed, checked } = outcome;
  const shown = filed.find(({ candidate }) => candidate.title === shownCandidate);
  const comments = shown === undefined ? [] : await readComments(github, shown.number);
  const conclusions = await Promise.all(
    checked.map(async ({ number, pullRequest, run }) => {
      const [check] = await readCheckRuns(github, number);
      const codes = run.outputs.get('codes') ?? 'nothing';
      return `  ${`${check?.conclusion}`.padEnd(8)} ${codes.padEnd(13)} #${number} ${pullRequest.title}`;
    }),
  );
  const summary = summariesIn(issues).find(({ state }) => state === 'open');
  return [
    heading('Labels given'),
    renderLabelCounts(issues),
    heading(`The comment on #${shown?.number} ${shownCandidate}`),
    comments.map(({ body }) => withoutMarkers(body)).join('\n'),
    heading('Three pull requests, in warn mode'),
    conclusions.join('\n'),
    heading(`The summary: #${summary?.number} ${summary?.title}`),
    withoutMarkers(summary?.body ?? ''),
  ].join('\n');
}

function renderLabelCounts(issues: readonly IssueNow[]): string {
  const lines = labelCatalogue.flatMap(({ key }) => {
    const count = issues.filter(({ labels }) => labels.includes(key)).length;
    return count === 0 ? [] : [`  ${String(count).padStart(3)}  ${key}`];
  });
  return lines.join('\n');
}

function heading(text: string): string {
  return `\n── ${text} ${'─'.repeat(Math.max(3, 90 - text.length))}\n`;
}

/** Hidden state is of no use on a terminal. */
function withoutMarkers(markdown: string): string {
  return markdown.replaceAll(/<!--[\s\S]*?-->\n?/g, '').trim();
}
