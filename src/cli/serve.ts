import { extname } from 'node:path';
import type { Terminal } from './terminal.ts';

/** Runs the App until it is stopped, as a program of its own; its settings are those of docs/running-the-app.md. */
export async function serve({ startProgram }: Terminal): Promise<number> {
  // The same ending as this file's: from the sources .ts, from the package .js.
  return startProgram(new URL(`../app/main${extname(import.meta.url)}`, import.meta.url));
}
