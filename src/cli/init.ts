import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfig } from '../config/read-config.ts';
import { renderConfig } from '../config/render-config.ts';
import { renderTemplate } from '../config/render-template.ts';
import { renderWorkflow } from '../config/render-workflow.ts';
import { candidateForm } from '../core/form/candidate-form.ts';
import { diagnosisForm } from '../core/form/diagnosis-form.ts';
import { candidateFormPath, configPath, diagnosisFormPath } from '../core/settings-files.ts';
import type { InitAnswers } from './ask-for-settings.ts';
import { CannotRun } from './cannot-run.ts';
import { type ExitCode, printBlocks, printJson, type Terminal } from './terminal.ts';
import { writeOutput } from './write-output.ts';

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
  const { folder = '.', force = false } = options;
  const written: string[] = [];
  const kept: string[] = [];
  for (const [path, text] of files) {
    const isWritten = await writeOutput(terminal, join(folder, path), text, { keep: !force });
    (isWritten ? written : kept).push(path);
  }
  if (options.json) printJson(terminal, { written, kept });
  else printBlocks(terminal, inWords(written, kept, answers));
  return 0;
}

async function askUnlessToldNotTo(terminal: Terminal, options: InitOptions): Promise<InitAnswers> {
  const { folder = '.', yes, json, force } = options;
  if (yes || json) return plainAnswers;
  if (!force && existsSync(resolve(terminal.folder, folder, configPath))) {
    terminal.stderr.write(`${configPath} is there already and stays as it is, so nothing is asked.\n`);
    return plainAnswers;
  }
  if (!terminal.isInteractive) {
    terminal.stderr.write('Nobody is there to ask: taken as with --yes.\n');
    return plainAnswers;
  }
  const { askForSettings } = await import('./ask-for-settings.ts');
  return askForSettings(terminal.now());
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
