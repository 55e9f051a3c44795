import type { Terminal } from './terminal.ts';

/** Runs the App until it is stopped, as a program of its own; its settings are those of docs/running-the-app.md. */
export async function serve({ startProgram }: Terminal): Promise<number> {
  return startProgram(new URL('../app/main.ts', import.meta.url));
}
