import { expect, it } from 'vitest';
import { planPullRequestCheck } from '../../src/tasks/check-pull-request.ts';
import { openPull, repository, startCheckedInTest } from '../support/checked-repository.ts';
import { connectWorld } from '../support/connect-world.ts';

const settings = { repository, side: 'reader', now: '2026-11-30T08:00:00Z' } as const;
const longPaths = Array.from({ length: 50 }, (_, index) => `${'a/'.repeat(490)}${index}`);

/** What a head's config with these globs would turn, where each of three open pull requests changes fifty long paths. */
async function previewBy(paths: readonly string[]) {
  const { github } = await startCheckedInTest({ mode: 'enforce' });
  for (let opened = 0; opened < 3; opened += 1) await openPull(github, { files: longPaths });
  const config = JSON.stringify({
    primary: { constraint: 'activation' },
    drift: { exempt: { paths } },
  });
  const number = await openPull(github, { files: { '.github/chokepoint.yml': config } });
  const world = connectWorld(github.url, github.token('ana'), repository);
  return (await planPullRequestCheck(world, number, settings))?.report.head?.preview;
}

it('T15: a preview ends where the globs of a head could take too many steps, and says how far it came', async () => {
  const globs = Array.from({ length: 4 }, (_, index) => `${'**a'.repeat(80)}${index}`);
  // The pull request itself, and the first of the three: a second one would be too much.
  expect(await previewBy(globs)).toMatchObject({ lookedAt: 2 });
});
