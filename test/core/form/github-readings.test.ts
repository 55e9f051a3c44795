import { describe, expect, test } from 'vitest';
import { readForm } from '../../../src/core/form/read-form.ts';
import { prepareTemplate } from '../../../src/core/form/template.ts';
import { question } from './question.ts';

const size = { ...question('Size'), type: 'dropdown' as const, options: ['S', 'M'] };
const template = prepareTemplate(
  { fields: [question('Why'), size, question('Links')] },
  { Size: (answer) => (size.options.includes(answer) ? answer : null) },
);

/** A form whose first answer opens a fence, and a whole copy of the rest behind it: one of the two was typed in. */
function typedOrNot(hidden: string, lineBreak = '\n'): string {
  const body = `### Why\n\nSee\n\n\`\`\`\n\n${hidden}\n\n\`\`\`\n\n### Size\n\nM\n\n### Links\n\ny`;
  return body.replaceAll('\n', lineBreak);
}

const asWritten = '### Size\n\nS\n\n### Links\n\nx';

describe('a reading that loses only because a fence hides it', () => {
  test.each([
    ['plain', typedOrNot(asWritten)],
    ['Windows', typedOrNot(asWritten, '\r\n')],
    ['old', typedOrNot(asWritten, '\r')],
    ['plain and Windows', typedOrNot(asWritten).replaceAll('\n\n', '\n\r\n')],
  ])('counts where GitHub can have written it, with %s line breaks', (_, body) => {
    expect(readForm(body, template).ambiguous).toEqual(['Size']);
  });

  test.each([
    ['its heading says more than the label', asWritten.replace('### Size', '### Size ##')],
    ['a blank stands behind its heading', asWritten.replace('### Size', '### Size ')],
    ['its heading is not the label to the letter', asWritten.replace('### Size', '### Ｓize')],
    ['its heading is quoted', asWritten.replace('### Size', '> ### Size')],
    ['its answer stands right below the heading', asWritten.replace('### Size\n', '### Size')],
    ['its heading stands right below the text', asWritten.replace('S\n\n', 'S\n')],
    ['its answer is none of the options', asWritten.replace('\nS\n', '\nXL\n')],
    ['one of its headings is missing', asWritten.replace('### Links', 'Links')],
  ])('does not count where %s', (_, hidden) => {
    const { answers, ambiguous } = readForm(typedOrNot(hidden), template);
    expect(ambiguous).toEqual([]);
    expect(answers.get('Size')).toBe('M');
  });

  test('does not count where text stands above the whole form', () => {
    expect(readForm(`Hello.\n\n${typedOrNot(asWritten)}`, template).ambiguous).toEqual([]);
  });
});
