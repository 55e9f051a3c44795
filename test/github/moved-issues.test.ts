import { expect, it } from 'vitest';
import { askAs } from '../embedded-github/client.ts';
import { connectWorld } from '../support/connect-world.ts';
import { openRepository, repository } from '../support/open-repository.ts';

it('an issue is the same one under the former name of its repository', async () => {
  const { github, world } = await openRepository({ issues: [{ title: 'Filed' }], pullRequests: [] });
  const renamed = await askAs(github, 'ana')(`PATCH /repos/${repository}`, { name: 'renamed' });
  expect(renamed.status).toBe(200);
  expect(await world.readIssue(1)).toMatchObject({ number: 1, title: 'Filed' });
  const now = connectWorld(github.url, github.token('ana'), 'acme/renamed');
  expect(await now.readIssue(1)).toMatchObject({ number: 1, title: 'Filed' });
});
