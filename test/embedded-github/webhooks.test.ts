import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders, Server } from 'node:http';
import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { appWebToken, installationToken } from './app-token.ts';
import type { Ask } from './client.ts';
import { askAs, askWith, linkOf } from './client.ts';
import type { EmbeddedGitHub } from './start.ts';
import { startEmbeddedGitHub } from './start.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

let github: EmbeddedGitHub;
let receiver: Server;
let ana: Ask;
let received: Received[] = [];
let answerStatus = 202;
let clock = new Date('2026-03-02T08:00:00Z');

beforeAll(async () => {
  receiver = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    received.push({ headers: incoming.headers, text: Buffer.concat(chunks).toString('utf8') });
    outgoing.statusCode = answerStatus;
    outgoing.end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const address = receiver.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  github = await startEmbeddedGitHub({
    clock: () => clock,
    webhookUrl: `http://127.0.0.1:${port}/api/github/webhooks`,
    seed: {
      users: ['sol'],
      repositories: [
        {
          fullName: 'acme/app',
          private: true,
          collaborators: { ana: 'admin' },
          labels: [{ name: 'bug', color: 'ff0000', description: 'Broken' }],
          milestones: [{ title: 'v1' }],
          issues: [{ title: 'One', body: 'first words' }, { title: 'Two' }],
        },
        { fullName: 'sol/own', issues: [{ title: 'Alone' }] },
        { fullName: 'acme/away', collaborators: { ana: 'admin' }, installed: false },
      ],
    },
  });
  ana = askAs(github, 'ana');
});

afterAll(async () => {
  await github.close();
  await new Promise((resolve) => receiver.close(resolve));
});

beforeEach(() => {
  github.deliveries.length = 0;
  received = [];
  answerStatus = 202;
});

const sent = () =>
  github.deliveries.map(({ event, action }) => (action === null ? event : `${event}.${action}`));

