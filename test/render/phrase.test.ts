import { describe, expect, it } from 'vitest';
import { renderPhrase, renderQuoted } from '../../src/render/phrase.ts';

describe('a sentence with words of people', () => {
  it('keeps our own words, shows what is strong and quotes theirs', () => {
    expect(
      renderPhrase(['This closes #1 (', { quoted: 'Fix *it*, @ana' }, '), on ', { strong: 'Adoption' }, '.']),
    ).toBe('This closes #1 (*Fix \\*it\\*, @\u200bana*), on **Adoption**.');
  });

  it.each(['', ' \n', '\u200b'])('shows an ellipsis where nothing of %j can be seen', (text) => {
    expect(renderQuoted(text)).toBe('…');
  });
});
