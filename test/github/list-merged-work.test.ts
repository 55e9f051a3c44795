import { Octokit } from '@octokit/core';
import { expect, it } from 'vitest';
import { createClientParts, wrapClient } from '../../src/github/client.ts';
import { listMergedWork } from '../../src/github/list-merged-work.ts';

const at = '2026-11-20T09:00:00Z';

function mergedBy(author: { readonly __typename: string; readonly login: string } | null) {
  return {
    number: 7,
    title: 'Change the app',
    updatedAt: at,
    mergedAt: at,
    author,
    labels: { nodes: [] },
    files: { pageInfo: { hasNextPage: false }, nodes: [] },
    closingIssuesReferences: { nodes: [] },
  };
}

it.each([
  ['a bot as REST and config do', { __typename: 'Bot', login: 'renovate' }, 'renovate[bot]'],
  ['a bot that has its suffix already', { __typename: 'Bot', login: 'renovate[bot]' }, 'renovate[bot]'],
  ['a person', { __typename: 'User', login: 'ana' }, 'ana'],
  ['an account that is gone', null, 'ghost'],
])('the author of merged work names %s', async (_name, author, login) => {
  const pullRequests = {
    pageInfo: { hasNextPage: false, endCursor: null },
    nodes: [mergedBy(author)],
  };
  const fetch = async () =>
    new Response(JSON.stringify({ data: { repository: { pullRequests } } }), {
      headers: { 'content-type': 'application/json' },
    });
  const octokit = new Octokit({ baseUrl: 'https://api.example.test', request: { fetch } });
  const client = wrapClient(octokit, createClientParts(0));
  const [merged] = await listMergedWork(client, 'acme/app', false).listMergedWork(at);
  expect(merged?.author).toBe(login);
});
