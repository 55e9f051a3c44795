import type { ResponseHeaders } from '@octokit/types';

/** The most one page holds: docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api */
export const pageSize = 100;

interface Page<Item> {
  readonly data: readonly Item[];
  readonly headers: ResponseHeaders;
}

/**
 * Everything in a list, page by page, each item as `toItem` gives it back. `ask` makes the request for one page with
 * the parameters it is given. Only what GitHub names as the next page is followed: some lists have cursors and know no
 * page numbers, and a short page need not be the last.
 */
export async function readPages<Answered, Item>(
  ask: (page: { readonly per_page: number }) => Promise<Page<Answered>>,
  toItem: (answered: Answered) => Item,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (let next: URLSearchParams | null = new URLSearchParams(); next !== null; ) {
    const page: Page<Answered> = await ask({ ...Object.fromEntries(next), per_page: pageSize });
    items.push(...page.data.map(toItem));
    next = nextOf(page.headers);
  }
  return items;
}

/** The parameters of the next page, as GitHub names them; `null` behind the last. */
export function nextOf({ link = '' }: ResponseHeaders): URLSearchParams | null {
  const address = /<([^>]+)>;\s*rel="next"/.exec(link)?.[1];
  return address === undefined ? null : new URL(address).searchParams;
}
