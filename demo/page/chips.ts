import { escapeHtml } from '../../src/render/page/escape-html.ts';
import type { Shown } from './read-shown.ts';

/** Labels as GitHub shows them, on their own colour; a little darker under white, where that would be hard to read. */
export function renderChips(names: readonly string[], { labels }: Pick<Shown, 'labels'>): string {
  if (names.length === 0) return '';
  const chips = names.map((name) => {
    const color = labels.get(name)?.color ?? 'ededed';
    const style = isBright(color)
      ? `background:#${color};color:#1f2328`
      : `background:color-mix(in srgb,#${color} 94%,#000);color:#fff`;
    return `<li class="chip" style="${style}">${escapeHtml(name)}</li>`;
  });
  return `<ul class="chips" aria-label="Labels">${chips.join('')}</ul>`;
}

/** The relative luminance (WCAG 2) from which dark text is easier to read than white. */
const brightFrom = 0.215;

function isBright(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > brightFrom;
}
