#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { run } from './run.ts';

// Whoever reads our output may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  readStdin,
  env: process.env,
  folder: process.cwd(),
  now: () => new Date(),
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  isInteractive: process.stdin.isTTY && process.stdout.isTTY,
  processId: process.pid,
  startProgram,
});

async function readStdin(): Promise<Uint8Array> {
  if (process.stdin.isTTY) process.stderr.write('Reading standard input; end it with Ctrl+D.\n');
  return buffer(process.stdin);
}

/** The program has our streams. Ctrl+C reaches it by itself; a signal to us alone is handed on. */
async function startProgram(file: URL, env: Readonly<Record<string, string>>): Promise<number> {
  const program = spawn(process.execPath, [fileURLToPath(file)], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => program.kill('SIGTERM'));
  const [exitCode] = await once(program, 'exit');
  return typeof exitCode === 'number' ? exitCode : 1;
}
