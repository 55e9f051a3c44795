import { describe, expect, it } from 'vitest';
import type { Answers, Ratings } from '../../src/core/candidate.ts';
import type { Constraint } from '../../src/core/constraint.ts';
import { nextStepInWords, ratingCommandOf } from '../../src/render/next-step-in-words.ts';
import { type Judged, toJudged } from '../../src/render/verdict-in-words.ts';
import { ratingsOf, scoredFrom } from '../core/scoring/builders.ts';

function judgedFrom(form: Partial<Answers>, primary: Constraint | null = 'activation'): Judged {
  const judged = toJudged(scoredFrom(form, { primary }));
  if (judged === null) throw new Error('not complete');
  return judged;
}

describe('the next step', () => {
  it.each<readonly [string, Ratings, string]>([
    ['ready', ratingsOf(4, 4, 4, 4), 'Start it: `/first-move` marks it as the chosen move.'],
    [
      'one rating from ready',
      ratingsOf(4, 4, 3, 4),
      'Lowest: confidence: a half-day spike that answers the named risk; then `/answer confidence: 4`. With confidence at 4 it becomes *ready*.',
    ],
    [
      'strengthen by timing',
      ratingsOf(4, 4, 5, 3),
      'Lowest: timing: say what it unlocks next; then `/answer timing: 4`. With timing at 4 it becomes *ready*.',
    ],
    [
      'two ratings from ready',
      ratingsOf(3, 4, 3, 4),
      'Lowest: impact and confidence. Begin with impact: show which revenue, retention, trust or delivery number it moves; then `/answer impact: 4`.',
    ],
    [
      'validate',
      ratingsOf(5, 2, 4, 5),
      'Run the cheapest test that reaches 3: five calls, or one pass through support, sales or survey notes for the same request. Link it with `/answer links: https://…`, then `/answer evidence: 3`. With evidence at 3 it becomes *strengthen*.',
    ],
    [
      'de-risk',
      ratingsOf(5, 4, 2, 4),
      'Split it, spike it for half a day, or name the risk and what contains it; then `/answer confidence: 3`. With confidence at 3 it becomes *strengthen*.',
    ],
    [
      'not now, for its timing',
      ratingsOf(3, 4, 5, 2),
      'Say what would have to change for it to matter next; when it has, `/answer timing: 3`. With timing at 3 it becomes *strengthen*.',
    ],
    [
      'not now, for its impact',
      ratingsOf(2, 4, 5, 3),
      'Say why it would matter, for revenue, retention, trust or delivery speed, with `/answer impact: 3`, or let it go. With impact at 3 it becomes *strengthen*.',
    ],
    [
      'rethink',
      ratingsOf(2, 2, 5, 3),
      'Find the smallest test that would settle impact and evidence, or close it.',
    ],
    [
      'rethink, hard to ship',
      ratingsOf(2, 4, 1, 3),
      'Find the smallest spike that would settle impact and confidence, or close it.',
    ],
    [
      'rethink, hard to ship and not shown',
      ratingsOf(5, 1, 2, 4),
      'Find the smallest test or spike that would settle evidence and confidence, or close it.',
    ],
  ])('of a candidate that is %s', (_case, ratings, step) => {
    expect(nextStepInWords(judgedFrom({ ratings }), 'activation', 'answer')).toBe(step);
  });

  it('asks for the link where evidence is claimed and not shown', () => {
    const unlinked = judgedFrom({ ratings: ratingsOf(3, 4, 4, 4), links: '' });
    expect(nextStepInWords(unlinked, 'activation', 'answer')).toBe(
      'Link the support thread, the survey or the funnel: `/answer links: https://…`. Evidence then counts as 4 and it becomes *strengthen*.',
    );
    const modest = judgedFrom({ ratings: ratingsOf(3, 2, 4, 4), links: '' });
    expect(nextStepInWords(modest, 'activation', 'answer')).toMatch(/^Run the cheapest test/);
  });

  it('waits while another constraint is declared, and says so of what is not ready', () => {
    const other = { constraint: 'adoption', ratings: ratingsOf(2, 2, 5, 3) } as const;
    const step = 'Find the smallest test that would settle impact and evidence, or close it.';
    expect(nextStepInWords(judgedFrom(other), 'activation', 'answer')).toBe(
      `${step} It waits while activation is the constraint.`,
    );
    expect(nextStepInWords(judgedFrom(other, null), null, 'answer')).toBe(step);
    expect(nextStepInWords(judgedFrom({ constraint: 'adoption' }), 'activation', 'answer')).toBe(
      'Nothing to do until the constraint moves here: it keeps its place.',
    );
    expect(nextStepInWords(judgedFrom({}, null), null, 'answer')).toBe(
      'Declare the constraint in `.github/chokepoint.yml`; if it is this one, start it.',
    );
  });
});

describe('the line that changes a rating', () => {
  const ratings = ratingsOf(5, 4, 2, 4);
  const opinion = { by: 'ben', at: '2026-11-03T00:00:00Z', ratings: { impact: 4 }, because: null } as const;
  const settlement = { by: 'mia', at: '2026-11-04T00:00:00Z', ratings, because: 'we talked' };

  it.each([
    ['answer', '`/answer confidence: 3`'],
    ['score', '`/score confidence=3`'],
    ['settle', '`/settle 5 4 3 4 because …`'],
  ] as const)('by %s is %s', (command, line) => {
    expect(nextStepInWords(judgedFrom({ ratings }), 'activation', command)).toContain(`then ${line}.`);
  });

  it('is the author’s own answer, an opinion among several, or a new settlement', () => {
    expect(ratingCommandOf(scoredFrom({ ratings }))).toBe('answer');
    expect(ratingCommandOf(scoredFrom({ ratings }, { opinions: [opinion] }))).toBe('score');
    expect(ratingCommandOf(scoredFrom({ ratings }, { opinions: [opinion], settlement }))).toBe('settle');
  });
});
