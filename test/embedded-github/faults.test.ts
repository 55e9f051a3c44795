import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Ask } from './client.ts';
import { askAs, askWith } from './client.ts';
import type { EmbeddedGitHub } from './start.ts';
import { startEmbeddedGitHub } from './start.ts';

let github: EmbeddedGitHub;
let ana: Ask;

beforeAll(async () => {
  github = await startEmbeddedGitHub({
    pageLimit: 2,
    seed: {
      repositories: [{ fullName: 'acme/app', collaborators: { ana: 'admin' }, issues: [{ title: 'One' }] }],
    },
  });
  ana = askAs(github, 'ana');
});

afterAll(() => github.close());
afterEach(() => github.clearFaults());

describe('a fault', () => {
  it('answers instead of GitHub, on the request and as often as asked', async () => {
    const headers = { 'retry-after': '7' };
    github.inject({ method: 'GET', path: '/repos/*/*/issues/1', nth: 2, times: 2, status: 403, headers });
    const statuses: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) statuses.push((await ana('GET /repos/acme/app/issues/1')).status);
    expect(statuses).toEqual([200, 403, 403, 200]);
  });

  it('passes over requests that it does not match', async () => {
    github.inject({ path: /labels\?page=1/, status: 500, body: { message: 'down' } });
    expect((await ana('GET /repos/acme/app/labels')).status).toBe(200);
    expect(await ana('GET /repos/acme/app/labels?page=1')).toMatchObject({
      status: 500,
      json: { message: 'down' },
    });
  });

  it('drops the connection before anything is done', async () => {
    github.inject({ method: 'POST', outcome: 'reset' });
    await expect(ana('POST /repos/acme/app/issues/1/comments', { body: 'x' })).rejects.toThrow(
      'fetch failed',
    );
    expect((await ana('GET /repos/acme/app/issues/1/comments')).json).toEqual([]);
  });

  it('does it and then fails', async () => {
    github.inject({ method: 'POST', path: '**/comments', outcome: 'did-it-then-failed', status: 502 });
    expect((await ana('POST /repos/acme/app/issues/1/comments', { body: 'done' })).status).toBe(502);
    github.inject({ method: 'POST', path: '**/comments', outcome: 'did-it-then-failed' });
    await expect(ana('POST /repos/acme/app/issues/1/comments', { body: 'done' })).rejects.toThrow(
      'fetch failed',
    );
    expect((await ana('GET /repos/acme/app/issues/1/comments')).json).toHaveLength(2);
  });

  it('is chosen for each request but those of people', async () => {
    github.injectByChoice((method) =>
      method === 'GET' ? { status: 200, text: '{"id": 1, "na' } : undefined,
    );
    const workflow = askWith(github, github.workflowToken);
    await expect(workflow('GET /repos/acme/app')).rejects.toThrow('JSON');
    expect((await ana('GET /repos/acme/app')).status).toBe(200);
    github.clearFaults();
    expect((await workflow('GET /repos/acme/app')).status).toBe(200);
  });

  it('delays an answer', async () => {
    github.inject({ delayMilliseconds: 5 });
    expect((await ana('GET /repos/acme/app')).status).toBe(200);
  });
});

it('serves no larger page than told', async () => {
  for (const title of ['two', 'three']) await ana('POST /repos/acme/app/issues', { title });
  expect((await ana('GET /repos/acme/app/issues?per_page=100')).json).toHaveLength(2);
});

it('runs beside another in one process, each with its own state', async () => {
  const other = await startEmbeddedGitHub({
    seed: { repositories: [{ fullName: 'acme/app', collaborators: { ana: 'admin' } }] },
  });
  expect(other.url).not.toBe(github.url);
  expect((await askAs(other, 'ana')('GET /repos/acme/app/issues')).json).toEqual([]);
  await other.close();
});

it('starts with a thousand issues', async () => {
  const issues = Array.from({ length: 1_000 }, (_, index) => ({
    title: `Issue ${index}`,
    labels: ['candidate'],
  }));
  const large = await startEmbeddedGitHub({ seed: { repositories: [{ fullName: 'acme/large', issues }] } });
  const token = large.workflowToken;
  const answer = await fetch(`${large.url}/repos/acme/large/issues/1000`, {
    headers: { authorization: `token ${token}` },
  });
  expect(answer.status).toBe(200);
  await large.close();
});
