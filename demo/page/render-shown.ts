import { constraintGuide } from '../../src/core/constraint.ts';
import { escapeHtml } from '../../src/render/page/escape-html.ts';
import { renderPage } from '../../src/render/page/frame.ts';
import { toHtml } from '../../src/render/page/to-html.ts';
import type { Shown } from './read-shown.ts';
import { renderBacklog } from './render-backlog.ts';
import { linkIn } from './render-comments.ts';
import { renderHistory } from './render-history.ts';
import { renderTiles } from './render-tiles.ts';
import { renderMilestones, renderPullRequests } from './render-work.ts';
import { shownStyle } from './style.ts';

/** The whole page: what a person sees of the repository, in the order in which it is worked with. */
export function renderShown(shown: Shown): string {
  const { status } = shown.summary;
  const name = status === null ? null : constraintGuide[status.constraint].name;
  const sections = [
    { id: 'backlog', title: 'The ranked backlog', html: renderBacklog(shown) },
    { id: 'pull-requests', title: 'Pull requests', html: renderPullRequests(shown) },
    { id: 'milestones', title: 'Milestones', html: renderMilestones(shown) },
    { id: 'summary', title: "Monday's summary", html: renderSummary(shown) },
    { id: 'history', title: 'Eight weeks', html: renderHistory(shown) },
  ];
  return renderPage({
    title: `${shown.repository} · Chokepoint`,
    owner: shown.repository,
    heading: name === null ? 'No constraint is declared yet' : `${name} is the constraint`,
    lead: renderTiles(shown),
    navigation: `<nav class="tabs" aria-label="Parts of this page"><div class="inside">${sections
      .map(({ id, title }) => `<a href="#${id}">${title}</a>`)
      .join('')}</div></nav>`,
    main: sections
      .map(({ id, title, html }) => {
        return `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${html}</section>`;
      })
      .join('\n'),
    colophon:
      '<p>Ledgerline is invented; everything it shows here was labelled, answered, checked and posted by the real App and the shipped Action, on this machine.</p>',
    style: shownStyle,
  });
}

/** The issue that the Action posted, word for word. */
function renderSummary(shown: Shown): string {
  const [newest] = shown.summaries;
  if (newest === undefined) return '<p>None is posted yet.</p>';
  const { title, body, number } = newest;
  const html = toHtml(body ?? '', { headingLevel: 4, idPrefix: 'summary', linkIssue: linkIn(shown) });
  return `<article class="posted" id="issue-${number}"><h3>${escapeHtml(title)}</h3><div class="report">${html}</div></article>`;
}