describe('a webhook', () => {
  it('is signed, named by a unique guid, and says where it comes from', async () => {
    await ana('POST /repos/acme/app/issues/1/labels', { labels: ['bug'] });
    await ana('DELETE /repos/acme/app/issues/1/labels/bug');
    await github.settle();
    expect(received).toHaveLength(2);
    for (const { headers, text } of received) {
      const signature = createHmac('sha256', github.app.webhookSecret).update(text).digest('hex');
      expect(headers['x-hub-signature-256']).toBe(`sha256=${signature}`);
      expect(headers['x-github-event']).toBe('issues');
      expect(JSON.parse(text)).toMatchObject({
        installation: { id: github.app.installationId },
        repository: { full_name: 'acme/app', private: true, owner: { login: 'acme', type: 'Organization' } },
        organization: { login: 'acme' },
        sender: { login: 'ana', type: 'User' },
        label: { name: 'bug', color: 'ff0000', description: 'Broken', id: expect.any(Number) },
      });
    }
    expect(new Set(received.map(({ headers }) => headers['x-github-delivery'])).size).toBe(2);
    expect(github.deliveries.map(({ statusCode }) => statusCode)).toEqual([202, 202]);
  });

  it('comes from every owner’s installation and from no repository without one', async () => {
    await askAs(github, 'sol')('PATCH /repos/sol/own/issues/1', { title: 'Not alone' });
    await ana('POST /repos/acme/away/issues', { title: 'Unseen' });
    expect(github.deliveries).toMatchObject([
      { installationId: github.app.installationId + 1, event: 'issues' },
    ]);
  });

  it('tells what an issue’s words were', async () => {
    await ana('PATCH /repos/acme/app/issues/1', { title: 'Uno', body: 'other words' });
    expect(github.deliveries[0]?.payload).toMatchObject({
      action: 'edited',
      changes: { title: { from: 'One' }, body: { from: 'first words' } },
      issue: { title: 'Uno', number: 1, labels: [] },
    });
    await ana('PATCH /repos/acme/app/issues/1', { title: 'Uno' });
    expect(sent()).toEqual(['issues.edited']);
  });

  it('is one for each thing that changes', async () => {
    await ana('POST /repos/acme/app/issues', {
      title: 'Three',
      labels: ['bug'],
      milestone: 1,
      assignees: ['ana'],
    });
    await ana('PATCH /repos/acme/app/issues/3', { state: 'closed', labels: [], milestone: null });
    await ana('PATCH /repos/acme/app/issues/3', { state: 'open' });
    const comment = await ana('POST /repos/acme/app/issues/3/comments', { body: 'hello' });
    const { id } = z.object({ id: z.number() }).parse(comment.json);
    await ana(`PATCH /repos/acme/app/issues/comments/${id}`, { body: 'bye' });
    await ana(`DELETE /repos/acme/app/issues/comments/${id}`);
    await ana('POST /repos/acme/app/labels', { name: 'new' });
    await ana('PATCH /repos/acme/app/labels/new', { new_name: 'newer' });
    await ana('DELETE /repos/acme/app/labels/newer');
    await ana('PATCH /repos/acme/app/milestones/1', { description: 'words', state: 'closed' });
    await github.deleteIssue('acme/app', 3, 'ana');
    expect(sent()).toEqual([
      'issues.opened',
      'issues.labeled',
      'issues.milestoned',
      'issues.assigned',
      'issues.closed',
      'issues.demilestoned',
      'issues.unlabeled',
      'issues.reopened',
      'issue_comment.created',
      'issue_comment.edited',
      'issue_comment.deleted',
      'label.created',
      'label.edited',
      'label.deleted',
      'milestone.closed',
      'milestone.edited',
      'issues.deleted',
    ]);
    expect(github.deliveries[2]?.payload).toMatchObject({
      milestone: { title: 'v1', number: 1, open_issues: 1 },
    });
    expect(github.deliveries[9]?.payload).toMatchObject({ changes: { body: { from: 'hello' } } });
  });

  it('tells of relations on both sides, of renames and of files that were pushed', async () => {
    const two = z.looseObject({ id: z.number() }).parse((await ana('GET /repos/acme/app/issues/2')).json);
    await ana('POST /repos/acme/app/issues/1/sub_issues', { sub_issue_id: two.id });
    await ana('POST /repos/acme/app/issues/1/dependencies/blocked_by', { issue_id: two.id });
    await github.push({
      repository: 'acme/app',
      login: 'ana',
      branch: 'main',
      files: { 'a.md': 'a', 'README.md': 'b' },
    });
    await ana('PATCH /repos/acme/app', { name: 'product' });
    expect(sent()).toEqual([
      'sub_issues.sub_issue_added',
      'sub_issues.parent_issue_added',
      'issue_dependencies.blocked_by_added',
      'issue_dependencies.blocking_added',
      'push',
      'repository.renamed',
    ]);
    expect(github.deliveries[4]?.payload).toMatchObject({
      ref: 'refs/heads/main',
      commits: [{ added: ['a.md'], modified: ['README.md'], removed: [] }],
    });
    expect(github.deliveries[5]?.payload).toMatchObject({
      changes: { repository: { name: { from: 'app' } } },
    });
    await ana('PATCH /repos/acme/product', { name: 'app' });
    const fromTransfer = await ana('POST /repos/acme/away/transfer', { new_owner: 'sol' });
    expect(fromTransfer).toMatchObject({ status: 202, json: { full_name: 'sol/away' } });
  });
});

describe('the delivery log', () => {
  it('lists by cursor, newest first, three days back, and sends again on request', async () => {
    const app = askWith(github, appWebToken(github));
    answerStatus = 503;
    await ana('POST /repos/acme/app/issues/1/comments', { body: 'one' });
    await github.settle();
    answerStatus = 202;
    await ana('POST /repos/acme/app/issues/1/comments', { body: 'two' });
    await github.settle();
    const page = await app('GET /app/hook/deliveries?per_page=1');
    expect(page.json).toMatchObject([
      { event: 'issue_comment', action: 'created', status: 'OK', status_code: 202 },
    ]);
    const older = await app(linkOf(github, page, 'next') ?? 'GET /missing');
    const [failed] = z
      .array(z.looseObject({ id: z.number(), guid: z.string(), status_code: z.number() }))
      .parse(older.json);
    expect(failed?.status_code).toBe(503);
    const details = await app(`GET /app/hook/deliveries/${failed?.id}`);
    expect(details.json).toMatchObject({ request: { payload: { comment: { body: 'one' } } } });

    expect((await app(`POST /app/hook/deliveries/${failed?.id}/attempts`)).status).toBe(202);
    await github.settle();
    expect(github.deliveries.at(-1)).toMatchObject({ guid: failed?.guid, redelivery: true, statusCode: 202 });
    expect(received.at(-1)?.headers['x-github-delivery']).toBe(failed?.guid);

    clock = new Date('2026-03-06T08:00:00Z');
    expect((await app('GET /app/hook/deliveries')).json).toEqual([]);
    expect((await ana('GET /app/hook/deliveries')).status).toBe(401);
  });

  it('keeps what no server took', async () => {
    github.setWebhookUrl('http://127.0.0.1:9/');
    await ana('POST /repos/acme/app/issues/1/comments', { body: 'lost' });
    await github.settle();
    expect(github.deliveries).toMatchObject([{ statusCode: 0 }]);
    github.setWebhookUrl(null);
    await ana('POST /repos/acme/app/issues/1/comments', { body: 'nobody asked' });
    await github.settle();
    expect(github.deliveries).toHaveLength(2);
    expect(received).toHaveLength(0);
  });
});

