import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { readConfig } from '../config/read-config.ts';
import { renderConfig } from '../config/render-config.ts';
import { renderTemplate } from '../config/render-template.ts';
import { renderWorkflow } from '../config/render-workflow.ts';
import { configPath } from '../config/schema.ts';
import { candidateForm } from '../core/form/candidate-form.ts';
import { diagnosisForm } from '../core/form/diagnosis-form.ts';
import { candidateFormPath } from '../tasks/read-candidate-form.ts';
import { diagnosisFormPath } from '../tasks/read-diagnosis-form.ts';
import type { InitAnswers } from './ask-for-settings.ts';
import { CannotRun } from './cannot-run.ts';
import { type ExitCode, printBlocks, printJson, type Terminal } from './terminal.ts';

export interface InitOptions {
  /** The folder of the repository; the working directory without it. */
  readonly folder?: string | undefined;
  /** Asks nothing: the Action alone, no constraint declared yet. */
  readonly yes?: boolean | undefined;
  /** Writes over what is there. */
  readonly force?: boolean | undefined;
  readonly json?: boolean | undefined;
}

const plainAnswers: InitAnswers = { issues: 'action', primary: null };

const workflowPath = '.github/workflows/chokepoint.yml';

/**
 * Writes both forms, the config and the workflow into a repository (docs/getting-started.md); a file that is there stays,
 * unless it is to be written over. 0 also where everything was there. Throws CannotRun: CONFIG_… for an answer that
 * cannot be, OUTPUT_NOT_WRITTEN, ANSWERS_CANCELLED.
 */
export async function init(terminal: Terminal, options: InitOptions): Promise<ExitCode> {
  const answers = await askUnlessToldNotTo(terminal, options);
  const timeZone = terminal.timeZone;
  const config = renderConfig({ ...answers, timeZone });
  const reading = readConfig(config, null);
  if (!reading.ok) throw new CannotRun(...reading.problems);
  const files = [
    [configPath, config],
    [candidateFormPath, renderTemplate(candidateForm)],
    [diagnosisFormPath, renderTemplate(diagnosisForm)],
    [workflowPath, renderWorkflow(answers.issues)],
  ] as const;
  const folder = resolve(terminal.folder, options.folder ?? '.');
  const written: string[] = [];
  const kept: string[] = [];
  for (const [path, text] of files) {
    ((await writeNew(resolve(folder, path), text, options.force ?? false)) ? written : kept).push(path);
  }
  if (options.json) printJson(terminal, { written, kept });
  else printBlocks(terminal, inWords(written, kept, answers));
  return 0;
}

async function askUnlessToldNotTo(terminal: Terminal, { yes, json }: InitOptions): Promise<InitAnswers> {
  if (yes || json) return plainAnswers;
  if (!terminal.isInteractive) {
    terminal.stderr.write('Nobody is there to ask: taken as with --yes.\n');
    return plainAnswers;
  }
  const { askForSettings } = await import('./ask-for-settings.ts');
  return askForSettings(terminal.now());
}

/** Whether it was written. */
async function writeNew(file: string, text: string, overwrite: boolean): Promise<boolean> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: overwrite ? 'w' : 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw new CannotRun({
      code: 'OUTPUT_NOT_WRITTEN',
      message: `${file} could not be written.`,
      found: String(error),
      expected: 'a folder in which files may be written',
      fix: 'Check the folder and run it again: what was written stays.',
    });
  }
}

function inWords(
  written: readonly string[],
  kept: readonly string[],
  { issues, primary }: InitAnswers,
): readonly string[] {
  const steps = [
    `Put your copy of Chokepoint, at a commit that you have reviewed, into ${workflowPath}.`,
    ...(issues === 'app' ? ['Set up the App: `chokepoint serve --setup`.'] : []),
    'Commit and push these files to the default branch.',
    primary === null
      ? 'Open an issue with the form "Diagnosis", or file candidates at once: they are ranked without a constraint too.'
      : 'Open an issue with the form "Candidate": it is labelled and answered.',
  ];
  return [
    [
      ...written.map((path) => `  wrote  ${path}`),
      ...kept.map((path) => `  kept   ${path} (there already; --force writes over it)`),
    ].join('\n'),
    ['Next:', ...steps.map((step, index) => `  ${index + 1}. ${step}`)].join('\n'),
  ];
}
