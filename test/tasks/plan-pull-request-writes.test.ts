import { expect, it } from 'vitest';
import { nothingTold } from '../../src/core/commands/resolve-pull-request.ts';
import { apply } from '../../src/tasks/apply.ts';
import { planPullRequestCheck } from '../../src/tasks/check-pull-request.ts';
import { planPullRequestWrites } from '../../src/tasks/plan-pull-request-writes.ts';
import { openPull, readPull, repository, startCheckedInTest } from '../support/checked-repository.ts';
import { connectWorld } from '../support/connect-world.ts';

it('puts fifty of sixty Problems beside their lines, all that GitHub takes at once, and counts the rest', async () => {
  const { github } = await startCheckedInTest();
  const config = Array.from({ length: 60 }, (_, index) => `mistake-${index}: 1\n`).join('');
  const number = await openPull(github, { files: { '.github/chokepoint.yml': config } });
  const world = connectWorld(github.url, github.workflowToken, repository);
  const settings = { repository, side: 'action', now: '2026-11-26T12:00:00Z' } as const;
  const plan = await planPullRequestCheck(world, number, settings);
  if (plan === null) throw new Error('There is no pull request.');

  const [publish] = plan.changes.filter((change) => change.kind === 'publish-check');
  expect(publish?.check.annotations.map(({ line }) => line)).toEqual(
    Array.from({ length: 50 }, (_, index) => index + 1),
  );
  await apply(plan.changes, world, plan.report.policy);
  const [told] = (await readPull(github, number)).checks;
  expect(told?.output.summary).toContain('- and 10 more: run `chokepoint validate`');
});

it('T31: says no more beside a line than GitHub takes, however much there is to say', async () => {
  const { github } = await startCheckedInTest();
  const file = '.github/chokepoint.yml';
  const number = await openPull(github, { files: { [file]: 'mistake: 1\n' } });
  const world = connectWorld(github.url, github.workflowToken, repository);
  const settings = { repository, side: 'action', now: '2026-11-26T12:00:00Z' } as const;
  const plan = await planPullRequestCheck(world, number, settings);
  if (plan === null) throw new Error('There is no pull request.');
  const problem = { code: 'CONFIG_SYNTAX', message: '語'.repeat(60_000), fix: '\u{1f4a3}'.repeat(60_000) };
  const problems = Array.from({ length: 900 }, () => ({ ...problem, at: { file, line: 1, column: 1 } }));
  const head = { paths: [file], problems, preview: null };

  const checked = { ...plan.report, head };
  const changes = await planPullRequestWrites(world, checked, [], { ...nothingTold, told: [] });
  const [publish] = changes.filter((change) => change.kind === 'publish-check');
  expect(publish?.check.annotations).toHaveLength(50);
  for (const { message } of publish?.check.annotations ?? []) {
    expect(Buffer.byteLength(message)).toBeLessThan(65_536);
    expect(message.endsWith('…')).toBe(true);
  }
});