describe('the App', () => {
  it('signs in, finds its installation and what it may see', async () => {
    const app = askWith(github, appWebToken(github));
    expect((await app('GET /app')).json).toMatchObject({ id: github.app.id, slug: 'chokepoint' });
    expect((await app('GET /repos/acme/app/installation')).json).toMatchObject({
      id: github.app.installationId,
    });
    expect((await app('GET /app/installations')).json).toHaveLength(2);
    expect((await askWith(github, appWebToken(github, 1))('GET /app')).status).toBe(401);
    const token = await installationToken(github);
    const seen = await askWith(github, token)('GET /installation/repositories');
    expect(seen.json).toMatchObject({ total_count: 1, repositories: [{ full_name: 'acme/app' }] });
  });

  it('writes as its bot and is named beside what it wrote', async () => {
    const bot = askWith(github, await installationToken(github));
    const comment = await bot('POST /repos/acme/app/issues/1/comments', { body: 'labelled' });
    expect(comment.json).toMatchObject({
      user: { login: 'chokepoint[bot]', id: github.app.botUserId, type: 'Bot' },
      performed_via_github_app: { id: github.app.id, slug: 'chokepoint' },
    });
    expect((await bot('GET /users/chokepoint%5Bbot%5D')).json).toMatchObject({ id: github.app.botUserId });
    expect(github.deliveries[0]?.payload).toMatchObject({
      sender: { login: 'chokepoint[bot]', type: 'Bot' },
    });
  });

  it('is refused what its permissions lack, and everything once suspended', async () => {
    const bot = askWith(github, await installationToken(github));
    github.setAppPermissions({ issues: 'read', metadata: 'read' });
    const refused = await bot('POST /repos/acme/app/issues/1/labels', { labels: ['bug'] });
    expect(refused).toMatchObject({
      status: 403,
      json: { message: 'Resource not accessible by integration' },
    });
    expect(refused.headers.get('x-accepted-github-permissions')).toBe('issues=write; pull_requests=write');
    github.setAppPermissions({ issues: 'write', metadata: 'read' });
    expect((await bot('POST /repos/acme/app/issues/1/labels', { labels: ['bug'] })).status).toBe(200);
    github.setSuspended(true);
    expect(await bot('GET /repos/acme/app')).toMatchObject({
      status: 403,
      json: { message: 'This installation has been suspended' },
    });
    const before = github.deliveries.length;
    await ana('POST /repos/acme/app/issues/1/comments', { body: 'unheard' });
    expect(github.deliveries).toHaveLength(before);
    github.setSuspended(false);
    expect((await bot('GET /repos/acme/app')).status).toBe(200);
  });
});

it('a workflow token reads and writes as far as its permissions go, in its own repository', async () => {
  const workflow = askWith(github, github.workflowToken);
  expect((await workflow('POST /repos/acme/app/issues/1/comments', { body: 'hi' })).json).toMatchObject({
    user: { login: 'github-actions[bot]', type: 'Bot' },
  });
  const readOnly = askWith(
    github,
    github.createWorkflowToken('acme/app', { issues: 'read', contents: 'read' }),
  );
  expect((await readOnly('GET /repos/acme/app/issues/1')).status).toBe(200);
  expect(await readOnly('POST /repos/acme/app/issues/1/comments', { body: 'hi' })).toMatchObject({
    status: 403,
    json: { message: 'Resource not accessible by integration' },
  });
  const elsewhere = askWith(github, github.createWorkflowToken('sol/own', { issues: 'write' }));
  expect((await elsewhere('GET /repos/acme/app')).status).toBe(404);
});
