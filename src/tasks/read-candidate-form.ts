import { readCandidateTemplate } from '../config/read-template.ts';
import { builtInCandidateForm, prepareCandidateForm } from '../core/form/read-candidate.ts';
import { candidateFormPath } from '../core/settings-files.ts';
import type { Files } from './ports/files.ts';
import { type FormKind, type FormToRead, readOwnForm } from './read-own-form.ts';

const form: FormKind = {
  path: candidateFormPath,
  read: readCandidateTemplate,
  prepare: prepareCandidateForm,
  builtIn: builtInCandidateForm,
};

/** The repository's own candidate form on its default branch, or the built-in one where it has none. */
export function readCandidateForm(files: Files): Promise<FormToRead> {
  return readOwnForm(files, form);
}
