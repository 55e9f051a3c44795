import { expect, it } from 'vitest';
import { sweep } from '../../src/tasks/sweep.ts';
import { bodyOf } from '../support/filled-form.ts';
import { createFakeRepository, type FakeSettings, repository } from './fake-repository.ts';

const settings = { repository, serverUrl: 'https://github.com', side: 'app' } as const;

function candidate(changes: FakeSettings = {}) {
  const world = createFakeRepository({
    issue: { body: bodyOf(), labels: ['candidate', 'verdict: rethink', 'urgent'] },
    ...changes,
  });
  for (const name of world.issue.labels) world.labelNames.add(name);
  return world;
}

it('puts the labels right and leaves comments alone', async () => {
  const world = candidate();
  expect(await sweep(world, { ...settings, dryRun: false })).toEqual({ looked: 1, repaired: 1 });
  expect(world.issue.labels.toSorted()).toEqual([
    'candidate',
    'constraint: activation',
    'score: 4',
    'urgent',
    'verdict: ready',
  ]);
  expect(world.comments).toEqual([]);
});

it('finds nothing to repair the second time', async () => {
  const world = candidate();
  await sweep(world, { ...settings, dryRun: false });
  expect(await sweep(world, { ...settings, dryRun: false })).toEqual({ looked: 1, repaired: 0 });
});

it('writes comments where the config allows it', async () => {
  const world = candidate({ files: { '.github/chokepoint.yml': 'sweep:\n  comments: true\n' } });
  await sweep(world, { ...settings, dryRun: false });
  expect(world.comments).toHaveLength(1);
});

it('counts what it would repair in a dry run, and writes nothing', async () => {
  const world = candidate();
  expect(await sweep(world, { ...settings, dryRun: true })).toEqual({ looked: 1, repaired: 1 });
  expect(world.written).toEqual([]);
});
