import { expect, it } from 'vitest';
import { diagnosisForm } from '../../../src/core/form/diagnosis-form.ts';
import { builtInDiagnosisForm, readDiagnosis } from '../../../src/core/form/read-diagnosis.ts';
import { leastMilliseconds } from '../../support/least-milliseconds.ts';
import { diagnosisBody, filedDiagnosis } from '../diagnosis/filed-diagnosis.ts';

const headings = diagnosisForm.fields.map(({ label }) => `### ${label}`);

it('T12: reads 65,536 characters of headings, marks and spaces in 50 ms', () => {
  for (const filler of [
    '### ',
    `### ${' '.repeat(4_000)}`,
    `${headings[18]}\n`,
    '```\n',
    '> ### x\n',
    'a ',
  ]) {
    const text = filler.repeat(Math.floor(60_000 / filler.length));
    const body = diagnosisBody(filedDiagnosis({ decision: text }));
    expect(
      leastMilliseconds(50, () => readDiagnosis(body, builtInDiagnosisForm)),
      filler,
    ).toBeLessThan(50);
  }
});
