import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { z } from 'zod';
import { readConfig } from '../config/read-config.ts';
import type { Problem } from '../core/problem.ts';
import type { Files, WorkflowFiles } from '../tasks/ports/files.ts';
import { type Validated, validate as validateFiles } from '../tasks/validate.ts';
import { CannotRun } from './cannot-run.ts';
import { printProblems } from './print-problems.ts';
import { readTextFile, readTextFileIfThere } from './read-input.ts';
import { renderAnnotation } from './render-annotation.ts';
import type { validateShape } from './shapes/upkeep.ts';
import { type ExitCode, printBlocks, printJson, type Terminal } from './terminal.ts';

export interface ValidateOptions {
  /** The folder of the repository; the working directory without it. */
  readonly folder?: string | undefined;
  /** Writes annotations of GitHub's runner; so does `GITHUB_ACTIONS=true`. */
  readonly annotations?: boolean | undefined;
  readonly json?: boolean | undefined;
}

/**
 * Checks config, forms and workflows on disk (docs/cli.md), every Problem at once. What a config extends is not read
 * here. 1 when there is any Problem. Throws CannotRun: INPUT_UNREADABLE, INPUT_NOT_TEXT.
 */
export async function validate(terminal: Terminal, options: ValidateOptions): Promise<ExitCode> {
  const { folder = '.', annotations, json } = options;
  const there = { ...terminal, folder: resolve(terminal.folder, folder) };
  if (!existsSync(there.folder)) throw new CannotRun(absent(folder));
  const validated = await validateFiles(filesIn(there), async (text) => readConfig(text, null));
  const { problems } = validated;
  const asAnnotations = annotations ?? terminal.env['GITHUB_ACTIONS'] === 'true';
  if (json) printJson(terminal, { problems: problems.map(toJson) });
  else printBlocks(terminal, [...(asAnnotations ? problems.map(renderAnnotation) : []), inWords(validated)]);
  if (!json && !asAnnotations) printProblems(terminal, problems);
  return problems.length > 0 ? 1 : 0;
}

const workflowFolder = '.github/workflows';

function filesIn(terminal: Terminal): Files & WorkflowFiles {
  return {
    async readFile(path) {
      const text = await readTextFileIfThere(terminal, path);
      return text === null ? { kind: 'absent' } : { kind: 'file', text };
    },
    async readWorkflows() {
      const names = await readdir(resolve(terminal.folder, workflowFolder)).catch(() => []);
      const paths = names
        .filter((name) => /\.ya?ml$/.test(name))
        .sort()
        .map((name) => `${workflowFolder}/${name}`);
      return Promise.all(paths.map(async (path) => ({ path, text: await readTextFile(terminal, path) })));
    },
  };
}

function absent(folder: string): Problem {
  return {
    code: 'INPUT_UNREADABLE',
    message: `${folder} could not be read.`,
    found: 'no such folder',
    expected: 'the folder of a repository',
    fix: 'Check the path: it starts at the working directory.',
  };
}

function inWords({ problems, paths, absent }: Validated): string {
  if (paths.length === 0) return 'There is nothing of Chokepoint here yet: `chokepoint init` writes it.';
  const found =
    problems.length === 0
      ? 'Everything is fine.'
      : `${problems.length} ${problems.length === 1 ? 'Problem' : 'Problems'}.`;
  return [
    found,
    ...paths.map((path) => `  looked at  ${path}`),
    ...absent.map((path) => `  not there  ${path}: the defaults are in force`),
  ].join('\n');
}

function toJson({ code, message, fix, at }: Problem): z.infer<typeof validateShape>['problems'][number] {
  return { code, file: at?.file ?? null, line: at?.line ?? null, column: at?.column ?? null, message, fix };
}
