import type { Token } from 'markdown-it';
import { verdicts } from '../../core/candidate.ts';
import { verdictWords } from '../wording.ts';
import { titleOfDiagram } from './draw-diagram.ts';
import { escapeHtml } from './escape-html.ts';

/**
 * Gives every table what a reader needs who does not see it, or sees it on a telephone: a caption (the nearest
 * heading, fold or chart before it, else `firstCaption`), scopes, and in each cell the name of its column. A fold
 * with a chart is open.
 */
export function describeTables(tokens: readonly Token[], firstCaption: string): void {
  let caption = firstCaption;
  let columns: string[] = [];
  let column = 0;
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    caption = captionIn(token, next) ?? caption;
    switch (token.type) {
      case 'html_block':
        openFoldOfChart(token, tokens.slice(index + 1));
        break;
      case 'table_open':
        columns = [];
        token.meta = { caption };
        break;
      case 'tr_open':
        column = 0;
        token.attrSet('role', 'row');
        break;
      case 'th_open':
        columns.push(next?.content ?? '');
        token.attrSet('scope', 'col');
        token.attrSet('role', 'columnheader');
        break;
      case 'td_open':
        describeCell(token, columns[column] ?? '', next?.content ?? '');
        column += 1;
        break;
    }
  }
}

/** Most columns that stay a table on a telephone; wider ones become a list of cards there. */
const mostColumns = 4;
/** Numbers are narrow: a column of them needs no card. */
const narrowCell = 24;

/** The opening of a table, in a place that scrolls where the table is too wide. */
export function renderTableStart(tokens: readonly Token[], index: number): string {
  const caption = escapeHtml(String(tokens[index]?.meta?.['caption'] ?? ''));
  const kind = isForCards(tokens, index) ? 'cards' : 'grid';
  const region = caption === '' ? '' : ` role="region" aria-label="${caption}" tabindex="0"`;
  return [
    `<div class="table ${kind}"${kind === 'grid' ? region : ''}>`,
    '<table role="table">',
    caption === '' ? '' : `<caption>${caption}</caption>`,
    '\n',
  ].join('');
}

function isForCards(tokens: readonly Token[], index: number): boolean {
  const end = tokens.findIndex((token, at) => at > index && token.type === 'table_close');
  const inside = tokens.slice(index, end);
  const cells = inside.filter((_, at) => inside[at - 1]?.type === 'td_open');
  const width = inside.filter(({ type }) => type === 'th_open').length;
  return width > mostColumns && cells.some(({ content }) => content.length > narrowCell);
}

function captionIn(token: Token, next: Token | undefined): string | null {
  if (token.type === 'heading_open') return next?.content ?? null;
  if (token.info === 'mermaid') return titleOfDiagram(token.content);
  if (token.type !== 'html_block') return null;
  return /<summary>([^<]*)<\/summary>/.exec(token.content)?.[1] ?? null;
}

function openFoldOfChart(token: Token, after: readonly Token[]): void {
  const next = after.find(({ type, info }) => type === 'html_block' || info === 'mermaid');
  if (next?.info === 'mermaid') token.content = token.content.replace('<details>', '<details open>');
}

function describeCell(token: Token, column: string, text: string): void {
  token.attrSet('role', 'cell');
  token.attrSet('data-column', column);
  const said = text.replaceAll('*', '');
  const verdict = verdicts.find((one) => said.startsWith(verdictWords[one]));
  if (column === 'verdict' && verdict !== undefined) token.attrSet('data-verdict', verdict);
}
