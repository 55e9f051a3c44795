import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCandidateTemplate } from '../../../src/config/read-template.ts';
import {
  builtInCandidateForm,
  prepareCandidateForm,
  readCandidate,
} from '../../../src/core/form/read-candidate.ts';
import type { PreparedTemplate } from '../../../src/core/form/template.ts';

const folder = new URL('../../forms/', import.meta.url);
const oddities = readdirSync(folder);

describe('every oddity under test/forms is read as it says', () => {
  test('there are at least forty', () => {
    expect(oddities.length).toBeGreaterThanOrEqual(40);
  });

  test.each(oddities)('%s', (name) => {
    const file = (part: string) => readFileSync(new URL(`${name}/${part}`, folder), 'utf8');
    const template = existsSync(new URL(`${name}/template.yml`, folder))
      ? ownTemplate(file('template.yml'))
      : builtInCandidateForm;
    const { value, problems } = readCandidate(file('body.md'), template);
    expect({
      answers: value,
      problems: problems.map(({ code, field }) => (field === undefined ? { code } : { code, field })),
    }).toEqual(JSON.parse(file('expected.json')));
    for (const problem of problems) expect(problem.fix).not.toBe('');
  });
});

function ownTemplate(yaml: string): PreparedTemplate {
  const read = readCandidateTemplate(yaml, 'template.yml');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return prepareCandidateForm(read.value.value);
}
