import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { describe, test } from 'vitest';

/** Programs that some suites need and npm does not bring. */
export type ProgramName = 'chromium' | 'initdb' | 'pg_ctl' | 'postgres';

export interface Machine {
  /** Folders that are searched, in order. */
  readonly folders: readonly string[];
  readonly isCI: boolean;
  exists(file: string): boolean;
}

/** The suite's body with the program's file, or why it does not run, and whether that is a failure. */
export type ProgramLookup =
  | { readonly kind: 'found'; readonly file: string }
  | { readonly kind: 'missing'; readonly message: string; readonly isFailure: boolean };

const programs: Readonly<Record<ProgramName, { names: readonly string[]; debianPackage: string }>> = {
  chromium: { names: ['chromium', 'chromium-browser', 'google-chrome'], debianPackage: 'chromium' },
  initdb: { names: ['initdb'], debianPackage: 'postgresql' },
  pg_ctl: { names: ['pg_ctl'], debianPackage: 'postgresql' },
  postgres: { names: ['postgres'], debianPackage: 'postgresql' },
};

/** The file of a program, or `null` where this machine has none. */
export function findProgram(name: ProgramName, machine: Machine = thisMachine()): string | null {
  const files = machine.folders.flatMap((folder) => programs[name].names.map((file) => join(folder, file)));
  return files.find((file) => machine.exists(file)) ?? null;
}

/** Finds a program for a suite; one that is missing fails the suite where `CI` is set. */
export function lookUpProgram(
  name: ProgramName,
  suite: string,
  machine: Machine = thisMachine(),
): ProgramLookup {
  const file = findProgram(name, machine);
  if (file !== null) return { kind: 'found', file };
  const { debianPackage } = programs[name];
  const message = `Not run: ${suite}. It needs ${name}, which is not here (Debian package ${debianPackage}).`;
  return { kind: 'missing', message, isFailure: machine.isCI };
}

/** `describe` for a suite that needs a program: without it, one line is printed, and with `CI` it fails. */
export function describeWith(name: ProgramName, suite: string, body: (file: string) => void): void {
  const lookup = lookUpProgram(name, suite);
  if (lookup.kind === 'found') {
    describe(suite, () => body(lookup.file));
    return;
  }
  if (!lookup.isFailure) process.stderr.write(`${lookup.message}\n`);
  test(`${suite} finds ${name}`, ({ skip }) => {
    if (lookup.isFailure) throw new Error(lookup.message);
    skip(lookup.message);
  });
}

function thisMachine(): Machine {
  const { PATH = '', CI = '' } = process.env;
  return {
    folders: [...PATH.split(delimiter).filter(Boolean), ...debianPostgresFolders()],
    isCI: CI !== '' && CI !== 'false',
    exists: existsSync,
  };
}

/** Debian keeps the server's programs out of PATH, one folder a version; the newest comes first. */
function debianPostgresFolders(): readonly string[] {
  const folder = '/usr/lib/postgresql';
  if (!existsSync(folder)) return [];
  const versions = readdirSync(folder).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(folder, version, 'bin'));
}
