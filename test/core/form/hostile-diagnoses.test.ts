import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type DiagnosisField, pressures } from '../../../src/core/diagnosis/answers.ts';
import { diagnosisForm } from '../../../src/core/form/diagnosis-form.ts';
import { builtInDiagnosisForm, readDiagnosis } from '../../../src/core/form/read-diagnosis.ts';
import { diagnosisBody, type FiledDiagnosis, filedDiagnosis } from '../diagnosis/filed-diagnosis.ts';

const headings = diagnosisForm.fields.map(({ label }) => `### ${label}`);
const options = diagnosisForm.fields.flatMap((field) => field.options);

/** What somebody may type or paste: headings and options of the form, fences, quotes, comments. */
const piece = fc.oneof(
  fc.constantFrom(...headings),
  fc.constantFrom(...headings.map((heading) => `> ${heading}`)),
  fc.constantFrom(...headings.map((heading) => `\`\`\`\n${heading}\n\nMeasured\n\`\`\``)),
  fc.constantFrom(...options),
  fc.constantFrom('```', '~~~', '<!--', '-->', '_No response_', '', 'Most leave there', '4 of ten', '\u200b'),
  fc.string({ maxLength: 6, unit: 'binary' }),
);
const hostile = fc
  .array(fc.tuple(piece, fc.constantFrom('\n', '\n\n', '\r\n')), { maxLength: 5 })
  .map((pieces) => pieces.flat().join('').trim());

const picks = diagnosisForm.fields.filter(({ type }) => type === 'dropdown');

const filed: fc.Arbitrary<FiledDiagnosis> = fc
  .tuple(
    fc.record(Object.fromEntries(picks.map(({ id, options: own }) => [id, fc.nat({ max: own.length - 1 })]))),
    fc.record(Object.fromEntries([...pressures, 'decision'].map((id) => [id, hostile]))),
  )
  .map(([picked, written]) => filedDiagnosis({ ...picked, ...written }));

it('T11: whatever is typed into the texts, a pick is read as it was made, or nothing is read at all', () => {
  let [read, all] = [0, 0];
  fc.assert(
    fc.property(filed, (diagnosis) => {
      all += 1;
      const { value, problems } = readDiagnosis(diagnosisBody(diagnosis), builtInDiagnosisForm);
      expect(value === null).toBe(problems.length > 0);
      if (value === null) return;
      read += 1;
      const alone = Object.fromEntries(picks.map(({ id }) => [id, answerTo(diagnosis, id)]));
      const plain = readDiagnosis(diagnosisBody(filedDiagnosis(alone)), builtInDiagnosisForm).value;
      const { degrees, decision: _, ...choices } = value;
      expect(choices).toEqual({ ...plain, degrees: undefined, decision: undefined });
      for (const { id } of picks) expect(entry(degrees, id)).toBe(entry(plain?.degrees ?? {}, id));
    }),
    { numRuns: 3_000 },
  );
  expect(read / all).toBeGreaterThan(0.1);
});

function answerTo(diagnosis: FiledDiagnosis, id: string) {
  return Object.entries(diagnosis).find(([field]) => field === id)?.[1] ?? null;
}

function entry(record: object, id: string | DiagnosisField): unknown {
  return Object.entries(record).find(([key]) => key === id)?.[1];
}
