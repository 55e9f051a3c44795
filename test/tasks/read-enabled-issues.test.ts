import { expect, it } from 'vitest';
import { readReferences } from '../../src/core/closing-keywords.ts';
import type { LinkedIssueReading } from '../../src/tasks/ports/pull-requests.ts';
import { enabledBy, readEnabled } from '../../src/tasks/read-enabled-issues.ts';
import { anIssue, linkedTo } from '../core/drift/builders.ts';

const here = 'acme/shop';

function reading(number: number): LinkedIssueReading {
  const about = {
    repository: here,
    title: `Issue ${number}`,
    body: '',
    author: 'ana',
    createdAt: '2026-11-02T10:00:00Z',
  };
  return { ...about, number, state: 'open', labels: [], parent: null, commentCount: 0, blockingCount: null };
}

it('what is enabled is what is named here and what the linked issues block, each once', async () => {
  const asked: number[] = [];
  const world = {
    readLinkedIssue: async (number: number) => {
      asked.push(number);
      return number === 13 ? null : reading(number);
    },
    readBlockedIssues: async () => [reading(12), reading(20)],
  };
  const named = enabledBy(readReferences('Enables #12, enables #13, enables acme/api#14', here), here);
  const links = linkedTo(anIssue(1, null), anIssue(2, null));
  expect((await readEnabled(world, named, links)).map(({ number }) => number)).toEqual([12, 20]);
  expect(asked).toEqual([12, 13]);
});
