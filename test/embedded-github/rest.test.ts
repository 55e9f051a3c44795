import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Answer, Ask } from './client.ts';
import { askAs, askWith, linkOf } from './client.ts';
import type { EmbeddedGitHub } from './start.ts';
import { startEmbeddedGitHub } from './start.ts';

const Numbers = z.array(z.looseObject({ number: z.number() }));
const Identified = z.looseObject({ id: z.number() });
const numbersOf = (answer: Answer) => Numbers.parse(answer.json).map(({ number }) => number);

let github: EmbeddedGitHub;
let ana: Ask;
let clock = new Date('2026-03-02T08:00:00.123Z');

beforeAll(async () => {
  github = await startEmbeddedGitHub({
    clock: () => clock,
    seed: {
      users: ['stranger'],
      repositories: [
        {
          fullName: 'acme/app',
          collaborators: { ana: 'admin', moe: 'maintain', wil: 'write', tri: 'triage', rea: 'read' },
          files: { '.github/chokepoint.yml': 'version: 1\n', 'docs/ä.md': 'ümlaut\n' },
          labels: [{ name: 'Bug', color: 'ff0000', description: 'Broken' }, { name: 'candidate' }],
          milestones: [{ title: 'v1', description: 'first' }],
          issues: [
            ...Array.from({ length: 5 }, (_, index) => ({
              title: `Issue ${index + 1}`,
              author: 'rea',
              labels: index % 2 === 0 ? ['Bug', 'candidate'] : ['candidate'],
              createdAt: `2026-01-0${index + 1}T10:00:00Z`,
            })),
            {
              title: 'Done',
              state: 'closed',
              createdAt: '2026-01-06T10:00:00Z',
              closedAt: '2026-02-01T10:00:00Z',
            },
          ],
          pullRequests: [
            { title: 'Change', author: 'wil', labels: ['candidate'], createdAt: '2026-01-07T10:00:00Z' },
          ],
        },
        { fullName: 'acme/secret', private: true, collaborators: { ana: 'admin', rea: 'read' } },
        { fullName: 'acme/busy', collaborators: { ana: 'admin' } },
      ],
    },
  });
  ana = askAs(github, 'ana');
});

afterAll(() => github.close());

describe('lists of issues', () => {
  it('lead on by cursor only, newest first, with pull requests among them', async () => {
    const first = await ana('GET /repos/acme/app/issues?per_page=3');
    expect(numbersOf(first)).toEqual([7, 5, 4]);
    expect(first.headers.get('link')).toMatch(/^<[^>]+after=[^>]+>; rel="next"$/);
    expect(first.json).toMatchObject([{ pull_request: { merged_at: null } }, { number: 5 }, { number: 4 }]);
    const second = await ana(linkOf(github, first, 'next') ?? 'GET /missing');
    expect(numbersOf(second)).toEqual([3, 2, 1]);
    expect(linkOf(github, second, 'next')).toBeUndefined();
    expect(numbersOf(await ana(linkOf(github, second, 'prev') ?? 'GET /missing'))).toEqual([7, 5, 4]);
    expect((await ana('GET /repos/acme/app/issues?page=2')).status).toBe(422);
  });

  it('keep their place when an issue is filed between two pages', async () => {
    const first = await ana('GET /repos/acme/busy/issues');
    expect(first.json).toEqual([]);
    for (const title of ['one', 'two', 'three']) await ana('POST /repos/acme/busy/issues', { title });
    const page = await ana('GET /repos/acme/busy/issues?per_page=2');
    await ana('POST /repos/acme/busy/issues', { title: 'four' });
    expect(numbersOf(await ana(linkOf(github, page, 'next') ?? 'GET /missing'))).toEqual([1]);
  });

  it.each([
    ['labels=bug,Candidate', [5, 3, 1]],
    ['labels=unheard', []],
    ['state=closed', [6]],
    ['state=all&direction=asc&per_page=2', [1, 2]],
    ['since=2026-01-05T00:00:00Z', [7, 5]],
    ['creator=WIL', [7]],
    ['milestone=1', []],
    ['assignee=none&state=closed', [6]],
    ['sort=updated&direction=asc&per_page=1', [1]],
  ])('select by %s', async (query, numbers) => {
    expect(numbersOf(await ana(`GET /repos/acme/app/issues?${query}`))).toEqual(numbers);
  });
});

