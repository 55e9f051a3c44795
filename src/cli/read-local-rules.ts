import { readConfig, readLayer } from '../config/read-config.ts';
import { readCandidateTemplate, readDiagnosisTemplate } from '../config/read-template.ts';
import type { Constraint } from '../core/constraint.ts';
import { prepareCandidateForm } from '../core/form/read-candidate.ts';
import { prepareDiagnosisForm } from '../core/form/read-diagnosis.ts';
import type { FormTemplate, PreparedTemplate } from '../core/form/template.ts';
import type { Problem, Reading, Result } from '../core/problem.ts';
import { configPath } from '../core/settings-files.ts';
import type { Files } from '../tasks/ports/files.ts';
import { readCandidateForm } from '../tasks/read-candidate-form.ts';
import { readDiagnosisForm } from '../tasks/read-diagnosis-form.ts';
import type { FormToRead } from '../tasks/read-own-form.ts';
import { CannotRun } from './cannot-run.ts';
import { readTextFile, readTextFileIfThere } from './read-input.ts';
import type { Terminal } from './terminal.ts';

/**
 * The primary constraint: the option, else of `.github/chokepoint.yml` in the working directory, else none. A config
 * with Problems declares nothing, and they are told. What it extends is not read: when the primary may stand there,
 * that is the Problem CONFIG_EXTENDS_UNREAD.
 */
export async function readPrimary(
  terminal: Terminal,
  option: Constraint | undefined,
): Promise<Reading<Constraint | null>> {
  if (option !== undefined) return { value: option, problems: [] };
  const text = await readTextFileIfThere(terminal, configPath);
  if (text === null) return { value: null, problems: [] };
  const config = readConfig(text, null);
  if (!config.ok) return { value: null, problems: config.problems };
  const primary = config.value.primary?.constraint ?? null;
  const parent = readLayer(text, configPath).value.config.extends;
  return { value: primary, problems: primary === null && parent ? [unread(parent)] : [] };
}

/** One of the two forms, as it is found on disk. */
export interface FormFile {
  readonly own: (files: Files) => Promise<FormToRead>;
  readonly read: (text: string, file: string) => Result<Reading<FormTemplate>>;
  readonly prepare: (template: FormTemplate) => PreparedTemplate;
}

const candidateFile: FormFile = {
  own: readCandidateForm,
  read: readCandidateTemplate,
  prepare: prepareCandidateForm,
};

export const diagnosisFile: FormFile = {
  own: readDiagnosisForm,
  read: readDiagnosisTemplate,
  prepare: prepareDiagnosisForm,
};

/**
 * A form: the file of the option, else the working directory's own, else the built-in one. An own form
 * that cannot be read gives way to the built-in one, as on GitHub; a file that was asked for by name never does.
 */
export async function readLocalForm(
  terminal: Terminal,
  option: string | undefined,
  { own, read, prepare }: FormFile = candidateFile,
): Promise<Reading<PreparedTemplate>> {
  if (option === undefined) {
    const { template, problems } = await own({
      readFile: async (path) => {
        const text = await readTextFileIfThere(terminal, path);
        return text === null ? { kind: 'absent' } : { kind: 'file', text };
      },
    });
    return { value: template, problems };
  }
  const form = read(await readTextFile(terminal, option), option);
  if (!form.ok) throw new CannotRun(...form.problems);
  return { value: prepare(form.value.value), problems: form.value.problems };
}

function unread(parent: string): Problem {
  return {
    code: 'CONFIG_EXTENDS_UNREAD',
    message: `The config builds on that of ${parent}, which is not read here.`,
    found: 'no primary constraint of its own',
    expected: 'a primary constraint, or word that there is none',
    fix: 'Give the constraint that is in force with `--primary`.',
  };
}
