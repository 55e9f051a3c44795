import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { repository } from '../large-github/answers.ts';
import { type LargeGitHub, startLargeGitHub } from '../large-github/start.ts';
import { runAction } from '../support/run-action.ts';

const config = `
primary: { constraint: activation, since: 2026-11-02 }
duties: { issues: none, pull-requests: action, milestones: action, summary: action }
`;
const form = readFileSync(new URL('../../.github/ISSUE_TEMPLATE/candidate.yml', import.meta.url), 'utf8');
const files = { '.github/chokepoint.yml': config, '.github/ISSUE_TEMPLATE/candidate.yml': form };

const tellPeak = `--import=${new URL('../large-github/tell-peak.ts', import.meta.url)}`;

const sizes = [1_000, 10_000, 100_000];

interface Cost {
  readonly first: readonly string[];
  readonly again: readonly string[];
  readonly peakMegabytes: number;
}

async function runOnce(
  github: LargeGitHub,
): Promise<{ readonly requests: readonly string[]; readonly peak: number }> {
  github.requests.length = 0;
  const run = await runAction({
    github,
    event: 'workflow_dispatch',
    payload: { repository: { full_name: repository } },
    env: { CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS: '0', NODE_OPTIONS: tellPeak },
  });
  expect(run.exitCode, run.stdout + run.stderr).toBe(0);
  expect(run.summary).toContain('### On the constraint');
  return { requests: [...github.requests], peak: Number(/peak=(\d+)/.exec(run.stderr)?.[1]) / 1024 };
}

async function measure(size: number): Promise<Cost> {
  const github = await startLargeGitHub(size, files);
  try {
    const first = await runOnce(github);
    const again = await runOnce(github);
    return { first: first.requests, again: again.requests, peakMegabytes: Math.max(first.peak, again.peak) };
  } finally {
    await github.close();
  }
}

const isWrite = (request: string) => !request.startsWith('GET ') && !request.includes('/graphql');

describe('what a weekly summary costs', () => {
  const costs = new Map<number, Cost>();

  it.each(sizes)(
    'is counted over %i open candidates',
    async (size) => {
      const cost = await measure(size);
      costs.set(size, cost);
      if (process.env['CHOKEPOINT_SHOW_REQUESTS']) console.log(cost.first.join('\n'));
    },
    120_000,
  );

  it('does not grow with the backlog', () => {
    const rows = [...costs].map(([size, { first, again, peakMegabytes }]) => ({
      'open candidates': size,
      requests: first.length,
      'unchanged week': again.length,
      'its writes': again.filter(isWrite).length,
      'peak memory, MB': Math.round(peakMegabytes),
    }));
    console.table(rows);
    const [small, , large] = sizes.map((size) => costs.get(size));
    expect(small?.first.length).toBeLessThanOrEqual(20);
    expect(large?.first.length).toBeLessThanOrEqual(40);
    for (const { first, again, peakMegabytes } of costs.values()) {
      expect(again.filter(isWrite)).toEqual([]);
      expect(first.filter((request) => request.includes('page='))).toEqual(
        first.filter((request) => request.includes('per_page=')),
      );
      expect(again.length).toBeLessThanOrEqual(15);
      expect(peakMegabytes).toBeLessThan(200);
    }
    expect((large?.first.length ?? 0) - (small?.first.length ?? 0)).toBeLessThanOrEqual(20);
  });
});