describe('labels', () => {
  it('are added, found without regard to case, and removed one at a time', async () => {
    const added = await ana('POST /repos/acme/app/issues/2/labels', { labels: ['bug', 'score: 4'] });
    expect(added.json).toMatchObject([
      { name: 'candidate' },
      { name: 'Bug' },
      { name: 'score: 4', color: 'ededed' },
    ]);
    const gone = await ana(`DELETE /repos/acme/app/issues/2/labels/${encodeURIComponent('SCORE: 4')}`);
    expect(gone.json).toMatchObject([{ name: 'candidate' }, { name: 'Bug' }]);
    const missing = await ana('DELETE /repos/acme/app/issues/2/labels/nothing');
    expect(missing).toMatchObject({ status: 404, json: { message: 'Label does not exist' } });
    await ana('DELETE /repos/acme/app/issues/2/labels/Bug');
  });

  it('refuse a second of the same name with errors[]', async () => {
    const answer = await ana('POST /repos/acme/app/labels', { name: 'BUG', color: 'ffffff' });
    expect(answer).toMatchObject({
      status: 422,
      json: {
        message: 'Validation Failed',
        errors: [{ resource: 'Label', code: 'already_exists', field: 'name' }],
      },
    });
    expect((await ana('GET /repos/acme/app/labels/none')).status).toBe(404);
    expect((await ana('GET /repos/acme/app/labels?per_page=1')).headers.get('link')).toContain('rel="last"');
  });

  it('go on pull requests through the issues routes', async () => {
    await ana('POST /repos/acme/app/issues/7/labels', ['focus: aligned']);
    const answer = await ana('GET /repos/acme/app/pulls/7');
    expect(answer.json).toMatchObject({ labels: [{ name: 'candidate' }, { name: 'focus: aligned' }] });
    await ana('DELETE /repos/acme/app/issues/7/labels/focus:%20aligned');
  });
});

