import { describe, expect, it } from 'vitest';
import { readReferences } from '../../../src/core/closing-keywords.ts';
import { selectLinks } from '../../../src/core/drift/select-links.ts';

const here = 'acme/shop';
const text = readReferences('Closes #2, fixes acme/api#5. Part of #3, refs #4', here);

describe('the linked issues', () => {
  it.each([
    ['the closing relation', [{ repository: 'Acme/Shop', number: 1 }], text, 'closing-relation', [1]],
    ['closing keywords where the relation is empty', [], text, 'closing-keywords', [2]],
    ['closing keywords where the relation could not be asked', null, text, 'closing-keywords', [2]],
    ['mentions where nothing closes', null, { ...text, closing: [] }, 'mentions', [3, 4]],
    ['nothing', [], readReferences('', here), 'none', []],
  ] as const)('come from %s', (_case, relation, references, source, numbers) => {
    expect(selectLinks(here, relation, references)).toMatchObject({ source, numbers });
  });

  it('T24: are the first ten that a description names; how many more there are is told', () => {
    const many = Array.from({ length: 5_940 }, (_, index) => `Refs #${index + 1}`).join(' ');
    const { numbers, more } = selectLinks(here, [], readReferences(many, here));
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(more).toBe(5_930);
  });

  it('of another repository are named, and let the next source speak', () => {
    const relation = [{ repository: 'acme/web', number: 8 }];
    expect(selectLinks(here, relation, text)).toEqual({
      source: 'closing-keywords',
      numbers: [2],
      more: 0,
      otherRepositories: ['acme/web#8', 'acme/api#5'],
    });
  });
});
