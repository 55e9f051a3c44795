import { extname } from 'node:path';
import type { Terminal } from './terminal.ts';

export interface ServeOptions {
  /** Registers the App on GitHub first. */
  readonly setup?: boolean | undefined;
  /** `web`, `worker` or `all`; in place of CHOKEPOINT_ROLE. */
  readonly role?: string | undefined;
}

/** Runs the App until it is stopped, as a program of its own; its settings are those of docs/running-the-app.md. */
export async function serve({ startProgram }: Terminal, { setup, role }: ServeOptions): Promise<number> {
  const env = role === undefined ? {} : { CHOKEPOINT_ROLE: role };
  // The same ending as this file's: from the sources .ts, from the package .js.
  const program = `../app/${setup ? 'setup/' : ''}main${extname(import.meta.url)}`;
  return startProgram(new URL(program, import.meta.url), env);
}
