const rawElements = 'script|style|textarea|title|iframe|noembed|noframes|noscript|xmp';
const attributes = String.raw`(?:[\s/]|[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s>"'][^\s>]*))?)*(?:>|$)`;
const markup = new RegExp(
  [
    '<!--(?:-?>|[^]*?(?:-->|$))',
    `<(?:${rawElements})(?=[\\s/>])${attributes}`,
    `</?[a-z][^\\s/>]*${attributes}`,
    '<[!?/][^>]*(?:>|$)',
  ].join('|'),
  'gi',
);

/** The text a browser shows of HTML: no comments, no tags, and nothing of elements that hide what is in them. */
export function shownByBrowser(html: string): string {
  const shown: string[] = [];
  let position = 0;
  let templates = 0;
  for (const { 0: mark, index } of html.matchAll(markup)) {
    if (index < position) continue;
    if (templates === 0) shown.push(html.slice(position, index));
    position = index + mark.length;
    const [, close, name = ''] = /^<(\/?)([a-z][^\s/>]*)/i.exec(mark) ?? [];
    const element = name.toLowerCase();
    if (element === 'template') templates = Math.max(0, templates + (close === '/' ? -1 : 1));
    if (close === '' && new RegExp(`^(?:${rawElements})$`).test(element)) {
      const length = html.slice(position).search(new RegExp(`</${element}[\\s/>]`, 'i'));
      position = length === -1 ? html.length : position + length;
    }
  }
  return [...shown, templates === 0 ? html.slice(position) : ''].join('');
}
