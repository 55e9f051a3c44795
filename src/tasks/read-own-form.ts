import type { FormTemplate, PreparedTemplate } from '../core/form/template.ts';
import type { Problem, Reading, Result } from '../core/problem.ts';
import type { Files } from './ports/files.ts';

export interface FormToRead {
  readonly template: PreparedTemplate;
  /** What stands against the repository's own form; the built-in one is used where it cannot be. */
  readonly problems: readonly Problem[];
}

export interface FormKind {
  readonly path: string;
  readonly read: (text: string, path: string) => Result<Reading<FormTemplate>>;
  readonly prepare: (template: FormTemplate) => PreparedTemplate;
  readonly builtIn: PreparedTemplate;
}

/** Forms change seldom: each text is read once. */
const prepared = new Map<string, FormToRead>();
const preparedAtMost = 100;

/** A repository's own form on its default branch, or the built-in one where it has none. */
export async function readOwnForm(files: Files, form: FormKind): Promise<FormToRead> {
  const file = await files.readFile(form.path);
  if (file.kind === 'absent') return { template: form.builtIn, problems: [] };
  const key = `${form.path}\n${file.text}`;
  const known = prepared.get(key);
  if (known !== undefined) return known;
  const reading = form.read(file.text, form.path);
  const toRead = reading.ok
    ? { template: form.prepare(reading.value.value), problems: reading.value.problems }
    : { template: form.builtIn, problems: reading.problems };
  if (prepared.size >= preparedAtMost) prepared.clear();
  prepared.set(key, toRead);
  return toRead;
}
