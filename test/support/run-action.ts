/**
 * Runs the shipped Action as a runner would: what `action.yml` names is started by Node in a process of its own,
 * with the inputs' defaults filled in, an event file, and the files a step reports into.
 *
 *   const run = await runAction({ github, ...(await pullRequestEvent(github, 'acme/app', 7)) });
 *   run.exitCode; run.outputs.get('conclusion'); run.summary;
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import type { EmbeddedGitHub } from '../embedded-github/start.ts';

export interface EventPayload {
  readonly repository: { readonly full_name: string };
}

export interface ActionStart {
  readonly github: Pick<EmbeddedGitHub, 'url' | 'workflowToken'>;
  /** The event's name, such as `pull_request_target`. */
  readonly event: string;
  readonly payload: EventPayload;
  /** By the names of `action.yml`; the rest have its defaults, the token the workflow's own. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Further environment variables. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface ActionRun {
  readonly exitCode: number | null;
  /** Holds the workflow commands too: `::warning …`. */
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: ReadonlyMap<string, string>;
  /** The file that the outputs stand in, as it was written. */
  readonly outputText: string;
  /** The job summary, in Markdown. */
  readonly summary: string;
  readonly elapsedMilliseconds: number;
}

const projectFolder = fileURLToPath(new URL('../../', import.meta.url));
const manifestShape = z.object({
  inputs: z.record(z.string(), z.object({ default: z.coerce.string().optional() }).loose()),
  runs: z.object({ using: z.literal('node24'), main: z.string() }),
});

export async function runAction(start: ActionStart): Promise<ActionRun> {
  const manifest = manifestShape.parse(parse(await readFile(join(projectFolder, 'action.yml'), 'utf8')));
  const folder = await mkdtemp(join(tmpdir(), 'chokepoint-action-'));
  try {
    const files = await layOut(folder, start.payload);
    const defaults = Object.entries(manifest.inputs).map(([name, input]) => [name, input.default ?? '']);
    const inputs: Record<string, string> = { ...Object.fromEntries(defaults), ...start.inputs };
    const env = { ...runnerEnvironment(start, files), ...inputVariables(inputs, start), ...start.env };
    const ended = await runNode(join(projectFolder, manifest.runs.main), files.GITHUB_WORKSPACE, env);
    const outputText = await readFile(files.GITHUB_OUTPUT, 'utf8');
    return {
      ...ended,
      outputs: readOutputs(outputText),
      outputText,
      summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function layOut(folder: string, payload: EventPayload) {
  const files = {
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    GITHUB_STATE: join(folder, 'state'),
    GITHUB_ENV: join(folder, 'env'),
    GITHUB_PATH: join(folder, 'path'),
    // Nothing is checked out: the workspace is empty.
    GITHUB_WORKSPACE: join(folder, 'workspace'),
    RUNNER_TEMP: join(folder, 'temp'),
  };
  await Promise.all([mkdir(files.GITHUB_WORKSPACE), mkdir(files.RUNNER_TEMP)]);
  await writeFile(files.GITHUB_EVENT_PATH, JSON.stringify(payload));
  const empty = [files.GITHUB_OUTPUT, files.GITHUB_STEP_SUMMARY, files.GITHUB_STATE, files.GITHUB_ENV];
  await Promise.all([...empty, files.GITHUB_PATH].map((path) => writeFile(path, '')));
  return files;
}

function runnerEnvironment({ github, event, payload }: ActionStart, files: Readonly<Record<string, string>>) {
  const repository = payload.repository.full_name;
  return {
    PATH: process.env['PATH'] ?? '',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: event,
    GITHUB_REPOSITORY: repository,
    GITHUB_REPOSITORY_OWNER: repository.split('/')[0] ?? '',
    GITHUB_API_URL: github.url,
    GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    GITHUB_SERVER_URL: github.url,
    GITHUB_RUN_ID: '4242',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_WORKFLOW: 'Chokepoint',
    GITHUB_JOB: 'chokepoint',
    GITHUB_ACTION: '__self',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_ACTOR: 'ana',
    RUNNER_OS: 'Linux',
    ...files,
  };
}

/** Spaces become underscores and hyphens stay, as docs.github.com/actions (metadata syntax, `inputs`) says. */
function inputVariables(inputs: Readonly<Record<string, string>>, { github }: ActionStart) {
  const variables = Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    value.replace(/\$\{\{\s*github\.token\s*\}\}/, github.workflowToken),
  ]);
  return Object.fromEntries(variables);
}

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly elapsedMilliseconds: number;
}

/** Runs a script by this Node, with this environment and no more. */
export function runNode(
  script: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
  words: readonly string[] = [],
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const child = spawn(process.execPath, [script, ...words], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.once('error', reject);
    child.once('close', (exitCode) =>
      resolve({ exitCode, stdout, stderr, elapsedMilliseconds: performance.now() - startedAt }),
    );
  });
}

/** Reads `name=value` lines and `name<<delimiter` blocks; a block that is not closed is a fault of the writer. */
export function readOutputs(text: string): ReadonlyMap<string, string> {
  const outputs = new Map<string, string>();
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const {
      name = '',
      mark = '',
      rest = '',
    } = /^(?<name>.*?)(?<mark>=|<<)(?<rest>.*)$/.exec(line)?.groups ?? {};
    if (mark === '') throw new Error(`The output file has a line without a value: ${line}`);
    if (mark === '=') {
      outputs.set(name, rest);
      continue;
    }
    const end = lines.indexOf(rest, at + 1);
    if (end === -1) throw new Error(`The output ${name} is not closed by ${rest}`);
    outputs.set(name, lines.slice(at + 1, end).join('\n'));
    at = end;
  }
  return outputs;
}
