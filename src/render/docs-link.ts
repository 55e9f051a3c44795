/** Where the project's pages are read; comments and messages point there. */
const docsBase = 'https://github.com/chokepoint/chokepoint/blob/main/docs';

export type DocsPage =
  | 'scoring'
  | 'commands'
  | 'reading-forms'
  | 'drift'
  | 'configuration'
  | 'diagnosis'
  | 'plan';

/** The address of a page of the docs, such as `scoring`. */
export function docsLink(page: DocsPage): string {
  return `${docsBase}/${page}.md`;
}
