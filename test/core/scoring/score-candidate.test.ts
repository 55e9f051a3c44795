import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensions, type Rating } from '../../../src/core/candidate.ts';
import { labelCatalogue } from '../../../src/core/labels.ts';
import { counterfactualOf } from '../../../src/core/scoring/counterfactual.ts';
import { labelsOf, labelsOfScoring } from '../../../src/core/scoring/labels-of.ts';
import { bandOf, scoreOf } from '../../../src/core/scoring/score.ts';
import { scoreCandidate } from '../../../src/core/scoring/score-candidate.ts';
import { verdictOf } from '../../../src/core/scoring/verdict.ts';
import { anyScoringInput } from './arbitraries.ts';
import { everyProfile, ratingsOf, scoredFrom } from './builders.ts';
import { plainCounterfactual, plainScore, plainScored, plainVerdict } from './plain-scoring.ts';

type Row = readonly [Rating, Rating, Rating, Rating, number, string, readonly string[]];

describe('a complete candidate', () => {
  it.each<Row>([
    [5, 4, 4, 5, 4.5, 'ready', []],
    [4, 4, 4, 4, 4.0, 'ready', []],
    [5, 5, 3, 4, 4.2, 'strengthen', []],
    [4, 3, 4, 3, 3.5, 'strengthen', []],
    [3, 3, 3, 3, 3.0, 'strengthen', []],
    [5, 2, 4, 5, 3.8, 'validate', ['exciting-weak-evidence']],
    [5, 4, 2, 4, 3.6, 'de-risk', []],
    [3, 4, 5, 2, 3.3, 'not-now', ['easy-but-disconnected']],
    [2, 4, 5, 2, 3.0, 'rethink', ['easy-but-disconnected']],
    [5, 1, 2, 4, 2.5, 'rethink', ['exciting-weak-evidence']],
  ])('rated %i %i %i %i scores %f and is %s', (i, e, x, t, score, verdict, flags) => {
    const scored = scoredFrom({ ratings: ratingsOf(i, e, x, t) });
    expect(scored).toMatchObject({ score, verdict, flags, band: Math.floor(score) });
  });

  it.each<readonly [Rating, Rating, Rating, Rating, string]>([
    [4, 4, 4, 4, 'ready'],
    [4, 4, 4, 3, 'strengthen'],
    [5, 2, 5, 5, 'validate'],
    [5, 5, 1, 5, 'de-risk'],
    [2, 5, 5, 5, 'not-now'],
    [5, 5, 5, 2, 'not-now'],
    [5, 2, 2, 5, 'rethink'],
    [1, 1, 1, 1, 'rethink'],
  ])('rated %i %i %i %i means %s', (i, e, x, t, verdict) => {
    expect(verdictOf(ratingsOf(i, e, x, t))).toBe(verdict);
  });

  it('has the score, verdict and counterfactual of the plain rules for each of the 625 profiles', () => {
    const profiles = everyProfile();
    expect(profiles).toHaveLength(625);
    for (const profile of profiles) {
      expect([scoreOf(profile), verdictOf(profile), counterfactualOf(profile)]).toEqual([
        plainScore(profile),
        plainVerdict(profile),
        plainCounterfactual(profile),
      ]);
      expect(bandOf(scoreOf(profile))).toBe(Math.floor(plainScore(profile)));
    }
  });

  it('agrees with the plain rules on 10,000 random candidates', () => {
    fc.assert(
      fc.property(anyScoringInput, (input) => {
        const { claimed, counted, score, verdict, flags, counterfactual } = scoreCandidate(input);
        expect({ claimed, counted, score, verdict, flags, counterfactual }).toEqual(
          plainScored({
            constraint: input.answers.constraint,
            ratings: { ...input.answers.ratings },
            texts: [input.answers.behaviour, input.answers.metric, input.answers.risk],
            linked: /[/#]/.test(input.answers.links),
            author: input.author,
            opinions: input.opinions.map(({ by, ratings }) => ({ by, ratings: { ...ratings } })),
            settled: input.settlement?.ratings ?? null,
            primary: input.primary,
            confirmed: input.confirmation === 'confirmed',
          }),
        );
      }),
      { numRuns: 10_000 },
    );
  });

  it('flags strong timing for another constraint only while one is declared', () => {
    const ratings = ratingsOf(4, 4, 4, 4);
    expect(scoredFrom({ ratings }, { primary: 'reliability' }).flags).toEqual(['timing-conflict']);
    expect(scoredFrom({ ratings }, { primary: 'activation' }).flags).toEqual([]);
    expect(scoredFrom({ ratings }, { primary: null }).flags).toEqual([]);
  });

  it('shows its flags in their fixed order', () => {
    const opinions = [
      { by: 'ben', at: '2026-11-03T00:00:00Z', ratings: { timing: 1 as const }, because: null },
    ];
    const input = { opinions, primary: 'reliability', confirmation: 'unconfirmed' } as const;
    expect(scoredFrom({ ratings: ratingsOf(5, 2, 4, 3) }, input).flags).toEqual([
      'exciting-weak-evidence',
      'easy-but-disconnected',
      'needs-discussion',
      'unconfirmed',
    ]);
  });

  it('takes its lowest rating first where several steps lead as far', () => {
    expect(counterfactualOf(ratingsOf(5, 5, 3, 4))).toEqual({
      dimension: 'confidence',
      to: 4,
      verdict: 'ready',
    });
    expect(counterfactualOf(ratingsOf(5, 2, 1, 4))).toEqual({
      dimension: 'evidence',
      to: 3,
      verdict: 'de-risk',
    });
    expect(counterfactualOf(ratingsOf(2, 5, 5, 2))).toEqual({
      dimension: 'impact',
      to: 3,
      verdict: 'not-now',
    });
    expect(counterfactualOf(ratingsOf(5, 5, 5, 5))).toBeNull();
    expect(counterfactualOf(ratingsOf(3, 3, 3, 3))).toBeNull();
  });
});

describe('evidence', () => {
  it.each([1, 2, 3, 4, 5] as const)('claimed %i counts as 2 at most without a link', (claimed) => {
    const { counted } = scoredFrom({ ratings: ratingsOf(5, claimed, 5, 5), links: 'ask Ben' });
    expect(counted.evidence).toBe(Math.min(claimed, 2));
  });

  it.each([
    ['https://example.com/funnel', true],
    ['see HTTP://example.com', true],
    ['#12', true],
    ['Thread (#12), last week', true],
    ['acme/shop#12', true],
    ['https://', false],
    ['https://…', false],
    ['http://[::1]/x', true],
    ['#0', false],
    ['#12abc', false],
    ['C#12', false],
    ['issue 12', false],
    ['example.com', false],
    ['', false],
  ])('is shown by %j: %s', (links, shown) => {
    const { counted } = scoredFrom({ ratings: ratingsOf(5, 5, 5, 5), links });
    expect(counted.evidence).toBe(shown ? 5 : 2);
  });
});

describe('an incomplete candidate', () => {
  it('is asked for what is missing, the easiest first', () => {
    const open = { impact: null, evidence: null, confidence: null, timing: null };
    const scored = scoredFrom({
      constraint: null,
      ratings: open,
      behaviour: '',
      metric: ' ',
      risk: '\u200b',
    });
    expect(scored.missing).toEqual([
      'constraint',
      'impact',
      'timing',
      'evidence',
      'metric',
      'behaviour',
      'risk',
      'confidence',
    ]);
  });

  it.each(['constraint', ...dimensions, 'behaviour', 'metric', 'risk'] as const)(
    'lacks only its %s',
    (field) => {
      const gap = dimensions.some((dimension) => dimension === field)
        ? { ratings: { ...ratingsOf(4, 4, 4, 4), [field]: null } }
        : { [field]: field === 'constraint' ? null : '<!-- nothing -->' };
      const scored = scoredFrom(gap, { primary: 'reliability', confirmation: 'unconfirmed' });
      expect(scored).toMatchObject({
        verdict: 'incomplete',
        missing: [field],
        score: null,
        band: null,
        flags: [],
        counterfactual: null,
      });
    },
  );

  it('is asked last for a kind or links that the form gives in more than one way', () => {
    expect(scoredFrom({ risk: '' }, { ambiguous: ['links', 'kind', 'impact'] })).toMatchObject({
      verdict: 'incomplete',
      score: null,
      missing: ['risk', 'kind', 'links'],
    });
  });

  it('needs neither a kind nor links', () => {
    expect(scoredFrom({ kind: null, links: '' }).verdict).toBe('validate');
  });
});

describe('the labels of a candidate', () => {
  it('name its constraint, its band and its verdict', () => {
    expect(labelsOf(scoredFrom({ ratings: ratingsOf(5, 5, 3, 4) }))).toEqual([
      'constraint: activation',
      'score: 4',
      'verdict: strengthen',
    ]);
  });

  it('leave out what an incomplete one does not have', () => {
    expect(labelsOf(scoredFrom({ constraint: null }))).toEqual(['verdict: incomplete']);
  });

  it('are all of the catalogue, and never given by people', () => {
    const catalogue = labelCatalogue.map(({ key }) => key);
    expect(labelsOfScoring).toHaveLength(17);
    for (const key of labelsOfScoring) expect(catalogue).toContain(key);
    expect(labelsOfScoring).not.toContain('candidate');
    expect(labelsOfScoring).not.toContain('first move');
  });
});
