import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Ran } from './recorded-terminal.ts';

const entry = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const forms = fileURLToPath(new URL('../forms/', import.meta.url));

/** One command line as a process of its own, without the environment's settings. */
export async function runProcess(words: readonly string[], stdin = ''): Promise<Ran> {
  const program = spawn(process.execPath, [entry, ...words], { cwd: forms, env: {} });
  program.stdin.on('error', () => undefined);
  program.stdin.end(stdin);
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(program.stdout),
    text(program.stderr),
    once(program, 'close'),
  ]);
  return { exitCode: Number(exitCode), stdout, stderr };
}