describe('comments and reactions', () => {
  it('are written, listed since an instant, edited and deleted', async () => {
    clock = new Date('2026-03-03T08:00:00Z');
    const first = await askAs(github, 'rea')('POST /repos/acme/app/issues/3/comments', { body: 'first' });
    clock = new Date('2026-03-04T08:00:00Z');
    const second = await askAs(github, 'tri')('POST /repos/acme/app/issues/3/comments', { body: 'second' });
    expect(second.json).toMatchObject({
      user: { login: 'tri', type: 'User' },
      created_at: '2026-03-04T08:00:00Z',
    });
    const recent = await ana('GET /repos/acme/app/issues/3/comments?since=2026-03-04T00:00:00Z');
    expect(recent.json).toMatchObject([{ body: 'second' }]);
    const { id } = Identified.parse(first.json);
    expect(
      (await askAs(github, 'tri')(`PATCH /repos/acme/app/issues/comments/${id}`, { body: 'x' })).status,
    ).toBe(403);
    const edited = await ana(`PATCH /repos/acme/app/issues/comments/${id}`, { body: 'edited' });
    expect(edited.json).toMatchObject({ body: 'edited', updated_at: '2026-03-04T08:00:00Z' });
    expect((await ana(`DELETE /repos/acme/app/issues/comments/${id}`)).status).toBe(204);
    expect((await ana(`GET /repos/acme/app/issues/comments/${id}`)).status).toBe(404);
    expect((await ana('GET /repos/acme/app/issues/3')).json).toMatchObject({
      comments: 1,
      updated_at: '2026-03-04T08:00:00Z',
    });
  });

  it('take one reaction of a kind per person', async () => {
    const comment = await ana('POST /repos/acme/app/issues/7/comments', { body: 'on a pull request' });
    const path = `/repos/acme/app/issues/comments/${Identified.parse(comment.json).id}/reactions` as const;
    const first = await ana(`POST ${path}`, { content: 'rocket' });
    expect(first.status).toBe(201);
    expect((await ana(`POST ${path}`, { content: 'rocket' })).status).toBe(200);
    const bot = await askWith(github, github.workflowToken)(`POST ${path}`, { content: '+1' });
    expect(bot.json).toMatchObject({ user: { login: 'github-actions[bot]', type: 'Bot' } });
    expect((await ana(`GET ${path}`)).json).toHaveLength(2);
    expect((await ana(`DELETE ${path}/${Identified.parse(first.json).id}`)).status).toBe(204);
    expect((await ana(`POST ${path}`, { content: 'nice' })).status).toBe(422);
  });

  it('are refused in a locked conversation, to all who cannot write', async () => {
    await ana('PUT /repos/acme/app/issues/4/lock', { lock_reason: 'resolved' });
    expect((await askAs(github, 'rea')('POST /repos/acme/app/issues/4/comments', { body: 'x' })).status).toBe(
      403,
    );
    const bot = await askWith(github, github.workflowToken)('POST /repos/acme/app/issues/4/comments', {
      body: 'x',
    });
    expect(bot).toMatchObject({
      status: 403,
      json: { message: 'Unable to create comment because issue is locked.' },
    });
    expect((await ana('POST /repos/acme/app/issues/4/comments', { body: 'x' })).status).toBe(201);
    await ana('DELETE /repos/acme/app/issues/4/lock');
  });
});

describe('people and what they may do', () => {
  it.each([
    ['ana', 'admin', 'admin', true],
    ['moe', 'write', 'maintain', true],
    ['wil', 'write', 'write', true],
    ['TRI', 'read', 'triage', false],
    ['rea', 'read', 'read', false],
    ['stranger', 'read', 'read', false],
  ])('%s has the permission %s, the role %s', async (login, permission, role_name, push) => {
    const answer = await ana(`GET /repos/acme/app/collaborators/${login}/permission`);
    expect(answer.json).toMatchObject({ permission, role_name, user: { permissions: { push, pull: true } } });
  });

  it('an unknown person is 404, a stranger has none in a private repository', async () => {
    expect((await ana('GET /repos/acme/app/collaborators/nobody/permission')).status).toBe(404);
    const answer = await ana('GET /repos/acme/secret/collaborators/stranger/permission');
    expect(answer.json).toMatchObject({ permission: 'none', user: { permissions: { pull: false } } });
    expect((await askAs(github, 'stranger')('GET /repos/acme/secret')).status).toBe(404);
    expect((await askWith(github, 'ghp_wrong')('GET /user')).status).toBe(401);
  });

  it('only those who may triage give labels, and an author keeps the own words', async () => {
    const rea = askAs(github, 'rea');
    const filed = await rea('POST /repos/acme/app/issues', { title: 'Mine', labels: ['candidate'] });
    expect(filed).toMatchObject({
      status: 201,
      json: { labels: [], author_association: expect.any(String) },
    });
    const { number } = z.looseObject({ number: z.number() }).parse(filed.json);
    expect(
      (await rea(`POST /repos/acme/app/issues/${number}/labels`, { labels: ['candidate'] })).status,
    ).toBe(403);
    expect((await rea(`PATCH /repos/acme/app/issues/${number}`, { title: 'Better' })).status).toBe(200);
    expect((await rea('PATCH /repos/acme/app/issues/6', { title: 'Worse' })).status).toBe(403);
    await github.deleteIssue('acme/app', number, 'ana');
    const gone = await rea(`GET /repos/acme/app/issues/${number}`);
    expect(gone).toMatchObject({ status: 410, json: { message: 'This issue was deleted' } });
  });
});

