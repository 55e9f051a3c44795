import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ask } from './client.ts';
import { askAs, askWith } from './client.ts';
import { startSmallWorld } from './small-world.ts';
import type { EmbeddedGitHub } from './start.ts';

let github: EmbeddedGitHub;
let ana: Ask;

beforeAll(async () => {
  github = await startSmallWorld();
  ana = askAs(github, 'ana');
});

afterAll(() => github.close());

async function query(text: string): Promise<unknown> {
  const answer = await ana('POST /graphql', { query: text });
  expect(answer.status).toBe(200);
  return answer.json;
}

describe('the closing relation', () => {
  it.each([
    ['closes #3', [3]],
    ['FIXED: #3 and resolve acme/app#3', [3]],
    ['Resolves https://github.com/acme/app/issues/3', [3]],
    ['closes #3, #2', [3]],
    ['does not close #3', [3]],
    ['enclose #3; disclosed #3; Refs #2; closes#3', []],
    ['closes #4', []],
    ['closes acme/other#1', [1]],
  ])('of %j is %j', async (body, numbers) => {
    const branch = `closing-${Buffer.from(body).toString('hex')}`;
    const files = [`src/${branch}.ts`];
    const opened = { repository: 'acme/app', login: 'wil', title: 'Closing', branch, body, files };
    const number = await github.openPullRequest(opened);
    const answer = await query(
      `{ repository(owner: "acme", name: "app") { pullRequest(number: ${number}) {
        closingIssuesReferences(first: 10) { nodes { number repository { nameWithOwner } } } } } }`,
    );
    const nodes = numbers.map((found) => ({ number: found }));
    expect(answer).toMatchObject({
      data: { repository: { pullRequest: { closingIssuesReferences: { nodes } } } },
    });
    await ana(`PATCH /repos/acme/app/pulls/${number}`, { state: 'closed' });
  });

  it('holds for links made by hand, and not for another base', async () => {
    await github.push({ repository: 'acme/app', login: 'ana', branch: 'main', files: { 'x.md': 'x' } });
    const release = await github.openPullRequest({
      repository: 'acme/app',
      login: 'wil',
      title: 'Base for others',
      branch: 'release',
      files: ['r.md'],
    });
    const number = await github.openPullRequest({
      repository: 'acme/app',
      login: 'wil',
      title: 'Into release',
      body: 'Closes #2',
      branch: 'into-release',
      base: 'release',
      files: ['s.md'],
      linkedIssues: [3],
    });
    expect(release).toBeLessThan(number);
    const answer = await query(
      `{ repository(owner: "acme", name: "app") {
        pullRequest(number: ${number}) { closingIssuesReferences(first: 9) { nodes { number labels(first: 5) { nodes { name } } } } }
        issue(number: 3) { closedByPullRequestsReferences(first: 5) { nodes { number } } } } }`,
    );
    expect(answer).toEqual({
      data: {
        repository: {
          pullRequest: {
            closingIssuesReferences: { nodes: [{ number: 3, labels: { nodes: [{ name: 'candidate' }] } }] },
          },
          issue: { closedByPullRequestsReferences: { nodes: [{ number }] } },
        },
      },
    });
  });
});

describe('GraphQL', () => {
  it('counts by label and reads merges', async () => {
    const counts = await query(
      `{ repository(owner: "acme", name: "app") {
        all: issues(states: OPEN) { totalCount }
        candidates: issues(states: [OPEN, CLOSED], labels: ["Candidate"]) { totalCount }
        merged: pullRequests(states: MERGED, first: 1, orderBy: { field: CREATED_AT, direction: ASC }) {
          nodes { number title body mergedAt createdAt author { login } mergedBy { login } milestone { title } }
          pageInfo { hasNextPage endCursor } } } }`,
    );
    expect(counts).toMatchObject({
      data: {
        repository: {
          all: { totalCount: 2 },
          candidates: { totalCount: 1 },
          merged: {
            nodes: [
              {
                number: 4,
                mergedAt: '2026-01-03T00:00:00Z',
                author: { login: 'wil' },
                mergedBy: { login: 'ana' },
              },
            ],
            pageInfo: { hasNextPage: false },
          },
        },
      },
    });
  });

  it('pages with cursors', async () => {
    const page = (after: string) =>
      query(
        `{ repository(owner: "acme", name: "app") {
          issues(first: 2, ${after}orderBy: { field: CREATED_AT, direction: ASC }) {
            nodes { number } pageInfo { hasNextPage endCursor } } } }`,
      );
    const first = await page('');
    expect(first).toMatchObject({
      data: {
        repository: { issues: { nodes: [{ number: 1 }, { number: 2 }], pageInfo: { hasNextPage: true } } },
      },
    });
    const cursor = /"endCursor":"([^"]+)"/.exec(JSON.stringify(first))?.[1];
    expect(await page(`after: "${cursor}", `)).toMatchObject({
      data: { repository: { issues: { nodes: [{ number: 3 }], pageInfo: { hasNextPage: false } } } },
    });
  });

  it('refuses what GitHub’s schema does not have, and says what it cannot find', async () => {
    expect(await query('{ repository(owner: "acme", name: "app") { wishList } }')).toMatchObject({
      errors: [{ message: 'Cannot query field "wishList" on type "Repository".' }],
    });
    expect(await query('{ repository(owner: "acme", name: "none") { id } }')).toMatchObject({
      data: { repository: null },
      errors: [{ type: 'NOT_FOUND', path: ['repository'] }],
    });
    expect(
      await query('{ repository(owner: "acme", name: "app") { issues(states: OPEN) { nodes { number } } } }'),
    ).toMatchObject({
      errors: [{ type: 'MISSING_PAGINATION_BOUNDARIES' }],
    });
    expect((await askWith(github, null)('POST /graphql', { query: '{ viewer { login } }' })).status).toBe(
      401,
    );
  });
});
