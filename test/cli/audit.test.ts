import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { auditShape } from '../../src/cli/shapes/drift.ts';
import { readConfig } from '../../src/config/read-config.ts';
import type { SeedPullRequest } from '../embedded-github/seed.ts';
import { type EmbeddedGitHub, startEmbeddedGitHub } from '../embedded-github/start.ts';
import { runHere } from './recorded-terminal.ts';

const mergedAt = '2026-11-05T10:00:00Z';

const shop: readonly SeedPullRequest[] = [
  { title: 'Guided import', files: ['src/onboarding/import.ts'], mergedAt },
  { title: 'Crash on <start> @ana', labels: ['bug'], files: ['src/start.ts'], mergedAt },
  { title: 'fix: slow lists', files: ['src/list.ts'], mergedAt },
  { title: 'Invoices', body: 'Closes #1', files: ['src/invoice.ts'], mergedAt },
  { title: 'New look', labels: ['enhancement'], files: ['web/app/a.css'], mergedAt },
  { title: 'Newer look', labels: ['enhancement'], files: ['web/app/b.css'], mergedAt },
  { title: 'Long ago', labels: ['bug'], files: ['src/old.ts'], mergedAt: '2026-05-01T10:00:00Z' },
  { title: 'Still open', labels: ['bug'], files: ['src/open.ts'] },
];

let github: EmbeddedGitHub;
let folder: string;

beforeAll(async () => {
  const collaborators = { ana: 'admin' } as const;
  github = await startEmbeddedGitHub({
    clock: () => new Date('2026-11-10T08:00:00Z'),
    seed: {
      repositories: [
        {
          fullName: 'acme/shop',
          collaborators,
          issues: [{ title: 'Invoices by hand', labels: ['admin'] }],
          pullRequests: shop,
        },
        { fullName: 'acme/secret', private: true, collaborators },
      ],
    },
  });
  folder = await mkdtemp(join(tmpdir(), 'chokepoint-audit-'));
});

afterAll(async () => {
  await github.close();
  await rm(folder, { recursive: true, force: true });
});

function audit(token: string | null, ...words: readonly string[]) {
  const env = { GITHUB_API_URL: github.url, ...(token === null ? {} : { GITHUB_TOKEN: token }) };
  return runHere(['audit', ...words], { env, folder });
}

describe('audit', () => {
  it('says where the last merges went, what said so, and what raises coverage', async () => {
    const { exitCode, stdout } = await audit(github.token('ana'), 'acme/shop');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^2 of your last 6 merges were on reliability\./);
    expect(stdout).toContain('4 of 6 merges of the last 90 days say which constraint they served (67 %)');
    const yaml = /^classify:\n(?: {2}.*\n)+/m.exec(stdout)?.[0] ?? '';
    expect(readConfig(yaml, 'acme/shop')).toMatchObject({
      ok: true,
      value: { classify: { reliability: { labels: ['bug'] }, operations: { labels: ['admin'] } } },
    });
    expect(stdout).toContain('2  label "enhancement"');
  });

  it('prints the same as one document, every merge with what decided', async () => {
    const { stdout, exitCode } = await audit(
      github.token('ana'),
      'acme/shop',
      '--primary',
      'activation',
      '--json',
    );
    const json = auditShape.parse(JSON.parse(stdout));
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ merges: 6, coverage: 4 / 6, onPrimary: 1 });
    expect(
      json.rules
        .map(({ rule }) => rule)
        .filter((rule) => rule !== null)
        .sort(),
    ).toEqual(['label', 'label', 'path', 'title']);
  });

  it('looks as far back as it is told', async () => {
    const { stdout } = await audit(github.token('ana'), 'acme/shop', '--days', '365', '--json');
    expect(auditShape.parse(JSON.parse(stdout)).merges).toBe(7);
    expect((await audit(github.token('ana'), 'acme/shop', '--days', 'soon')).exitCode).toBe(2);
  });

  it('reads a public repository without a token, and says what a guest does not see', async () => {
    const { stdout, exitCode } = await audit(null, 'acme/shop');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^2 of your last 6 merges were on reliability\./);
    expect(stdout).toContain('Read without a token: labels and titles only.');
    expect((await audit(null, 'acme/secret')).exitCode).toBe(2);
  });

  it.each([
    ['with a token', 'token'],
    ['as a guest', null],
  ] as const)('takes at most 20 requests for 1,000 merges, %s', async (_how, token) => {
    const busy = await startBusyGitHub(1_000);
    const env = { GITHUB_API_URL: busy.url, ...(token === null ? {} : { GITHUB_TOKEN: token }) };
    const { stdout } = await runHere(['audit', 'acme/busy', '--json'], { env });
    await busy.close();
    expect(auditShape.parse(JSON.parse(stdout)).merges).toBe(1_000);
    expect(busy.requests()).toBeLessThanOrEqual(20);
  });

  it('T4 T6: writes a page in which no foreign word takes effect', async () => {
    await audit(github.token('ana'), 'acme/shop', '--html', 'audit.html');
    const html = await readFile(join(folder, 'audit.html'), 'utf8');
    expect(html).toContain('<strong>2 of your last 6 merges were on reliability.</strong>');
    expect(html).not.toMatch(/<start>|@ana/);
    expect(html).not.toMatch(/<script|<img|https?:\/\/(?!www\.w3\.org)/);
  });

  it('writes nothing', () => {
    const writes = github.requests.filter(
      ({ method, path }) => method !== 'GET' && !path.includes('graphql'),
    );
    expect(writes).toEqual([]);
  });
});

/** A repository without a config and with so many merges, page by page as GitHub lists them, by GraphQL and by REST. */
async function startBusyGitHub(merges: number) {
  let requests = 0;
  const page = (from: number) =>
    Array.from({ length: Math.min(100, merges - from) }, (_, index) => from + index + 1);
  const server = createServer(async (request, response) => {
    requests += 1;
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const send = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (pathname === '/repos/acme/busy/pulls') {
      const from = (Number(searchParams.get('page')) - 1) * 100;
      return send(
        200,
        page(from).map((number) => toRest(number)),
      );
    }
    if (pathname !== '/graphql') return send(404, { message: 'Not Found' });
    const { variables } = graphqlShape.parse(await json(request));
    const from = Number(variables.after ?? 0);
    const pageInfo = { hasNextPage: from + 100 < merges, endCursor: String(from + 100) };
    const nodes = page(from).map((number) => toGraphql(number));
    return send(200, { data: { repository: { pullRequests: { pageInfo, nodes } } } });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    requests: () => requests,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

const graphqlShape = z.object({ variables: z.object({ after: z.string().nullish() }) });

function toRest(number: number) {
  const title = `fix: number ${number}`;
  return { number, title, updated_at: mergedAt, merged_at: mergedAt, user: { login: 'ana' }, labels: [] };
}

function toGraphql(number: number) {
  const closingIssuesReferences = { nodes: [] };
  const files = { pageInfo: { hasNextPage: false }, nodes: [{ path: 'src/a.ts' }] };
  const author = { __typename: 'User', login: 'ana' };
  const plain = {
    number,
    title: `fix: number ${number}`,
    updatedAt: mergedAt,
    mergedAt,
    labels: { nodes: [] },
  };
  return { ...plain, author, files, closingIssuesReferences };
}
