import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Problem } from '../core/problem.ts';
import { CannotRun } from './cannot-run.ts';
import type { Terminal } from './terminal.ts';

/**
 * The text of `file`, of standard input for `-` or nothing.
 * Throws CannotRun: INPUT_UNREADABLE, INPUT_NOT_TEXT.
 */
export async function readInput(terminal: Terminal, file: string | undefined): Promise<string> {
  if (file === undefined || file === '-') return toText(await terminal.readStdin(), 'standard input');
  return readTextFile(terminal, file);
}

/** The text of a file that has to be there; relative to the working directory. */
export async function readTextFile(terminal: Terminal, file: string): Promise<string> {
  try {
    return toText(await readFile(resolve(terminal.folder, file)), file);
  } catch (error) {
    throw toCannotRun(error, file);
  }
}

/** The text of a file that may be missing: then `null`. Any other fault is one. */
export async function readTextFileIfThere(terminal: Terminal, file: string): Promise<string | null> {
  try {
    return toText(await readFile(resolve(terminal.folder, file)), file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw toCannotRun(error, file);
  }
}

function toText(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CannotRun({
      code: 'INPUT_NOT_TEXT',
      message: `${name} is not text in UTF-8.`,
      found: 'bytes that are no UTF-8',
      expected: 'text in UTF-8',
      fix: 'Save it as UTF-8 and run the command again.',
    });
  }
}

function toCannotRun(error: unknown, file: string): CannotRun {
  return error instanceof CannotRun ? error : new CannotRun(unreadable(file, error));
}

function unreadable(file: string, error: unknown): Problem {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'no such file',
    EISDIR: 'a folder',
    EACCES: 'a file that may not be read',
  };
  return {
    code: 'INPUT_UNREADABLE',
    message: `${file} could not be read.`,
    found: reasons[codeOf(error)] ?? String(error),
    expected: 'a text file',
    fix: 'Check the path: it starts at the working directory.',
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
