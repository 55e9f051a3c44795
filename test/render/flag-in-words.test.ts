import { describe, expect, it } from 'vitest';
import type { Rating } from '../../src/core/candidate.ts';
import { flagInWords } from '../../src/render/flag-in-words.ts';
import { ratingsOf, scoredFrom } from '../core/scoring/builders.ts';

describe('raters who differ', () => {
  const by = (login: string, impact: Rating, timing: Rating) => {
    return { by: login, at: '2026-11-03T00:00:00Z', ratings: { impact, timing }, because: null };
  };

  it('are named with every dimension they differ in, and with who ends it', () => {
    const opinions = [by('ben', 2, 3), by('cleo', 4, 1)];
    expect(
      flagInWords('needs-discussion', scoredFrom({ ratings: ratingsOf(5, 3, 4, 4) }, { opinions })),
    ).toBe(
      'ana and ben rate its impact 5 and 2 and ana and cleo rate timing 4 and 1: talk, then a maintainer writes `/settle 4 3 4 5 because …`.',
    );
  });
});
