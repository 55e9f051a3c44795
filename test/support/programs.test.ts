import { describe, expect, it } from 'vitest';
import { findProgram, lookUpProgram, type Machine } from './programs.ts';

function machine(files: readonly string[], isCI = false): Machine {
  return { folders: ['/first', '/second'], isCI, exists: (file) => files.includes(file) };
}

describe('finding a program', () => {
  it('takes the first folder that has it', () => {
    expect(findProgram('initdb', machine(['/second/initdb']))).toBe('/second/initdb');
    expect(findProgram('initdb', machine(['/second/initdb', '/first/initdb']))).toBe('/first/initdb');
  });

  it('knows Chromium by its other names', () => {
    expect(findProgram('chromium', machine(['/second/google-chrome']))).toBe('/second/google-chrome');
  });

  it('finds nothing where there is nothing', () => {
    expect(findProgram('postgres', machine(['/first/initdb']))).toBeNull();
  });

  it('gives a suite the file', () => {
    expect(lookUpProgram('pg_ctl', 'Keeping jobs', machine(['/first/pg_ctl'], true))).toEqual({
      kind: 'found',
      file: '/first/pg_ctl',
    });
  });

  it('says in one line what did not run and what it needs', () => {
    const lookup = lookUpProgram('initdb', 'Keeping jobs in PostgreSQL', machine([]));
    expect(lookup).toEqual({
      kind: 'missing',
      message:
        'Not run: Keeping jobs in PostgreSQL. It needs initdb, which is not here (Debian package postgresql).',
      isFailure: false,
    });
  });

  it('fails a suite whose program is missing where CI is set', () => {
    expect(lookUpProgram('chromium', 'Reading the page', machine([], true))).toMatchObject({
      isFailure: true,
    });
  });
});
