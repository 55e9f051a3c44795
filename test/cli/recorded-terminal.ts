import { fileURLToPath } from 'node:url';
import { run } from '../../src/cli/run.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The working directory; one without `.github/` if none is given. */
  readonly folder?: string;
  readonly startProgram?: Terminal['startProgram'];
}

/** A terminal that keeps what is written to it. */
export function recordedTerminal({ stdin = '', env = {}, folder, startProgram }: Surroundings = {}) {
  const written = { stdout: '', stderr: '' };
  const terminal: Terminal = {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    readStdin: async () => new TextEncoder().encode(stdin),
    env,
    folder: folder ?? fileURLToPath(new URL('../forms/', import.meta.url)),
    now: () => new Date('2026-11-10T09:00:00Z'),
    timeZone: 'Europe/Berlin',
    isInteractive: false,
    processId: process.pid,
    startProgram: startProgram ?? (async () => 0),
  };
  return { terminal, written };
}

/** One command line in this process. */
export async function runHere(words: readonly string[], surroundings: Surroundings = {}): Promise<Ran> {
  const { terminal, written } = recordedTerminal(surroundings);
  const exitCode = await run(words, terminal);
  return { exitCode, ...written };
}
