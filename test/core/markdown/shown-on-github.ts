/** What GitHub writes as text, tag by tag: https://github.github.com/gfm/#disallowed-raw-html-extension- */
const disallowed =
  /<(?=\/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?:[\s/>]|$))/gi;
const attributes = String.raw`(?:[\s/]|[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s>"'][^\s>]*))?)*(?:>|$)`;
const markup = new RegExp(
  ['<!--(?:-?>|[^]*?(?:-->|$))', `</?[a-z][^\\s/>]*${attributes}`, '<[!?/][^>]*(?:>|$)'].join('|'),
  'gi',
);

/** The text GitHub shows of HTML: no comments, no tags, and nothing of elements that hide what is in them. */
export function shownOnGitHub(raw: string): string {
  const html = raw.replace(disallowed, '&lt;');
  const shown: string[] = [];
  let position = 0;
  // A template that is only mentioned hides nothing.
  const last = html.toLowerCase().lastIndexOf('</template');
  let templates = 0;
  for (const { 0: mark, index } of html.matchAll(markup)) {
    if (index < position) continue;
    if (templates === 0) shown.push(html.slice(position, index));
    position = index + mark.length;
    const [, close, name = ''] = /^<(\/?)([a-z][^\s/>]*)/i.exec(mark) ?? [];
    const element = name.toLowerCase();
    if (element === 'template' && index <= last)
      templates = Math.max(0, templates + (close === '/' ? -1 : 1));
  }
  return [...shown, templates === 0 ? html.slice(position) : ''].join('');
}
