import { escapeHtml } from '../../src/render/page/escape-html.ts';
import { toHtml } from '../../src/render/page/to-html.ts';
import type { Shown } from './read-shown.ts';

/** The comments under an issue or pull request, as GitHub frames them. */
export function renderComments(number: number, shown: Pick<Shown, 'comments' | 'issues'>): string {
  const comments = shown.comments.get(number) ?? [];
  return comments
    .map(({ user, body }, index) => {
      const html = toHtml(body, {
        headingLevel: 4,
        caption: `Ratings of #${number}`,
        idPrefix: `comment-${number}-${index}`,
        linkIssue: linkIn(shown),
      });
      return `<article class="comment" aria-label="Comment by ${escapeHtml(user.login)}"><p class="author"><b>${escapeHtml(user.login)}</b> commented</p><div class="body">${html}</div></article>`;
    })
    .join('');
}

/** Where an issue stands in the page; those that it does not show are no links. */
export function linkIn({ issues }: Pick<Shown, 'issues'>): (number: number) => string | null {
  return (number) => (issues.get(number)?.state === 'open' ? `#issue-${number}` : null);
}
