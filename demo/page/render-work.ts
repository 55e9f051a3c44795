import { escapeHtml } from '../../src/render/page/escape-html.ts';
import { toHtml } from '../../src/render/page/to-html.ts';
import { renderChips } from './chips.ts';
import type { Shown } from './read-shown.ts';
import { linkIn, renderComments } from './render-comments.ts';

/** Open pull requests with the check `Chokepoint` on their head and the comment it left, if any. */
export function renderPullRequests(shown: Shown): string {
  const entries = shown.pullRequests.map(({ issue, checks }) => {
    const { number, title, user, labels } = issue;
    return [
      `<article class="pull" id="issue-${number}"><h3>${escapeHtml(title)}</h3>`,
      `<p class="meta">#${number} by ${escapeHtml(user.login)}</p>${renderChips(labels, shown)}`,
      ...checks.map((check) => renderCheck(check, number, shown)),
      `${renderComments(number, shown)}</article>`,
    ].join('');
  });
  return `<p class="about">The Action says of each which constraint it serves. In <i>warn</i> mode it comments on drift and blocks nothing.</p>${entries.join('')}`;
}

const signs: Readonly<Record<string, string>> = { success: '✓', neutral: '■', failure: '✗' };

function renderCheck(
  { name, conclusion, output }: Shown['pullRequests'][number]['checks'][number],
  number: number,
  shown: Shown,
): string {
  const state = conclusion ?? 'running';
  const said = toHtml(output.summary ?? '', {
    headingLevel: 4,
    idPrefix: `check-${number}`,
    linkIssue: linkIn(shown),
  });
  return `<details class="check ${escapeHtml(state)}"><summary><span class="sign" aria-hidden="true">${signs[state] ?? '·'}</span> <b>${escapeHtml(name)}</b> · ${escapeHtml(state)} · ${escapeHtml(output.title ?? '')}</summary><div class="body">${said}</div></details>`;
}

/** Open milestones: the team's own words, and the block that the Action keeps in them. */
export function renderMilestones(shown: Shown): string {
  const entries = shown.milestones.map(({ title, description, open_issues, closed_issues }) => {
    const text = description ?? '';
    const share = /\*\*(\d+) %\*\*/.exec(text)?.[1];
    const bar =
      share === undefined
        ? ''
        : `<div class="meter" aria-hidden="true"><span style="width:${share}%"></span></div>`;
    return `<article class="milestone"><h3>${escapeHtml(title)}</h3><p class="meta">${open_issues} open, ${closed_issues} closed</p>${bar}${toHtml(text, { headingLevel: 4, linkIssue: linkIn(shown) })}</article>`;
  });
  return `<div class="milestones">${entries.join('')}</div>`;
}
