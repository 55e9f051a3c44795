import { readCandidateTemplate } from '../config/read-template.ts';
import { builtInCandidateForm, prepareCandidateForm } from '../core/form/read-candidate.ts';
import type { PreparedTemplate } from '../core/form/template.ts';
import type { Problem } from '../core/problem.ts';
import type { Files } from './ports.ts';

export const candidateFormPath = '.github/ISSUE_TEMPLATE/candidate.yml';

export interface FormToRead {
  readonly template: PreparedTemplate;
  /** What stands against the repository's own form; the built-in one is used where it cannot be. */
  readonly problems: readonly Problem[];
}

/** The repository's own candidate form on its default branch, or the built-in one where it has none. */
export async function readCandidateForm(files: Files): Promise<FormToRead> {
  const file = await files.readFile(candidateFormPath);
  if (file.kind === 'absent') return { template: builtInCandidateForm, problems: [] };
  return prepareOwnForm(file.text);
}

const preparedForms = new Map<string, FormToRead>();
const preparedAtMost = 100;

/** Forms change seldom: each text is read once. */
function prepareOwnForm(text: string): FormToRead {
  const known = preparedForms.get(text);
  if (known !== undefined) return known;
  const reading = readCandidateTemplate(text, candidateFormPath);
  const form = reading.ok
    ? { template: prepareCandidateForm(reading.value.value), problems: reading.value.problems }
    : { template: builtInCandidateForm, problems: reading.problems };
  if (preparedForms.size >= preparedAtMost) preparedForms.clear();
  preparedForms.set(text, form);
  return form;
}
