import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Ask } from './client.ts';
import { askAs, linkOf } from './client.ts';
import { startSmallWorld } from './small-world.ts';
import type { EmbeddedGitHub } from './start.ts';

const Pull = z.looseObject({ head: z.looseObject({ sha: z.string() }) });

let github: EmbeddedGitHub;
let ana: Ask;

beforeAll(async () => {
  github = await startSmallWorld();
  ana = askAs(github, 'ana');
});

afterAll(() => github.close());

describe('a pull request', () => {
  it('that was merged closed its issues then', async () => {
    expect((await ana('GET /repos/acme/app/pulls/4')).json).toMatchObject({
      merged: true,
      merged_at: '2026-01-03T00:00:00Z',
      merged_by: { login: 'ana' },
      user: { login: 'wil' },
    });
    expect((await ana('GET /repos/acme/app/issues/1')).json).toMatchObject({
      state: 'closed',
      closed_at: '2026-01-03T00:00:00Z',
    });
  });

  it('lists its files, page by page, however many', async () => {
    const files = Array.from({ length: 250 }, (_, index) => `docs/page-${String(index).padStart(3, '0')}.md`);
    const number = await github.openPullRequest({
      repository: 'acme/app',
      login: 'wil',
      title: 'Docs',
      branch: 'docs',
      files,
    });
    const first = await ana(`GET /repos/acme/app/pulls/${number}/files?per_page=100`);
    expect(first.json).toHaveLength(100);
    expect(first.json).toMatchObject(
      [{ filename: 'docs/page-000.md', status: 'added' }, {}, {}].concat(Array(97).fill({})),
    );
    const last = await ana(linkOf(github, first, 'last') ?? 'GET /missing');
    expect(last.json).toHaveLength(50);
    expect((await ana(`GET /repos/acme/app/pulls/${number}`)).json).toMatchObject({ changed_files: 250 });
    await ana(`PATCH /repos/acme/app/pulls/${number}`, { state: 'closed' });
  });

  it('moves with its branch, and a merge keeps what others changed meanwhile', async () => {
    const number = await github.openPullRequest({
      repository: 'acme/app',
      login: 'wil',
      title: 'Change b',
      body: 'resolves #2, and Closes acme/other#1',
      branch: 'change-b',
      files: { 'src/b.ts': 'b changed' },
    });
    const opened = Pull.parse((await ana(`GET /repos/acme/app/pulls/${number}`)).json);
    await github.push({
      repository: 'acme/app',
      login: 'ana',
      branch: 'main',
      files: { 'src/a.ts': 'a changed' },
    });
    github.deliveries.length = 0;
    await github.push({
      repository: 'acme/app',
      login: 'wil',
      branch: 'change-b',
      files: { 'src/d.ts': 'd' },
    });
    const moved = Pull.parse((await ana(`GET /repos/acme/app/pulls/${number}`)).json);
    expect(moved.head.sha).not.toBe(opened.head.sha);
    expect(github.deliveries.map(({ event, action }) => [event, action])).toEqual([
      ['push', null],
      ['pull_request', 'synchronize'],
    ]);
    expect(github.deliveries[1]?.payload).toMatchObject({ before: opened.head.sha, after: moved.head.sha });

    github.deliveries.length = 0;
    const stale = await ana(`PUT /repos/acme/app/pulls/${number}/merge`, { sha: opened.head.sha });
    expect(stale.status).toBe(409);
    expect((await ana(`PUT /repos/acme/app/pulls/${number}/merge`)).json).toMatchObject({ merged: true });
    const merged = github.deliveries.find(({ event }) => event === 'pull_request');
    expect(merged?.payload).toMatchObject({
      action: 'closed',
      pull_request: { merged: true, merged_by: { login: 'ana' }, merged_at: '2026-03-02T08:00:00Z' },
    });
    const closed = github.deliveries.filter(({ event, action }) => event === 'issues' && action === 'closed');
    expect(closed.map(({ payload }) => payload['repository'])).toMatchObject([
      { name: 'app' },
      { name: 'other' },
    ]);
    const raw = { accept: 'application/vnd.github.raw+json' };
    expect((await ana('GET /repos/acme/app/contents/src/a.ts', undefined, raw)).json).toBe('a changed');
    expect((await ana('GET /repos/acme/app/contents/src/b.ts', undefined, raw)).json).toBe('b changed');
    expect((await ana('GET /repos/acme/app/contents/src/d.ts', undefined, raw)).json).toBe('d');
    expect((await ana(`PUT /repos/acme/app/pulls/${number}/merge`)).status).toBe(405);
  });

  it('announces drafts, labels, milestones and edits as its own events', async () => {
    const number = await github.openPullRequest({
      repository: 'acme/app',
      login: 'wil',
      title: 'Draft',
      branch: 'draft',
      files: ['src/e.ts'],
      draft: true,
    });
    await ana('POST /repos/acme/app/milestones', { title: 'v1' });
    github.deliveries.length = 0;
    await github.setDraft('acme/app', number, false, 'wil');
    await github.setDraft('acme/app', number, true, 'wil');
    await ana(`POST /repos/acme/app/issues/${number}/labels`, { labels: ['candidate'] });
    await ana(`DELETE /repos/acme/app/issues/${number}/labels/candidate`);
    await ana(`PATCH /repos/acme/app/issues/${number}`, { milestone: 1 });
    await ana(`PATCH /repos/acme/app/pulls/${number}`, { body: 'Closes #3' });
    await ana(`PATCH /repos/acme/app/issues/${number}`, { milestone: null, state: 'closed' });
    await ana(`PATCH /repos/acme/app/pulls/${number}`, { state: 'open' });
    expect(github.deliveries.map(({ event, action }) => `${event}.${action}`)).toEqual([
      'pull_request.ready_for_review',
      'pull_request.converted_to_draft',
      'pull_request.labeled',
      'pull_request.unlabeled',
      'pull_request.milestoned',
      'pull_request.edited',
      'pull_request.closed',
      'pull_request.demilestoned',
      'pull_request.reopened',
    ]);
    expect((await ana(`PUT /repos/acme/app/pulls/${number}/merge`)).status).toBe(405);
    expect((await ana('GET /repos/acme/app/pulls?head=acme:draft')).json).toMatchObject([
      { number, draft: true },
    ]);
    await ana(`PATCH /repos/acme/app/pulls/${number}`, { state: 'closed' });
  });

  it('needs a branch with commits, and may come from a fork', async () => {
    const body = { title: 'Nothing', head: 'missing', base: 'main' };
    expect(await ana('POST /repos/acme/app/pulls', body)).toMatchObject({
      status: 422,
      json: { errors: [{ resource: 'PullRequest', field: 'head', code: 'invalid' }] },
    });
    const number = await github.openPullRequest({
      repository: 'acme/app',
      login: 'contributor',
      forkOwner: 'contributor',
      title: 'From outside',
      branch: 'patch-1',
      files: { '.github/chokepoint.yml': 'version: 9\n' },
    });
    const pull = await ana(`GET /repos/acme/app/pulls/${number}`);
    expect(pull.json).toMatchObject({
      head: { label: 'contributor:patch-1', repo: { fork: true, full_name: 'contributor/app' } },
      base: { repo: { full_name: 'acme/app' } },
    });
    const raw = { accept: 'application/vnd.github.raw+json' };
    const head = await ana(
      `GET /repos/acme/app/contents/.github/chokepoint.yml?ref=refs/pull/${number}/head`,
      undefined,
      raw,
    );
    expect(head.json).toBe('version: 9\n');
    const base = await ana('GET /repos/acme/app/contents/.github/chokepoint.yml', undefined, raw);
    expect(base.json).toBe('version: 1\n');
  });
});
