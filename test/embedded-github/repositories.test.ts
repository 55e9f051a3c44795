import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ask } from './client.ts';
import { askAs, askWith } from './client.ts';
import type { EmbeddedGitHub } from './start.ts';
import { startEmbeddedGitHub } from './start.ts';

let github: EmbeddedGitHub;
let ana: Ask;

beforeAll(async () => {
  github = await startEmbeddedGitHub({
    seed: {
      repositories: [
        {
          fullName: 'acme/app',
          collaborators: { ana: 'admin', wil: 'write', tri: 'triage' },
          files: { '.github/chokepoint.yml': 'version: 1\n', 'docs/ä.md': 'ümlaut\n' },
        },
        { fullName: 'acme/old', collaborators: { ana: 'admin' }, issues: [{ title: 'Kept' }] },
      ],
    },
  });
  ana = askAs(github, 'ana');
});

afterAll(() => github.close());

describe('files and answers', () => {
  it('come raw with a charset, or in base64 with a sha', async () => {
    const path = `/repos/acme/app/contents/docs/${encodeURIComponent('ä.md')}` as const;
    const raw = await ana(`GET ${path}`, undefined, { accept: 'application/vnd.github.raw+json' });
    expect(raw.json).toBe('ümlaut\n');
    expect(raw.headers.get('content-type')).toBe('application/vnd.github.raw+json; charset=utf-8');
    const file = await ana(`GET ${path}`);
    expect(file.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(file.json).toMatchObject({ encoding: 'base64', sha: expect.stringMatching(/^[0-9a-f]{40}$/) });
    expect((await ana('GET /repos/acme/app/contents/none.md')).status).toBe(404);
  });

  it('are not sent again while their ETag holds', async () => {
    const first = await ana('GET /repos/acme/app/contents/.github/chokepoint.yml');
    const etag = first.headers.get('etag') ?? '';
    const second = await ana('GET /repos/acme/app/contents/.github/chokepoint.yml', undefined, {
      'if-none-match': etag,
    });
    expect(second).toMatchObject({ status: 304, json: '' });
    await github.push({
      repository: 'acme/app',
      login: 'ana',
      branch: 'main',
      files: { '.github/chokepoint.yml': 'version: 2\n' },
    });
    const third = await ana('GET /repos/acme/app/contents/.github/chokepoint.yml', undefined, {
      'if-none-match': etag,
    });
    expect(third.status).toBe(200);
    expect(third.headers.get('x-ratelimit-limit')).toBe('5000');
  });

  it('are written by people who may', async () => {
    const content = Buffer.from('new\n').toString('base64');
    const body = { message: 'Add', content };
    expect((await askAs(github, 'tri')('PUT /repos/acme/app/contents/notes/new.md', body)).status).toBe(403);
    expect((await askAs(github, 'wil')('PUT /repos/acme/app/contents/notes/new.md', body)).status).toBe(201);
  });
});

describe('repositories', () => {
  it('answer at their new name and redirect from the old one', async () => {
    expect((await ana('PATCH /repos/acme/old', { name: 'new' })).json).toMatchObject({
      full_name: 'acme/new',
    });
    const moved = await fetch(`${github.url}/repos/acme/old/issues/1`, { redirect: 'manual' });
    expect(moved.status).toBe(301);
    expect((await ana('GET /repos/acme/old/issues/1')).json).toMatchObject({ title: 'Kept' });
    expect((await ana('GET /repos/acme/none')).status).toBe(404);
  });

  it('refuse writes once archived', async () => {
    await ana('PATCH /repos/acme/new', { archived: true });
    const refused = await ana('POST /repos/acme/new/issues', { title: 'Late' });
    expect(refused).toMatchObject({
      status: 403,
      json: { message: 'Repository was archived so is read-only.' },
    });
    expect((await ana('GET /repos/acme/new/issues')).status).toBe(200);
    expect((await ana('PATCH /repos/acme/new', { archived: false })).status).toBe(200);
    expect((await ana('POST /repos/acme/new/issues', { title: 'Again' })).status).toBe(201);
  });
});

it('keeps every request with who made it', async () => {
  github.requests.length = 0;
  await ana('GET /repos/acme/app?x=1');
  await askWith(github, null)('GET /repos/acme/none');
  expect(github.requests).toMatchObject([
    { method: 'GET', path: '/repos/acme/app?x=1', status: 200, login: 'ana' },
    { method: 'GET', path: '/repos/acme/none', status: 404, login: null },
  ]);
});
