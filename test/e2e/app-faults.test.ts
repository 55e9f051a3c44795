import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Client, createClientParts, wrapClient } from '../../src/github/client.ts';
import { repository, startTeam, type Team } from './team.ts';

let team: Team;
beforeAll(async () => {
  team = await startTeam();
});
afterEach(() => team.github.clearFaults());
afterAll(() => team.close());

const ready = ['candidate', 'constraint: activation', 'score: 4', 'verdict: ready'];

describe('T24: a GitHub that fails in the middle', () => {
  it('gets every label and one comment although each first write was done and then failed', async () => {
    for (const path of ['/repos/*/*/labels', '/repos/*/*/issues/*/labels', '/repos/*/*/issues/*/comments']) {
      team.github.inject({ method: 'POST', path, status: 502, outcome: 'did-it-then-failed' });
    }
    const number = await team.file();
    await team.settled();
    expect(await team.labels(number)).toEqual(ready);
    expect(await team.answers(number)).toHaveLength(1);
  });

  it('gets one reaction although it was given and then failed', async () => {
    const number = await team.file();
    await team.settled();
    const path = '/repos/*/*/issues/comments/*/reactions';
    team.github.inject({ method: 'POST', path, status: 502, outcome: 'did-it-then-failed' });
    const id = await team.say(number, '/score 4 4 4 4', 'max');
    await team.settled();
    const { up, down } = await team.comment(number, id);
    expect([up, down]).toEqual([1, 0]);
  });

  it('is asked again after its rate limit, with nothing refused meanwhile', async () => {
    const number = await team.file();
    await team.settled();
    team.github.inject({
      path: '/repos/*/*/collaborators/*/permission',
      status: 429,
      headers: { 'retry-after': '1' },
    });
    const id = await team.say(number, '/score 2 4 4 4 because few asked', 'max');
    await team.settled();
    const { up, down } = await team.comment(number, id);
    expect([up, down]).toEqual([1, 0]);
    expect(await team.labels(number)).toContain('verdict: strengthen');
    expect(team.app.log.filter((line) => line.includes('A job is put off.'))).toHaveLength(1);
  });
});

describe('T23: a label that GitHub refuses', () => {
  it('costs the label, not the answer, and is told as one Problem', async () => {
    team.github.inject({
      method: 'POST',
      path: '/repos/*/*/issues/*/labels',
      status: 403,
      body: { message: 'Resource not accessible by integration' },
      headers: { 'x-accepted-github-permissions': 'issues=write' },
      times: 1_000,
    });
    const number = await team.file();
    await team.settled();
    expect(await team.labels(number)).not.toContain('verdict: ready');
    expect(await team.answers(number)).toHaveLength(1);
    const told = team.app.log.filter((line) => line.includes('GITHUB_PERMISSION_MISSING'));
    expect(told.length).toBeGreaterThan(0);
    expect(told[0]).toContain('issues=write');
  });
});

describe('a client without a token yet', () => {
  const [owner = '', repo = ''] = repository.split('/');
  const here = { owner, repo };

  it('gets one inside the write that needs it', async () => {
    const { status } = await newClient().request('POST /repos/{owner}/{repo}/labels', {
      ...here,
      name: 'urgent',
    });
    expect(status).toBe(201);
  });

  it('takes an answer that is cut in the middle neither for a token nor for a list', async () => {
    const cut = { status: 200, text: '{"token": "ghs_' };
    team.github.inject({ path: '/app/installations/*/access_tokens', ...cut });
    team.github.inject({ path: '/repos/*/*/labels', ...cut });
    const { data } = await newClient().request('GET /repos/{owner}/{repo}/labels', here);
    expect(data.map(({ name }) => name)).toContain('candidate');
  });

  it('takes the answer to a write that is cut in the middle for one that failed', async () => {
    team.github.inject({ path: '/repos/*/*/labels', status: 201, text: '{"id": 1' });
    const writing = newClient().request('POST /repos/{owner}/{repo}/labels', { ...here, name: 'late' });
    await expect(writing).rejects.toMatchObject({ retry: 'again' });
  });
});

function newClient(): Client {
  const { id: appId, privateKey, installationId } = team.github.app;
  const auth = { appId, privateKey, installationId };
  const octokit = new Octokit({ baseUrl: team.github.url, authStrategy: createAppAuth, auth });
  return wrapClient(octokit, createClientParts(0));
}
