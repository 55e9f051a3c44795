import { dimensions } from '../../src/core/candidate.ts';
import { constraintGuide } from '../../src/core/constraint.ts';
import type { Ranked } from '../../src/core/scoring/rank.ts';
import { escapeHtml } from '../../src/render/page/escape-html.ts';
import type { BacklogCandidate } from '../../src/tasks/judge-issues.ts';
import { renderChips } from './chips.ts';
import type { Shown } from './read-shown.ts';
import { renderComments } from './render-comments.ts';

/** Candidates that are seen without unfolding the rest. */
const shownFirst = 10;

/** The ranked backlog: each candidate with its labels, and the App's comment when it is unfolded. */
export function renderBacklog(shown: Shown): string {
  const { ranked, incomplete, policy } = shown.ranking;
  const rows = ranked.map((one) => renderRow(one, shown));
  const waiting = incomplete.map(({ number, missing }) => {
    return renderIssue(number, '<span class="rank">–</span>', `asks “${escapeHtml(missing)}”`, shown);
  });
  const primary = policy.primary?.constraint;
  const first = primary === undefined ? '' : `, those on ${constraintGuide[primary].name} first`;
  return [
    `<p class="about">${ranked.length} candidates in the order to work on them${first}. In brackets: how far one point more or less in one rating would move it. Open one to read what the App answered.</p>`,
    `<ol class="issues">${rows.slice(0, shownFirst).join('')}</ol>`,
    fold(`${rows.length - shownFirst} more candidates`, rows.slice(shownFirst)),
    fold(`${waiting.length} with an answer missing`, waiting),
  ].join('\n');
}

function fold(name: string, rows: readonly string[]): string {
  if (rows.length === 0) return '';
  return `<details class="more"><summary>${name}</summary><ol class="issues">${rows.join('')}</ol></details>`;
}

function renderRow({ item, standing, rank, best, worst }: Ranked<BacklogCandidate>, shown: Shown): string {
  const range = best === worst ? '' : `<small>(${best}–${worst})</small>`;
  const ratings = dimensions.map((dimension) => `${dimension} ${standing.counted[dimension]}`).join(', ');
  const place = `<span class="rank"><span class="unseen">Rank </span>${rank} ${range}</span>`;
  return renderIssue(item.number, place, ratings, shown);
}

function renderIssue(number: number, place: string, about: string, shown: Shown): string {
  const issue = shown.issues.get(number);
  if (issue === undefined) return '';
  const verdict =
    issue.labels.find((label) => label.startsWith('verdict: '))?.slice('verdict: '.length) ?? '';
  const names = issue.labels.filter((label) => label !== 'candidate');
  return [
    `<li id="issue-${number}" data-verdict="${escapeHtml(verdict)}"><details><summary>`,
    place,
    `<span class="what"><span class="title">${escapeHtml(issue.title)}</span>`,
    `<span class="meta">#${number} by ${escapeHtml(issue.user.login)} · ${about}</span></span>`,
    `</summary>${renderComments(number, shown)}</details>${renderChips(names, shown)}</li>`,
  ].join('');
}
