import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ConnectedRepository } from '../../src/github/repository.ts';
import type { EmbeddedGitHub } from '../embedded-github/start.ts';
import { onConstraint, openPull, repository, startChecked } from '../support/checked-repository.ts';
import { connectWorld } from '../support/connect-world.ts';

let github: EmbeddedGitHub;
let world: ConnectedRepository;

beforeAll(async () => {
  ({ github } = await startChecked());
  world = connectWorld(github.url, github.token('ana'), repository);
});
afterEach(() => github.clearFaults());
afterAll(() => github.close());

/** GraphQL refuses with status 200. */
function refuse(type: string, headers: Readonly<Record<string, string>> = {}): void {
  const body = { data: null, errors: [{ type, message: 'API rate limit already exceeded for user ID 1.' }] };
  github.inject({ method: 'POST', path: '/graphql', status: 200, headers, body });
}

describe('the pull requests linked to an issue', () => {
  it('are those that close it', async () => {
    const number = await openPull(github, { body: `Closes #${onConstraint}` });
    expect(await world.listLinkedPullRequests(onConstraint)).toEqual([number]);
  });

  it('are none where the issue is gone', async () => {
    expect(await world.listLinkedPullRequests(9_999)).toEqual([]);
  });

  it('T24: are asked for again when the rate limit of GraphQL ends, by the time that GitHub names', async () => {
    refuse('RATE_LIMITED', { 'x-ratelimit-reset': '1795521600' });
    await expect(world.listLinkedPullRequests(onConstraint)).rejects.toMatchObject({
      problem: { code: 'GITHUB_RATE_LIMIT' },
      retry: 'later',
      retryAt: new Date('2026-11-24T12:00:00Z'),
      isTimeNamed: true,
    });
  });

  it('T24: are asked for later and later where GitHub names no time', async () => {
    refuse('RATE_LIMITED', { 'x-ratelimit-reset': '' });
    await expect(world.listLinkedPullRequests(onConstraint)).rejects.toMatchObject({
      problem: { code: 'GITHUB_RATE_LIMIT' },
      retry: 'later',
      isTimeNamed: false,
    });
  });

  it('are given up where the token may not read them', async () => {
    refuse('FORBIDDEN');
    await expect(world.listLinkedPullRequests(onConstraint)).rejects.toMatchObject({
      problem: { code: 'GITHUB_REFUSED' },
      retry: 'never',
    });
  });
});
