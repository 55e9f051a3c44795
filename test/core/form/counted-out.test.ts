import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findHeadings } from '../../../src/core/form/find-headings.ts';
import { hasLink } from '../../../src/core/form/has-link.ts';
import { readForm } from '../../../src/core/form/read-form.ts';
import { type FormField, prepareTemplate } from '../../../src/core/form/template.ts';
import { readCountedOut } from './counted-out.ts';
import { renderBody } from './hostile-candidates.ts';

function question(label: string, type: FormField['type'], options: readonly string[] = []): FormField {
  const id = label.toLowerCase();
  return { id, type, label, description: '', options, multiple: false, required: false, preset: null };
}

const why = question('Why', 'textarea');
const size = question('Size', 'dropdown', ['S', 'M']);
const owner = question('Owner', 'input');
const links = question('Links', 'textarea');
const unread = { ...question('Notes', 'textarea'), id: '' };

const isAnswered = (answer: string) => answer !== '';
const whatCounts = {
  why: isAnswered,
  size: (answer: string) => (size.options.includes(answer) ? answer : null),
  owner: isAnswered,
  links: hasLink,
};

const forms = fc.constantFrom(
  [size, owner, why, links],
  [why, size, owner, links],
  [why, size],
  [owner, why, size],
  [why, unread, size, links],
  [links, owner, size],
);

/** What somebody types: headings of the form, shown and hidden, what hides them, and what they are asked for. */
function lineOf(fields: readonly FormField[]): fc.Arbitrary<string> {
  const heading = fc.constantFrom(...fields.map(({ label }) => `### ${label}`));
  return fc.oneof(
    { weight: 4, arbitrary: heading },
    { weight: 1, arbitrary: heading.map((text) => `> ${text}`) },
    { weight: 1, arbitrary: heading.map((text) => `    ${text}`) },
    { weight: 1, arbitrary: heading.map((text) => `${text} ##`) },
    { weight: 3, arbitrary: fc.constantFrom('```', '```', '<!--', '-->') },
    {
      weight: 5,
      arbitrary: fc.constantFrom('S', 'M', 'XL', 'Some text', '_No response_', 'https://a.example', '#12'),
    },
    { weight: 2, arbitrary: fc.constantFrom('', ' ', '> ') },
  );
}

function linesOf(fields: readonly FormField[], maxLength: number): fc.Arbitrary<string> {
  const line = fc.tuple(lineOf(fields), fc.constantFrom('\n', '\n\n'));
  return fc.array(line, { maxLength }).map((lines) => lines.flat().join(''));
}

function typedInto(field: FormField, fields: readonly FormField[]): fc.Arbitrary<string> {
  if (field.type === 'dropdown') return fc.constantFrom('', ...field.options);
  const lines = linesOf(fields, 4).map((text) => text.trim());
  return field.type === 'input' ? lines.map((text) => text.split('\n')[0] ?? '') : lines;
}

/** Bodies as GitHub writes them of what was typed, as somebody edited them, and as somebody wrote them by hand. */
const anyBody = forms.chain((fields) => {
  const written = fc.tuple(...fields.map((field) => typedInto(field, fields)));
  const body = fc.oneof(
    { weight: 3, arbitrary: written.map((typed) => renderBody(fields, typed)) },
    { weight: 1, arbitrary: written.map((typed) => renderBody(fields, typed).replace('\n\n', '\n')) },
    { weight: 1, arbitrary: written.map((typed) => `\n${renderBody(fields, typed)}`) },
    { weight: 2, arbitrary: linesOf(fields, 9) },
  );
  return fc.record({ fields: fc.constant(fields), body, lineBreak: fc.constantFrom('\n', '\r\n', '\r') });
});

test('a form is read as its rules have it, when every way to read it is written down', () => {
  let ambiguous = 0;
  for (const { fields, body, lineBreak } of fc.sample(anyBody, { numRuns: 800, seed: 7 })) {
    const template = prepareTemplate({ fields }, whatCounts);
    if (findHeadings(body, template).length > 9) continue;
    const read = readForm(body.replaceAll('\n', lineBreak), template);
    const answers = [...read.answers].map(([id, text]) => [id, text.replaceAll(lineBreak, '\n')] as const);
    expect({ ...read, answers: new Map(answers) }, body).toEqual(readCountedOut(body, template));
    if (read.ambiguous.length > 0) ambiguous += 1;
  }
  expect(ambiguous).toBeGreaterThan(80);
});
