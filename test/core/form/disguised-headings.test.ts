import { describe, expect, it } from 'vitest';
import { candidateForm } from '../../../src/core/form/candidate-form.ts';
import { builtInCandidateForm as form, readCandidate } from '../../../src/core/form/read-candidate.ts';
import { renderBody } from './hostile-candidates.ts';

const typed = candidateForm.fields.map(({ options }) => options[1] ?? 'Some text');
const body = renderBody(candidateForm.fields, typed);

/** The body with every heading written in another way. */
function disguised(write: (label: string) => string): string {
  return body.replace(/^### (.*)$/gm, (_, label: string) => `### ${write(label)}`);
}

const fullWidth = (label: string) =>
  label.replace(/[A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

/** Letters of other scripts that look the same. */
const lookAlikes: Readonly<Record<string, string>> = { a: 'а', e: 'е', i: 'і', o: 'о', s: 'ѕ', t: 'τ' };
const lookAlike = (label: string) => label.replace(/[aeiost]/, (letter) => lookAlikes[letter] ?? letter);

describe('a heading', () => {
  it.each([
    ['zero-width characters in it', (label: string) => [...label].join('\u200b')],
    ['marks of direction around it', (label: string) => `\u202e${label}\u202c`],
    ['soft hyphens in it', (label: string) => [...label].join('\u00ad')],
    ['letters of full width', fullWidth],
    ['spaces that do not break', (label: string) => label.replaceAll(' ', '\u00a0')],
    ['number signs behind it', (label: string) => `${label} ###`],
  ])('T13: with %s is the heading that it looks like', (_, write) => {
    const written = disguised(write);
    expect(written).not.toBe(body);
    expect(readCandidate(written, form)).toEqual(readCandidate(body, form));
  });

  it('T13: in letters of another script is none, wherever it stands', () => {
    expect(readCandidate(disguised(lookAlike), form).problems).toMatchObject([{ code: 'FORM_BYPASSED' }]);
    const planted = `### ${lookAlike('Business impact')}\n\n5 — a decisive effect on a number`;
    const risk = `Some text\n\n${planted}`;
    const within = renderBody(
      candidateForm.fields,
      typed.map((text, index) => (candidateForm.fields[index]?.id === 'risk' ? risk : text)),
    );
    const { value, problems } = readCandidate(within, form);
    expect(value).toEqual({ ...readCandidate(body, form).value, risk });
    expect(problems).toEqual([]);
  });
});
