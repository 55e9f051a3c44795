import MarkdownIt from 'markdown-it';
import { describeTables, renderTableStart } from './describe-tables.ts';
import { drawDiagram } from './draw-diagram.ts';
import { escapeHtml } from './escape-html.ts';

export interface HtmlOptions {
  /** The level that `###`, the highest heading of our texts, has in the page. */
  readonly headingLevel?: 2 | 3 | 4 | 5;
  /** The name of a table before which there is no heading, fold or chart. */
  readonly caption?: string;
  /** Begins the ids of the drawn charts; unique in the page. */
  readonly idPrefix?: string;
  /** Where an issue of the page stands, such as `#issue-12`; `null` leaves `#12` as text. */
  readonly linkIssue?: (number: number) => string | null;
}

/**
 * Our Markdown as the HTML of a page: headings under the page's own, tables with captions and scopes, diagrams drawn.
 * No image, script or attribute of anybody's comes through: of HTML only the few tags our texts use do.
 */
export function toHtml(markdown: string, options: HtmlOptions = {}): string {
  const { headingLevel = 2, caption = '', idPrefix = 'chart', linkIssue = () => null } = options;
  const converter = new MarkdownIt({ html: true });
  converter.disable('image');
  converter.core.ruler.push('describe-tables', ({ tokens }) => describeTables(tokens, caption));
  converter.core.ruler.push('headings', ({ tokens }) => {
    for (const token of tokens) {
      if (/^h\d$/.test(token.tag)) token.tag = `h${levelOf(token.tag, headingLevel)}`;
    }
  });
  const { rules } = converter.renderer;
  let drawn = 0;
  rules['html_inline'] = (tokens, index) => keepOwnTags(tokens[index]?.content ?? '');
  rules['html_block'] = rules['html_inline'];
  rules['text'] = (tokens, index) => {
    return linkIssues(escapeHtml(withBox(tokens[index]?.content ?? '', index)), linkIssue);
  };
  rules['table_open'] = renderTableStart;
  rules['table_close'] = () => '</table></div>\n';
  rules['fence'] = (tokens, index) => {
    const { info = '', content = '' } = tokens[index] ?? {};
    drawn += 1;
    const figure = info === 'mermaid' ? drawDiagram(content, `${idPrefix}-${drawn}`) : null;
    return figure ?? `<pre><code>${escapeHtml(content)}</code></pre>\n`;
  };
  return converter.render(markdown);
}

const ownTag = /^<\/?(?:details|summary|sub)>$|^<(?:details open|br)>$/;

/** Comments go, tags of ours stay, every other tag becomes text. */
function keepOwnTags(html: string): string {
  return html
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .split(/(<[^<>]*>)/)
    .map((part) => (ownTag.test(part) ? part : escapeHtml(part)))
    .join('');
}

/** A task list's box as a sign, where the text is the first of its line. */
function withBox(text: string, index: number): string {
  return index > 0 ? text : text.replace(/^\[([ x])\] /, (_, mark) => (mark === 'x' ? '☑ ' : '☐ '));
}

/** `#12` in text that is escaped already; what people wrote has a break behind its `#`. */
function linkIssues(html: string, linkIssue: (number: number) => string | null): string {
  return html.replaceAll(/(?<![\w/&#.])#(\d+)\b/g, (reference, number: string) => {
    const target = linkIssue(Number(number));
    return target === null ? reference : `<a href="${escapeHtml(target)}">${reference}</a>`;
  });
}

function levelOf(tag: string, highest: number): number {
  return Math.min(Math.max(Number(tag.slice(1)) - 3, 0) + highest, 6);
}
