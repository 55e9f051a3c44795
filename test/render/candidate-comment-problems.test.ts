import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/core/problem.ts';
import type { ScoringInput } from '../../src/core/scoring/score-candidate.ts';
import { renderCandidateComment } from '../../src/render/candidate-comment.ts';
import { input, open } from './candidate-comment-input.ts';

const problemOf = (code: string, field?: string): Problem => {
  return { code, message: `${code}.`, fix: 'Mend it.', ...(field === undefined ? {} : { field }) };
};
const line = (code: string) => `- ${code.replaceAll('_', '\\_')}. Mend it. <sub>${code}</sub>`;
const nothing = { constraint: null, ratings: open, behaviour: '', metric: '', risk: '', links: '' };
const bypassed = [problemOf('FORM_FIELD_MISSING', 'impact'), problemOf('FORM_BYPASSED')];

/** The list of Problems in the comment. */
function listed(problems: readonly Problem[], form = {}, scoring: Partial<ScoringInput> = {}): string {
  const comment = renderCandidateComment(input(form, scoring, { problems }));
  return comment.split('\n\n').filter((part) => part.startsWith('- '))[0] ?? '';
}

describe('the Problems of a candidate', () => {
  it('are told one a line, but for those that the comment tells by asking', () => {
    const config = [problemOf('CONFIG_UNKNOWN_KEY'), problemOf('CONFIG_TOO_LONG')];
    expect(listed([...bypassed, ...config])).toBe(
      [line('CONFIG_UNKNOWN_KEY'), line('CONFIG_TOO_LONG')].join('\n'),
    );
  });

  it('of one answer are told as long as that answer is open', () => {
    const unknown = (field: string) => problemOf('FORM_UNKNOWN_OPTION', field);
    const told = line('FORM_UNKNOWN_OPTION');
    expect(listed([unknown('constraint')], { constraint: null })).toBe(told);
    expect(listed([unknown('constraint')])).toBe('');
    expect(listed([unknown('constraint')], { metric: '' })).toBe('');
    expect(listed([unknown('kind')], { kind: null })).toBe(told);
    expect(listed([unknown('kind')])).toBe('');
    expect(listed([unknown('impact')], { kind: null })).toBe('');
    expect(listed([unknown('kind')], {}, { ambiguous: ['kind'] })).toBe(told);
  });
});

describe('a candidate without any answer', () => {
  const start = (form: Parameters<typeof input>[0], problems: readonly Problem[]) =>
    /\*\*[^*]*\*\*[^*`[]*/.exec(renderCandidateComment(input(form, {}, { problems })))?.[0];

  it('is sent to the form where its text does not come from it', () => {
    expect(start(nothing, bypassed)).toMatch(
      /^\*\*Not ranked yet\.\*\* This issue is a candidate, but its text/,
    );
  });

  it('is asked for the first where the form was used, or one was given since', () => {
    const discovery = /^\*\*Discovery before engineering\.\*\* /;
    expect(start(nothing, [problemOf('FORM_FIELD_MISSING', 'impact')])).toMatch(discovery);
    expect(start({ ...nothing, constraint: 'adoption' }, bypassed)).toMatch(discovery);
  });
});

describe('a candidate that misses an answer', () => {
  it.each([
    [{ metric: '' }, '**Almost there.** One answer is missing before this can be ranked: *What business'],
    [
      { constraint: null, metric: '' },
      '**Almost there.** Two answers are missing before this can be ranked. First: *Which constraint',
    ],
    [
      { constraint: null, metric: '', risk: '' },
      '**Not ranked yet.** Three answers are missing before this can be ranked. First: *Which constraint',
    ],
    [
      { constraint: null, ratings: open, metric: '', risk: '' },
      '**Not ranked yet.** Seven answers are missing before this can be ranked. First: *Which constraint',
    ],
  ])('is told how many: %o', (form, opening) => {
    expect(renderCandidateComment(input(form)).split('\n\n')[1]?.startsWith(opening)).toBe(true);
  });

  it('is told so as well where kind and links can be read in two ways besides', () => {
    const form = { constraint: null, ratings: open, metric: '', risk: '' };
    expect(renderCandidateComment(input(form, { ambiguous: ['kind', 'links'] })).split('\n\n')[1]).toBe(
      '**Not ranked yet.** Nine answers are missing before this can be ranked. First: *Which constraint does it serve?* activation, adoption, reliability, operations or throughput. Answer here:',
    );
  });
});
