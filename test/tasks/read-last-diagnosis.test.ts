import { describe, expect, it } from 'vitest';
import type { Permission } from '../../src/core/permission.ts';
import { defaultPolicy } from '../../src/core/policy.ts';
import type { Thread } from '../../src/tasks/ports/issues.ts';
import { readLastDiagnosis } from '../../src/tasks/read-last-diagnosis.ts';
import {
  clear,
  diagnosisBody,
  type FiledDiagnosis,
  filedDiagnosis,
} from '../core/diagnosis/filed-diagnosis.ts';
import { createFakeRepository } from './fake-repository.ts';

const fake = createFakeRepository({ permissions: { tia: 'triage' } });

function thread(number: number, author: string, changes: Partial<FiledDiagnosis>): Thread {
  const body = diagnosisBody(filedDiagnosis(changes));
  return { issue: { ...fake.issue, number, author, body, createdAt: '2026-11-02T23:30:00Z' }, comments: [] };
}

const operations = { ...clear(3), 'manual-delivery': 2 } as const;
const reliability = { ...clear(3), 'paid-reliability': 2 } as const;

function last(threads: readonly Thread[], isPublic = false) {
  const permissions: Readonly<Record<string, Permission>> = { tia: 'triage' };
  const world = {
    ...fake,
    listThreads: async () => threads,
    isPublic: async () => isPublic,
    permissionOf: async (login: string) => permissions[login] ?? 'none',
  };
  const policy = { ...defaultPolicy, summary: { ...defaultPolicy.summary, timeZone: 'Europe/Berlin' } };
  return readLastDiagnosis(world, policy);
}

describe('the last diagnosis', () => {
  it('is the newest that can be read for sure, on the day it was filed in the team’s zone', async () => {
    const threads = [
      thread(9, 'ana', { ...operations, stage: null }),
      thread(7, 'ana', operations),
      thread(3, 'ana', reliability),
    ];
    expect(await last(threads)).toMatchObject({ number: 7, day: '2026-11-03', constraint: 'operations' });
  });

  it('may say that the team is not ready to choose', async () => {
    const found = await last([thread(9, 'ana', {}), thread(7, 'ana', operations)]);
    expect(found).toMatchObject({ number: 9, constraint: null, comesAfter: [] });
  });

  it('T8: on a public repository is none by somebody outside the team', async () => {
    const threads = [thread(9, 'mallory', operations), thread(7, 'tia', reliability)];
    expect(await last(threads, true)).toMatchObject({ number: 7, constraint: 'reliability' });
    expect(await last(threads)).toMatchObject({ number: 9 });
  });

  it('is none where none was filed', async () => {
    expect(await last([])).toBeNull();
  });
});
