import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EmbeddedGitHub, startEmbeddedGitHub } from '../embedded-github/start.ts';
import { bodyOf, formText } from '../support/filled-form.ts';
import { type AppOnGitHub, startAppOn } from '../support/start-app-on.ts';

const repository = 'acme/app';
const files = { '.github/ISSUE_TEMPLATE/candidate.yml': formText };
let github: EmbeddedGitHub;
let app: AppOnGitHub;

beforeAll(async () => {
  const seeded = { fullName: repository, private: true, collaborators: { ana: 'admin' as const }, files };
  github = await startEmbeddedGitHub({ seed: { repositories: [seeded] } });
  app = await startAppOn(github, { logLevel: 'trace' });
});

afterAll(async () => {
  await app.stop();
  await github.close();
});

it('T30: the log of a candidate’s whole way, faults included, holds no secret, key, token or payload at trace level', async () => {
  github.inject({ method: 'POST', path: '/repos/*/*/issues/*/comments', status: 502 });
  const body = bodyOf({ behaviour: 'canary-in-a-payload' });
  await github.fileIssue({ repository, login: 'ana', title: 'A better start', body, labels: [] });
  await app.settled();
  const metrics = await (await fetch(`${app.address}/metrics`)).text();
  const said = `${app.log.join('')}${metrics}`;
  expect(said).toContain('A job is done.');
  const keyLine = github.app.privateKey.split('\n')[1] ?? 'no key';
  for (const secret of [github.app.webhookSecret, keyLine, github.token('ana'), 'canary-in-a-payload']) {
    expect(said).not.toContain(secret);
  }
  expect(said).not.toMatch(/\bgh[a-z]_[A-Za-z0-9]{10,}|\beyJ[\w-]+\.[\w-]+\./);
});
