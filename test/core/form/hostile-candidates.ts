import fc from 'fast-check';
import type { CandidateField } from '../../../src/core/candidate.ts';
import { candidateForm } from '../../../src/core/form/candidate-form.ts';
import type { FormField } from '../../../src/core/form/template.ts';

/** A candidate as somebody filled it in, with the body GitHub makes of it. */
export interface FiledCandidate {
  readonly fields: readonly FormField[];
  /** By field id: the option chosen or the text typed; `''` for none. */
  readonly typed: Readonly<Record<string, string>>;
  readonly body: string;
}

const added: FormField = {
  id: 'area',
  type: 'checkboxes',
  label: 'Area',
  description: '',
  options: ['Import', 'Billing'],
  multiple: false,
  required: false,
  preset: null,
};

const textsFirst: readonly CandidateField[] = ['behaviour', 'risk', 'metric', 'links'];
const isFirst = ({ id }: FormField) => textsFirst.some((first) => first === id);
const textFirst = [
  ...candidateForm.fields.filter((field) => isFirst(field) && field.id !== 'links'),
  ...candidateForm.fields.filter((field) => !isFirst(field)),
  ...candidateForm.fields.filter(({ id }) => id === 'links'),
];

const forms: fc.Arbitrary<readonly FormField[]> = fc.oneof(
  fc.constant(candidateForm.fields),
  fc.constant(textFirst),
  fc.shuffledSubarray([...candidateForm.fields, added], { minLength: candidateForm.fields.length + 1 }),
);

/** Candidates with hostile text in every text area, on the built-in form, text-first forms and any order. */
export const filedCandidates: fc.Arbitrary<FiledCandidate> = forms.chain((fields) =>
  fc
    .record({
      typed: fc.tuple(...fields.map((field) => answersTo(field, fields))),
      windows: fc.boolean(),
      end: fc.constantFrom('', '\n', '\n\n'),
    })
    .map(({ typed, windows, end }) => {
      const body = renderBody(fields, typed) + end;
      return {
        fields,
        typed: Object.fromEntries(fields.map(({ id }, position) => [id, typed[position] ?? ''])),
        body: windows ? body.replaceAll(/\r?\n/g, '\r\n') : body,
      };
    }),
);

/** The body GitHub writes: each label as a heading, its answer below, an empty line between all of them. */
export function renderBody(fields: readonly FormField[], typed: readonly string[]): string {
  const parts = fields.map(({ label }, position) => {
    const answer = typed[position] ?? '';
    return `### ${label}\n\n${answer.trim() === '' ? '_No response_' : answer}`;
  });
  return parts.join('\n\n');
}

function answersTo(field: FormField, fields: readonly FormField[]): fc.Arbitrary<string> {
  if (field.type === 'dropdown') return fc.constantFrom('', ...field.options, ...field.options);
  if (field.type === 'checkboxes') return fc.constant('- [X] Import\n- [ ] Billing');
  const text = hostileTexts(fields);
  return field.type === 'input' ? text.map((typed) => typed.split(/[\n\r]/)[0] ?? '') : text;
}

function hostileTexts(fields: readonly FormField[]): fc.Arbitrary<string> {
  const position = fc.nat({ max: fields.length - 1 });
  const heading = position.map((at) => `### ${fields[at]?.label}`);
  const forged = fc
    .tuple(position, position, fc.infiniteStream(fc.nat({ max: 5 })))
    .map(([one, other, picks]) =>
      forgedForm(fields.slice(Math.min(one, other), Math.max(one, other) + 1), picks),
    );
  const tail = fc
    .tuple(position, fc.infiniteStream(fc.nat({ max: 5 })))
    .map(([from, picks]) => forgedForm(fields.slice(from), picks));
  const block = fc.constantFrom('```', '~~~', '````', '```md', '<!--', '-->', '<!-- a -->', '    ```');
  const plain = fc.constantFrom(
    ...[
      'Users finish.',
      '_No response_',
      'https://example.com/1',
      'see #12',
      'acme/app#7',
      'word',
      '### ',
      '>',
      '',
      '',
    ],
    ...[
      '1 — no effect',
      'Business impact',
      '---',
      '\u200b',
      '\u0000',
      '###\u00a0Constraint ##',
      '\u200b### Constraint',
    ],
  );
  const piece = fc.oneof(
    { weight: 3, arbitrary: plain },
    { weight: 2, arbitrary: block },
    { weight: 2, arbitrary: heading },
    { weight: 1, arbitrary: forged },
    { weight: 1, arbitrary: tail },
    { weight: 1, arbitrary: forged.map((text) => `> ${text.replaceAll('\n', '\n> ')}`) },
    { weight: 1, arbitrary: tail.map((text) => `\`\`\`\n${text}\n\`\`\``) },
    { weight: 1, arbitrary: heading.map((text) => `    ${text}`) },
    { weight: 1, arbitrary: fc.string({ maxLength: 8, unit: 'binary' }) },
  );
  const glue = fc.constantFrom('\n', '\n\n', '\n\n', '\r\n');
  return fc.array(fc.tuple(piece, glue), { maxLength: 5 }).map((pieces) =>
    pieces
      .map(([text, after]) => text + after)
      .join('')
      .trim(),
  );
}

function forgedForm(fields: readonly FormField[], picks: Iterator<number>): string {
  const typed = fields.map((field) => {
    const pick = picks.next().value ?? 0;
    return field.options[pick] ?? (pick % 2 === 0 ? '' : 'Forged, see https://example.com/forged');
  });
  return renderBody(fields, typed);
}
