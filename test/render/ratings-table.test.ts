import { describe, expect, it } from 'vitest';
import type { Rating } from '../../src/core/candidate.ts';
import { renderRatings } from '../../src/render/ratings-table.ts';
import { ratingsOf, scoredFrom } from '../core/scoring/builders.ts';

function opinions(dimension: 'evidence' | 'timing', ...given: readonly Rating[]) {
  return given.map((rating, index) => {
    const by = ['ben', 'cleo', 'dev', 'eli'][index] ?? 'fay';
    return { by, at: '2026-11-03T00:00:00Z', ratings: { [dimension]: rating }, because: null };
  });
}

/** What stands below the table. */
function notesOf(input: Parameters<typeof scoredFrom>[1], links?: string): string {
  const form = { ratings: ratingsOf(4, 4, 4, 4), ...(links === undefined ? {} : { links }) };
  return renderRatings(scoredFrom(form, input)).split('\n\n').slice(1).join('\n\n');
}

describe('the notes on ratings', () => {
  it('tell of claimed evidence first, then of who gave what', () => {
    expect(notesOf({ opinions: opinions('evidence', 3) }, '')).toBe(
      '- Evidence strength: claimed 3, counted 2: no link shows it; ana 4, ben 3',
    );
  });

  it.each([
    ['', []],
    ['- Strategic timing: ana 4, ben 3, cleo 5, dev 4', [3, 5, 4]],
    ['- Strategic timing: 5 people, from 2 to 5', [3, 5, 4, 2]],
  ] as const)('name up to four raters, and say the spread of more: %s', (note, given) => {
    expect(notesOf({ opinions: opinions('timing', ...given) })).toBe(note);
  });
});
