import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fail, type Problem, type Result, succeed } from '../core/problem.ts';

export interface FolderLock {
  release(): void;
}

const sqliteBusy = 5;

/**
 * Makes the folder and takes it for this process alone, at once or not at all; nothing waits.
 *
 * The lock is the exclusive file lock that SQLite, which Node brings along, takes from the operating
 * system. The kernel grants it to one process only and gives it up when that process ends, however
 * it ends: there is no moment between looking and taking, and nothing stale to clean up. A file with
 * a process id has both faults, and neither it nor a socket sees a second container on the same
 * volume. The file beside it names the holder for people and decides nothing.
 *
 * Problems: `STORE_HELD`, naming the holder; `STORE_FOLDER_UNUSABLE`.
 */
export function lockFolder(folder: string, processId: number): Result<FolderLock> {
  const holderFile = join(folder, 'inbox.holder');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const lock = new DatabaseSync(join(folder, 'inbox.lock'), { timeout: 0 });
    try {
      lock.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      lock.close();
      return fail(
        isBusy(error) ? heldProblem(folder, readHolder(holderFile)) : unusableProblem(folder, error),
      );
    }
    writeFileSync(holderFile, `${processId}\n`);
    return succeed({ release: () => lock.close() });
  } catch (error) {
    return fail(unusableProblem(folder, error));
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy;
}

function readHolder(file: string): string {
  try {
    return `process ${readFileSync(file, 'utf8').trim()}`;
  } catch {
    return 'another process';
  }
}

function heldProblem(folder: string, holder: string): Problem {
  return {
    code: 'STORE_HELD',
    message: `The store in ${folder} is in use by ${holder}; two processes on one embedded store lose events.`,
    found: holder,
    expected: 'a folder that no other process uses',
    fix: 'Stop that process, choose another CHOKEPOINT_DATA, or set DATABASE_URL to run several processes on PostgreSQL.',
  };
}

function unusableProblem(folder: string, error: unknown): Problem {
  return {
    code: 'STORE_FOLDER_UNUSABLE',
    message: `The folder ${folder} cannot be used for the store.`,
    found: error instanceof Error ? error.message : String(error),
    expected: 'a folder this process may create and write to',
    fix: 'Give CHOKEPOINT_DATA a folder on a local disk that belongs to the user the App runs as.',
  };
}