describe('milestones', () => {
  it('are numbered, unique by title, and count issues and pull requests', async () => {
    const again = await ana('POST /repos/acme/app/milestones', { title: 'v1' });
    expect(again).toMatchObject({
      status: 422,
      json: { errors: [{ code: 'already_exists', field: 'title' }] },
    });
    const second = await ana('POST /repos/acme/app/milestones', {
      title: 'v2',
      due_on: '2026-06-01T00:00:00.000Z',
    });
    expect(second.json).toMatchObject({
      number: 2,
      due_on: '2026-06-01T00:00:00Z',
      creator: { login: 'ana' },
    });
    await ana('PATCH /repos/acme/app/issues/7', { milestone: 2 });
    await ana('PATCH /repos/acme/app/issues/6', { milestone: 2 });
    expect((await ana('GET /repos/acme/app/milestones/2')).json).toMatchObject({
      open_issues: 1,
      closed_issues: 1,
    });
    expect(numbersOf(await ana('GET /repos/acme/app/issues?milestone=2&state=all'))).toEqual([7, 6]);
    await ana('PATCH /repos/acme/app/milestones/2', { state: 'closed', description: 'over' });
    expect(numbersOf(await ana('GET /repos/acme/app/milestones?state=all'))).toEqual([2, 1]);
    expect((await ana('DELETE /repos/acme/app/milestones/2')).status).toBe(204);
    expect((await ana('GET /repos/acme/app/pulls/7')).json).toMatchObject({ milestone: null });
  });
});

describe('relations', () => {
  it('an issue knows its parent, its sub-issues and its blockers', async () => {
    const child = Identified.parse((await ana('GET /repos/acme/app/issues/2')).json);
    expect((await ana('GET /repos/acme/app/issues/2/parent')).status).toBe(404);
    const added = await ana('POST /repos/acme/app/issues/1/sub_issues', { sub_issue_id: child.id });
    expect(added).toMatchObject({ status: 201, json: { sub_issues_summary: { total: 1, completed: 0 } } });
    expect((await ana('GET /repos/acme/app/issues/2/parent')).json).toMatchObject({ number: 1 });
    expect((await ana('GET /repos/acme/app/issues/2')).json).toMatchObject({
      parent_issue_url: `${github.url}/repos/acme/app/issues/1`,
    });
    expect(numbersOf(await ana('GET /repos/acme/app/issues/1/sub_issues'))).toEqual([2]);
    expect((await ana('POST /repos/acme/app/issues/3/sub_issues', { sub_issue_id: child.id })).status).toBe(
      422,
    );

    await ana('POST /repos/acme/app/issues/5/dependencies/blocked_by', { issue_id: child.id });
    expect(numbersOf(await ana('GET /repos/acme/app/issues/5/dependencies/blocked_by'))).toEqual([2]);
    expect(numbersOf(await ana('GET /repos/acme/app/issues/2/dependencies/blocking'))).toEqual([5]);
    expect((await ana('GET /repos/acme/app/issues/5')).json).toMatchObject({
      issue_dependencies_summary: { blocked_by: 1, total_blocked_by: 1, blocking: 0 },
    });
    await ana(`DELETE /repos/acme/app/issues/5/dependencies/blocked_by/${child.id}`);
    expect((await ana('GET /repos/acme/app/issues/5/dependencies/blocked_by')).json).toEqual([]);
  });
});

it('dates everything by the clock, back-dated seeds included', async () => {
  const closed = await ana('GET /repos/acme/app/issues/6');
  expect(closed.json).toMatchObject({
    created_at: '2026-01-06T10:00:00Z',
    closed_at: '2026-02-01T10:00:00Z',
    state_reason: 'completed',
  });
  clock = new Date('2027-01-01T00:00:00Z');
  const reopened = await ana('PATCH /repos/acme/app/issues/6', { state: 'open' });
  expect(reopened.json).toMatchObject({ closed_at: null, updated_at: '2027-01-01T00:00:00Z' });
});
