import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { realClock } from '../../src/github/real-clock.ts';
import type { ConnectedRepository } from '../../src/github/repository.ts';
import { type SweepProgress, sweep } from '../../src/tasks/sweep.ts';
import { askAs } from '../embedded-github/client.ts';
import { type EmbeddedGitHub, startEmbeddedGitHub } from '../embedded-github/start.ts';
import { repository as large } from '../large-github/answers.ts';
import { startLargeGitHub } from '../large-github/start.ts';
import { connectWorld } from '../support/connect-world.ts';
import { bodyOf } from '../support/filled-form.ts';

const repository = 'acme/app';
const settings = {
  repository,
  serverUrl: 'https://github.com',
  side: 'app',
  dryRun: false,
  clock: realClock,
} as const;
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

function worldOf(url: string, token: string, name = repository): ConnectedRepository {
  return connectWorld(url, token, name);
}

async function start(config: string): Promise<EmbeddedGitHub> {
  const github = await startEmbeddedGitHub({
    seed: {
      repositories: [
        {
          fullName: repository,
          private: true,
          files: { '.github/chokepoint.yml': config },
          collaborators: { ana: 'admin', tia: 'triage' },
          milestones: [{ title: 'Autumn', description: 'Ours.' }],
          issues: [
            {
              title: 'One',
              body: bodyOf({ ratings: [4, 4, 4, 4] }),
              author: 'ana',
              milestone: 'Autumn',
              labels: ['candidate', 'constraint: activation', 'verdict: rethink', 'urgent'],
              comments: [{ author: 'tia', body: '/score 2 4 4 4' }],
            },
            { title: 'Not a candidate', body: '', author: 'ana', labels: ['verdict: ready'] },
          ],
        },
      ],
    },
  });
  open.push(github);
  return github;
}

const primary = 'primary: { constraint: activation }\n';

async function labelsOf(github: EmbeddedGitHub, number: number): Promise<readonly string[]> {
  const { json } = await askAs(github, 'ana')(`GET /repos/${repository}/issues/${number}/labels`);
  return z
    .array(z.object({ name: z.string() }))
    .parse(json)
    .map(({ name }) => name)
    .sort();
}

describe('a full pass', () => {
  it('puts labels right by form and comments, and touches no other label, issue or comment', async () => {
    const github = await start(primary);
    const world = worldOf(github.url, github.token('ana'));
    expect(await sweep(world, settings)).toEqual({ looked: 1, repaired: 1, milestones: 0, next: null });
    expect(await labelsOf(github, 1)).toEqual([
      'candidate',
      'constraint: activation',
      'score: 3',
      'urgent',
      'verdict: strengthen',
    ]);
    expect(await labelsOf(github, 2)).toEqual(['verdict: ready']);
    expect(await world.readComments(1)).toHaveLength(1);
    expect(await sweep(worldOf(github.url, github.token('ana')), settings)).toMatchObject({
      looked: 1,
      repaired: 0,
    });
  });

  it('writes the block of a milestone where that is its side’s duty', async () => {
    const github = await start(primary);
    const world = worldOf(github.url, github.token('ana'));
    const action = { ...settings, side: 'action' } as const;
    expect(await sweep(world, action)).toEqual({ looked: 0, repaired: 0, milestones: 1, next: null });
    expect((await world.readMilestone(1))?.description).toMatch(/^Ours\.[\s\S]*100 %/);
    expect(await sweep(world, action)).toMatchObject({ milestones: 0 });
  });

  it('writes comments only where the config allows it', async () => {
    const github = await start(`${primary}sweep: { comments: true }\n`);
    const world = worldOf(github.url, github.token('ana'));
    await sweep(world, { ...settings, labelsOnly: true });
    expect(await world.readComments(1)).toHaveLength(1);
    await sweep(world, settings);
    expect(await world.readComments(1)).toHaveLength(2);
  });

  it('counts what it would repair in a dry run, and writes nothing', async () => {
    const github = await start(primary);
    const world = worldOf(github.url, github.token('ana'));
    expect(await sweep(world, { ...settings, dryRun: true })).toMatchObject({ looked: 1, repaired: 1 });
    expect(await labelsOf(github, 1)).toContain('verdict: rethink');
  });
});

describe('a full pass over a large backlog', () => {
  it('ends when the hour’s writes are spent, says where it stands, and goes on from there', async () => {
    const files = { '.github/chokepoint.yml': primary };
    const github = await startLargeGitHub(700, files);
    open.push(github);
    for (let number = 1; number <= 700; number += 1) github.large.labels.set(number, ['candidate']);
    let now = 0;
    const clock = {
      now: () => now,
      wait: async (milliseconds: number) => {
        now += milliseconds;
      },
    };
    const told: SweepProgress[] = [];
    const over = {
      ...settings,
      repository: large,
      clock,
      tell: (progress: SweepProgress) => told.push(progress),
    };
    const isWrite = (request: string) => /^(POST|DELETE) \/repos/.test(request);
    const first = await sweep(worldOf(github.url, 'token', large), over);
    expect(first).toEqual({ looked: 500, repaired: 500, milestones: 0, next: 501 });
    expect(github.requests.filter(isWrite)).toHaveLength(500);
    expect(now).toBeGreaterThanOrEqual(6 * 60_000);
    expect(told.at(-1)).toMatchObject({ looked: 500, of: 700 });
    now += 3_600_000;
    github.requests.length = 0;
    const second = await sweep(worldOf(github.url, 'token', large), { ...over, from: first.next ?? 0 });
    expect(second).toEqual({ looked: 200, repaired: 200, milestones: 0, next: null });
    github.requests.length = 0;
    await sweep(worldOf(github.url, 'token', large), over);
    expect(github.requests.filter(isWrite)).toEqual([]);
    // Two requests a page, and what is asked once.
    expect(github.requests.length).toBeLessThanOrEqual(7 * 2 + 6);
  });
});
