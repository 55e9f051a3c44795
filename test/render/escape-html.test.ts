import { expect, it } from 'vitest';
import { escapeHtml } from '../../src/render/page/escape-html.ts';

it('T4: writes every sign that means something to HTML by its number, and all else as it is', () => {
  expect(escapeHtml(`<a href="x">R&D 'ok' é</a>`)).toBe(
    '&#60;a href=&#34;x&#34;&#62;R&#38;D &#39;ok&#39; é&#60;/a&#62;',
  );
});
