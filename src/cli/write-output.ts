import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CannotRun } from './cannot-run.ts';
import type { Terminal } from './terminal.ts';

/**
 * Writes a file, its path relative to the working directory, and makes the folders it stands in. With `keep` a file
 * that is there already stays as it is. Whether it was written. Throws CannotRun: OUTPUT_NOT_WRITTEN.
 */
export async function writeOutput(
  { folder }: Terminal,
  file: string,
  text: string,
  { keep = false } = {},
): Promise<boolean> {
  const path = resolve(folder, file);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: keep ? 'wx' : 'w' });
    return true;
  } catch (error) {
    if (keep && error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw new CannotRun({
      code: 'OUTPUT_NOT_WRITTEN',
      message: `${file} could not be written.`,
      found: String(error),
      expected: 'a file that may be written',
      fix: 'Check the path, which starts at the working directory, and who owns its folder.',
    });
  }
}
