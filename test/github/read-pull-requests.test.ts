import { Octokit } from '@octokit/core';
import { describe, expect, it } from 'vitest';
import { type Client, createClientParts, wrapClient } from '../../src/github/client.ts';
import { connectRepository } from '../../src/github/repository.ts';

const node = {
  number: 7,
  title: 'Change the app',
  body: 'Closes #2',
  state: 'OPEN',
  isDraft: false,
  createdAt: '2026-11-20T09:00:00Z',
  mergedAt: null,
  headRefOid: 'a'.repeat(40),
  changedFiles: 1,
  author: { __typename: 'Bot', login: 'renovate' },
  mergedBy: null,
  comments: { totalCount: 0 },
  labels: { nodes: [] },
  milestone: null,
  closingIssuesReferences: { nodes: [] },
  files: { pageInfo: { hasNextPage: false }, nodes: [{ path: 'app/start.ts' }] },
  commits: { nodes: [{ commit: { checkSuites: null } }] },
};
const partial = {
  data: {
    viewer: { login: 'github-actions[bot]', databaseId: 41898282 },
    repository: { config: null, candidateForm: null, pullRequest: node },
  },
  errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration', path: ['repository'] }],
};

/** Answers by method and path; whatever is not named is 404. */
function connect(answers: Readonly<Record<string, { status: number; body: unknown }>>) {
  const asked: string[] = [];
  const fetch = async (url: string, { method = 'GET' }: { method?: string }) => {
    const call = `${method} ${new URL(url).pathname}`;
    asked.push(call);
    const { status, body } = answers[call] ?? { status: 404, body: { message: 'Not Found' } };
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
      status,
      headers: {
        'content-type': typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json',
      },
    });
  };
  const octokit = new Octokit({ baseUrl: 'https://api.example.test', request: { fetch } });
  const client: Client = wrapClient(octokit, createClientParts(0));
  const account = async () => ({ login: 'github-actions[bot]', id: 41898282 });
  return { world: connectRepository({ client, repository: 'acme/app', account }), asked };
}

describe('a pull request that GraphQL answers in part', () => {
  it('is read with its closing relation, and what may be missing is asked again', async () => {
    const { world, asked } = connect({
      'POST /graphql': { status: 200, body: partial },
      'GET /repos/acme/app/contents/.github%2Fchokepoint.yml': { status: 200, body: 'drift: { mode: warn }' },
    });
    const read = await world.readPullRequest(7);
    expect(read).toMatchObject({ number: 7, author: 'renovate[bot]', closing: [], check: null });
    expect(await world.readFile('.github/chokepoint.yml')).toEqual({
      kind: 'file',
      text: 'drift: { mode: warn }',
    });
    expect(asked).toHaveLength(2);
  });

  it('is not there where neither GraphQL nor REST knows it', async () => {
    const gone = { ...partial, data: { ...partial.data, repository: null } };
    const { world } = connect({ 'POST /graphql': { status: 200, body: gone } });
    expect(await world.readPullRequest(7)).toBeNull();
  });

  it('does without check runs where the token may not read them', async () => {
    const refusal = { message: 'Resource not accessible by integration' };
    const pull = {
      title: 'Change the app',
      body: null,
      user: { login: 'ben' },
      merged: false,
      state: 'open',
      head: { sha: node.headRefOid },
      labels: [],
      milestone: null,
      changed_files: 1,
      comments: 0,
      created_at: node.createdAt,
      merged_at: null,
      merged_by: null,
    };
    const { world } = connect({
      'POST /graphql': { status: 200, body: { errors: partial.errors, data: null } },
      'GET /repos/acme/app/pulls/7': { status: 200, body: pull },
      [`GET /repos/acme/app/commits/${node.headRefOid}/check-runs`]: { status: 403, body: refusal },
    });
    expect(await world.readPullRequest(7)).toMatchObject({
      title: 'Change the app',
      closing: null,
      check: null,
    });
  });
});
