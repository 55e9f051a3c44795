import { readDiagnosisTemplate } from '../config/read-template.ts';
import { builtInDiagnosisForm, prepareDiagnosisForm } from '../core/form/read-diagnosis.ts';
import { diagnosisFormPath } from '../core/settings-files.ts';
import type { Files } from './ports/files.ts';
import { type FormKind, type FormToRead, readOwnForm } from './read-own-form.ts';

const form: FormKind = {
  path: diagnosisFormPath,
  read: readDiagnosisTemplate,
  prepare: prepareDiagnosisForm,
  builtIn: builtInDiagnosisForm,
};

/** The repository's own diagnosis form on its default branch, or the built-in one where it has none. */
export function readDiagnosisForm(files: Files): Promise<FormToRead> {
  return readOwnForm(files, form);
}
