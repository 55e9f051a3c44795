import { describe, expect, test } from 'vitest';
import { candidateForm } from '../../../src/core/form/candidate-form.ts';
import { builtInCandidateForm as form } from '../../../src/core/form/read-candidate.ts';
import { hasHeadings, repeatedHeadings } from '../../../src/core/form/shown-headings.ts';
import { renderBody } from './hostile-candidates.ts';

const [constraint, impact] = ['### Constraint\n\nx\n\n', '### Business impact\n\nx\n\n'];
const quoted = (text: string) => text.replaceAll(/^(?=.)/gm, '> ');
const whole = renderBody(candidateForm.fields, []);

describe('a body holds the headings of a form', () => {
  test.each([
    ['both', constraint + impact],
    ['in another order', impact + constraint],
    ['below other text', `Hello.\n\n${constraint}${impact}`],
    ['one of them twice', constraint + constraint + impact],
    ['with a fence around the second where the form begins the body', `${constraint}\`\`\`\n${impact}`],
  ])('%s', (_, body) => {
    expect(hasHeadings(body, form, ['constraint', 'impact'])).toBe(true);
  });

  test.each([
    ['none', ''],
    ['one', constraint],
    ['one of them twice', constraint + constraint],
    ['one of them quoted below other text', `Hello.\n\n${constraint}${quoted(impact)}`],
    ['both in a fence below other text', `Hello.\n\n\`\`\`\n${constraint}${impact}`],
    ['one and another of the form', `${constraint}### Evidence links\n\n#12`],
  ])('but not: %s', (_, body) => {
    expect(hasHeadings(body, form, ['constraint', 'impact'])).toBe(false);
  });
});

describe('the headings that stand more than once', () => {
  test.each([
    ['none', '', []],
    ['none in a form', whole, []],
    ['one', constraint + impact + constraint, ['constraint']],
    ['one that stands three times', constraint.repeat(3), ['constraint']],
    ['two', (constraint + impact).repeat(2), ['constraint', 'impact']],
    ['not where the copy is quoted', constraint + quoted(constraint), []],
    ['not where the copy is in a fence', `${whole}\n\n\`\`\`\n${whole}\n\`\`\``, []],
  ] as const)('%s', (_, body, ids) => {
    expect([...repeatedHeadings(body, form)]).toEqual(ids);
  });
});
