import { existsSync } from 'node:fs';
import type { Problem } from '../core/problem.ts';
import { type LaidAside, listLaidAside, retryLaidAside } from '../inbox/laid-aside.ts';
import type { Log } from '../inbox/log.ts';
import { readPlace } from '../inbox/read-place.ts';
import { type OpenInbox, openInbox } from '../inbox/store.ts';
import { CannotRun } from './cannot-run.ts';
import { type ExitCode, printBlocks, printJson, type Terminal } from './terminal.ts';

export interface InboxOptions {
  readonly json?: boolean;
  /** Only this one. */
  readonly id?: string;
}

/**
 * Prints what is laid aside; 1 where there is anything. An embedded store that the App holds is a Problem naming
 * the holder (`STORE_HELD`): it serves one process at a time; so is a folder without one (`STORE_ABSENT`).
 */
export async function listInbox(terminal: Terminal, { json = false }: InboxOptions): Promise<ExitCode> {
  return withInbox(terminal, async (inbox) => {
    const found = await listLaidAside(inbox);
    if (json) printJson(terminal, found.map(toJson));
    else printBlocks(terminal, found.length === 0 ? ['Nothing is laid aside.'] : found.map(inWords));
    return found.length === 0 ? 0 : 1;
  });
}

/** Stores failed jobs again, to be worked by the App; an id that is not there is a Problem. */
export async function retryInbox(terminal: Terminal, { json = false, id }: InboxOptions): Promise<ExitCode> {
  return withInbox(terminal, async (inbox) => {
    const retried = await retryLaidAside(inbox, id === undefined ? {} : { id });
    if (retried === 0 && id !== undefined) {
      throw new CannotRun({
        code: 'JOB_NOT_LAID_ASIDE',
        message: 'There is no such failed job.',
        found: id,
        expected: 'an id that `chokepoint inbox list` shows',
        fix: 'Run `chokepoint inbox list`; a job that was tried again meanwhile is no longer there.',
      });
    }
    if (json) printJson(terminal, { retried });
    else printBlocks(terminal, [`${retried} ${retried === 1 ? 'job is' : 'jobs are'} to be tried again.`]);
    return 0;
  });
}

async function withInbox(
  { env, stderr, processId }: Terminal,
  use: (inbox: OpenInbox) => Promise<ExitCode>,
): Promise<ExitCode> {
  const say: Log['error'] = (_fields, message) => stderr.write(`${message}\n`);
  const log: Log = { debug: () => {}, info: () => {}, warn: say, error: say };
  const place = readPlace(env);
  // Opening it would make a new one.
  if (place.kind === 'folder' && !existsSync(place.folder)) throw new CannotRun(absent(place.folder));
  const opening = await openInbox({ place, processId, log });
  if (!opening.ok) throw new CannotRun(...opening.problems);
  try {
    return await use(opening.value);
  } finally {
    await opening.value.close(1_000);
  }
}

function toJson({ id, job, laidAsideAt, reason, codes }: LaidAside) {
  const subject = job === null ? null : { repository: job.repository, ...job.subject };
  return { id, subject, laidAsideAt: laidAsideAt.toISOString(), reason, codes };
}

function inWords({ id, job, laidAsideAt, reason }: LaidAside): string {
  const { kind, number } = job?.subject ?? { kind: 'a job that cannot be read', number: null };
  const subject = `${job?.repository ?? ''} ${kind}${number === null ? '' : ` ${number}`}`.trim();
  return `${id}  ${laidAsideAt.toISOString()}\n  ${subject}\n  ${reason}`;
}

function absent(folder: string): Problem {
  return {
    code: 'STORE_ABSENT',
    message: 'There is no store of the App here.',
    found: `no folder ${folder}`,
    expected: 'the folder that the App keeps its store in',
    fix: 'Run it where the App runs, or set CHOKEPOINT_DATA or DATABASE_URL as they are set for the App.',
  };
}
