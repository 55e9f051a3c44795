/**
 * A real PostgreSQL of its own, in a folder of its own, on a port of its own:
 *
 *   const server = await startPostgres();
 *   await openInbox({ place: { kind: 'postgresql', url: await server.createDatabase() }, … });
 *   server.stop();
 */
import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { freePort } from './free-port.ts';
import { findProgram } from './programs.ts';

export interface PostgresServer {
  /** Makes an empty database and gives its address. */
  createDatabase(): Promise<string>;
  stop(): void;
}

export async function startPostgres(): Promise<PostgresServer> {
  const [initdb, pgCtl] = [findProgram('initdb'), findProgram('pg_ctl')];
  if (initdb === null || pgCtl === null)
    throw new Error('PostgreSQL is not here (Debian package postgresql).');
  const folder = mkdtempSync(join(tmpdir(), 'chokepoint-postgresql-'));
  giveTo(folder);
  const data = join(folder, 'data');
  asUser(initdb, ['-D', data, '-A', 'trust', '-U', 'postgres', '--no-sync']);
  const port = await freePort();
  const settings = `-p ${port} -k ${folder} -h 127.0.0.1 -c max_connections=200`;
  asUser(pgCtl, ['-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start']);
  const address = (database: string) => `postgresql://postgres@127.0.0.1:${port}/${database}`;
  let databases = 0;
  return {
    createDatabase: async () => {
      databases += 1;
      const name = `inbox${databases}`;
      const client = new pg.Client(address('postgres'));
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return address(name);
    },
    stop: () => {
      asUser(pgCtl, ['-D', data, '-m', 'immediate', '-w', 'stop']);
      rmSync(folder, { recursive: true });
    },
  };
}

/** PostgreSQL refuses to run as root. */
function asUser(file: string, words: readonly string[]): void {
  const [program = file, ...rest] = isRoot() ? ['runuser', '-u', 'postgres', '--', file] : [file];
  execFileSync(program, [...rest, ...words], { cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
}

function giveTo(folder: string): void {
  if (!isRoot()) return;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  chownSync(folder, id('-u'), id('-g'));
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
