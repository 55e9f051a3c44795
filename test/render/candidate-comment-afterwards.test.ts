import { describe, expect, it } from 'vitest';
import { renderCandidateComment } from '../../src/render/candidate-comment.ts';
import type { CandidateCommentInput } from '../../src/render/candidate-comment-input.ts';
import { ratingsOf } from '../core/scoring/builders.ts';
import { input } from './candidate-comment-input.ts';

/** What stands between the verdict's sentence and the ratings. */
function told(changes: Partial<CandidateCommentInput>): string {
  const comment = renderCandidateComment(input({ ratings: ratingsOf(5, 4, 4, 5) }, {}, changes));
  return /strong in all four\.\n\n([\s\S]*?)\|/.exec(comment)?.[1] ?? '';
}

describe('what became of a candidate', () => {
  it('is told between its verdict and its ratings', () => {
    const outcome = { by: 'mia', outcome: 'moved', because: 'sign-ups doubled, see #12' } as const;
    const said = { ...outcome, at: '2026-12-20T10:00:00Z', commentId: 9 };
    expect(told({ firstMove: { by: 'max', replacedBy: null }, outcome: said })).toBe(
      '**First move**, picked by max.\n\n**Outcome: moved**, told by mia: *sign-ups doubled, see #\u200b12*\n\n',
    );
  });

  it('decides the next step: to ship what was picked, and none once its outcome is told', () => {
    const said = { by: 'mia', at: '2026-12-20T10:00:00Z', commentId: 9 };
    const nextStep = (changes: Partial<CandidateCommentInput>, ratings = ratingsOf(5, 4, 4, 5)) =>
      /^\*\*Next step\.\*\*.*$/m.exec(renderCandidateComment(input({ ratings }, {}, changes)))?.[0] ?? '';
    const firstMove = { by: 'max', replacedBy: null };
    expect(nextStep({ firstMove })).toBe(
      '**Next step.** Ship it and close it; two weeks later `/outcome moved because …` tells what it did.',
    );
    expect(nextStep({ firstMove }, ratingsOf(5, 4, 3, 5))).toContain('Lowest: confidence');
    expect(nextStep({ firstMove, outcome: { ...said, outcome: 'flat', because: 'x' } })).toBe('');
  });

  it('is told while an answer is missing too, with what was rated', () => {
    const said = { by: 'ben', at: '2026-12-20T10:00:00Z', commentId: 9, problem: null };
    const form = { ratings: ratingsOf(4, 3, 4, 5), risk: '' };
    const changes = {
      firstMove: { by: 'max', replacedBy: null },
      constraintBy: { by: 'max', answered: 'adoption' },
    } as const;
    const comment = (command: 'score' | 'settle' | 'confirm') =>
      renderCandidateComment(input(form, {}, { ...changes, outcomes: [{ ...said, command }] }));
    for (const command of ['score', 'settle'] as const) {
      expect(comment(command)).toContain(
        [
          '**First move**, picked by max.',
          "The constraint is max's `/constraint activation`; the form says adoption.",
          'Rated so far: impact 4, evidence 3, confidence 4 and timing 5.',
        ].join('\n\n'),
      );
    }
    expect(comment('confirm')).not.toContain('Rated so far');
  });

  it('names the candidate that was picked after it', () => {
    expect(told({ firstMove: { by: null, replacedBy: 12 } })).toBe(
      'It was the first move until #12 was picked.\n\n',
    );
  });

  it.each([
    [null, "The constraint is mia's `/constraint activation`; the form leaves it open.\n\n"],
    ['adoption', "The constraint is mia's `/constraint activation`; the form says adoption.\n\n"],
    ['activation', ''],
  ] as const)('says what a maintainer set beside the %s of the form', (answered, line) => {
    expect(told({ constraintBy: { by: 'mia', answered } })).toBe(line);
  });

  it('is headed by verdict, score and constraint, and by the constraint it waits for', () => {
    const ratings = ratingsOf(4, 3, 4, 3);
    const comment = renderCandidateComment(input({ constraint: 'adoption', ratings }));
    expect(comment.split('\n\n')[1]).toBe(
      '**Strengthen** · 3.5 · Adoption, while activation is the constraint',
    );
  });
});
