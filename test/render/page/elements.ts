/** HTML of ours, an element a line, to be read and compared. */
export function elementsIn(html: string): readonly string[] {
  return html.replaceAll('><', '>\n<').split('\n');
}
