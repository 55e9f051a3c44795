/** GraphQL's paged lists. */
import { GraphQLError } from 'graphql';

export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

const MOST_NODES = 100;

/** Counting needs no page; nodes do, and GitHub says so. */
export function connection<T>(
  items: readonly T[],
  page: PageArguments,
  toNode: (item: T) => unknown,
): Record<string, unknown> {
  const start = page.after === null || page.after === undefined ? 0 : readCursor(page.after) + 1;
  const end = page.before === null || page.before === undefined ? items.length : readCursor(page.before);
  const bounds = () => {
    const size = page.first ?? page.last;
    if (size === null || size === undefined) {
      throw refused(
        'MISSING_PAGINATION_BOUNDARIES',
        'You must provide a `first` or `last` value to properly paginate the connection.',
      );
    }
    if (size > MOST_NODES) {
      throw refused(
        'EXCESSIVE_PAGINATION',
        `Requesting ${size} records on the connection exceeds the \`first\` limit of 100 records.`,
      );
    }
    if (typeof page.first === 'number') return { from: start, to: Math.min(end, start + size) };
    return { from: Math.max(start, end - size), to: end };
  };
  return {
    totalCount: items.length,
    nodes: () => {
      const { from, to } = bounds();
      return items.slice(from, to).map(toNode);
    },
    edges: () => {
      const { from, to } = bounds();
      return items
        .slice(from, to)
        .map((item, index) => ({ cursor: renderCursor(from + index), node: toNode(item) }));
    },
    pageInfo: () => {
      const { from, to } = bounds();
      return {
        hasNextPage: to < items.length,
        hasPreviousPage: from > 0,
        startCursor: to > from ? renderCursor(from) : null,
        endCursor: to > from ? renderCursor(to - 1) : null,
      };
    },
  };
}

function renderCursor(index: number): string {
  return Buffer.from(`cursor:${index}`).toString('base64');
}

function readCursor(text: string): number {
  const found = /^cursor:(\d+)$/.exec(Buffer.from(text, 'base64').toString('utf8'));
  if (found === null)
    throw refused('INVALID_CURSOR_ARGUMENTS', `\`${text}\` does not appear to be a valid cursor.`);
  return Number(found[1]);
}

function refused(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}
