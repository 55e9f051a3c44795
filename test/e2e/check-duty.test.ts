import { afterEach, describe, expect, it } from 'vitest';
import { askAs } from '../embedded-github/client.ts';
import { issueEvent } from '../support/action-events.ts';
import {
  type Checked,
  type CheckedOptions,
  comment,
  configOf,
  offConstraint,
  openPull,
  readPull,
  repository,
  startChecked,
  withoutPause,
} from '../support/checked-repository.ts';
import { runAction } from '../support/run-action.ts';
import { type AppOnGitHub, startAppOn } from '../support/start-app-on.ts';

const open: (() => Promise<void>)[] = [];

async function start(options: CheckedOptions): Promise<Checked & { app: AppOnGitHub }> {
  const checked = await startChecked(options);
  open.push(checked.github.close);
  const app = await startAppOn(checked.github);
  open.push(app.stop);
  return { ...checked, app };
}

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const held = { app: 'duties: { pull-requests: app }\n', action: 'duties: { pull-requests: action }\n' };
const slugs = { app: 'chokepoint', action: 'github-actions' };

describe('App and Action at once', () => {
  it.each(['app', 'action'] as const)('have one writer: the duty is held by the %s', async (writer) => {
    const { github, app, check } = await start({ mode: 'warn', more: held[writer] });
    const number = await openPull(github, { body: `Closes #${offConstraint}` });
    const [run] = await Promise.all([check(number), app.settled()]);
    await app.settled();
    const shown = await readPull(github, number);
    expect(run.exitCode, run.stdout).toBe(0);
    expect(run.outputs.get('conclusion')).toBe('warning');
    expect(shown.checks).toMatchObject([{ conclusion: 'neutral', app: { slug: slugs[writer] } }]);
    expect(shown.comments).toMatchObject([{ user: { login: `${slugs[writer]}[bot]` } }]);
    expect(shown.labels).toEqual(['focus: off-constraint']);
  });

  it('turns the check by a command where the App holds the duty', async () => {
    const { github, app } = await start({ mode: 'enforce', more: held.app });
    const number = await openPull(github, { body: `Closes #${offConstraint}` });
    await app.settled();
    expect((await readPull(github, number)).checks).toMatchObject([{ conclusion: 'failure' }]);
    await comment(github, number, 'ana', '/accept because a customer signs on Friday');
    await app.settled();
    const shown = await readPull(github, number);
    expect(shown.checks).toMatchObject([{ conclusion: 'success' }]);
    expect(shown.comments.filter(({ user }) => user.login === 'chokepoint[bot]')).toHaveLength(1);
  });

  it('hand the duty over: the new writer starts its own, the old one is silent', async () => {
    const { github, app, check } = await start({ mode: 'warn', more: held.action });
    const number = await openPull(github, { body: `Closes #${offConstraint}` });
    await check(number);
    await app.settled();
    const ask = askAs(github, 'ana');
    const file = await ask(`GET /repos/${repository}/contents/.github/chokepoint.yml`);
    const content = Buffer.from(configOf('enforce', held.app)).toString('base64');
    const sha = file.json instanceof Object && 'sha' in file.json ? file.json.sha : null;
    const put = { message: 'The App checks', content, sha };
    await ask(`PUT /repos/${repository}/contents/.github/chokepoint.yml`, put);
    await app.settled();
    await ask(`PATCH /repos/${repository}/pulls/${number}`, { title: 'Change the app again' });
    await Promise.all([check(number), app.settled()]);
    const shown = await readPull(github, number);
    const byApp = shown.checks.filter(({ app: { slug } }) => slug === 'chokepoint');
    const byAction = shown.checks.filter(({ app: { slug } }) => slug === 'github-actions');
    expect(byApp).toMatchObject([{ conclusion: 'failure' }]);
    expect(byAction).toMatchObject([{ conclusion: 'neutral' }]);
    expect(shown.comments.filter(({ user }) => user.login === 'chokepoint[bot]')).toHaveLength(1);
    expect(shown.labels).toEqual(['focus: off-constraint']);
  });
});

describe("a change of an issue's constraint", () => {
  const moveToActivation = async ({ github }: Checked) => {
    const ask = askAs(github, 'ana');
    const labels = { labels: ['constraint: activation'] };
    await ask(`PUT /repos/${repository}/issues/${offConstraint}/labels`, labels);
  };

  it('checks its open pull requests again in the same run of the Action', async () => {
    const checked = await startChecked({ mode: 'warn' });
    const { github, check } = checked;
    open.push(github.close);
    const number = await openPull(github, { body: `Closes #${offConstraint}` });
    await check(number);
    await moveToActivation(checked);
    const event = await issueEvent(github, repository, offConstraint, 'labeled');
    const run = await runAction({ github, ...event, env: withoutPause });
    const shown = await readPull(github, number);
    expect(run.exitCode, run.stdout).toBe(0);
    expect(run.summary).toContain(`Checked again: #${number}, success.`);
    expect(shown.checks).toMatchObject([{ conclusion: 'success' }]);
    expect(shown.labels).toEqual(['focus: aligned']);
    expect(shown.comments).toHaveLength(1);
    expect(shown.comments[0]?.body).toContain('**On the constraint.**');
  });

  it('checks those again that only mention it', async () => {
    const checked = await startChecked({ mode: 'warn' });
    const { github, check } = checked;
    open.push(github.close);
    const number = await openPull(github, { body: `Part of #${offConstraint}` });
    await openPull(github, { body: 'Nothing to do with it.' });
    await check(number);
    expect((await readPull(github, number)).labels).toEqual(['focus: off-constraint']);
    await moveToActivation(checked);
    const event = await issueEvent(github, repository, offConstraint, 'labeled');
    const run = await runAction({ github, ...event, env: withoutPause });
    expect(run.summary).toContain(`Checked again: #${number}, success.`);
    expect(run.summary.match(/Checked again/g)).toHaveLength(1);
    expect((await readPull(github, number)).labels).toEqual(['focus: aligned']);
  });

  it('checks them again by the App where it holds the duty', async () => {
    const checked = await start({ mode: 'warn', more: held.app });
    const { github, app } = checked;
    const number = await openPull(github, { body: `Closes #${offConstraint}` });
    await app.settled();
    expect((await readPull(github, number)).labels).toEqual(['focus: off-constraint']);
    await moveToActivation(checked);
    await app.settled();
    expect((await readPull(github, number)).labels).toEqual(['focus: aligned']);
  });

  it('fails nothing where the issue is gone', async () => {
    const checked = await startChecked({ mode: 'warn' });
    const { github } = checked;
    open.push(github.close);
    const event = await issueEvent(github, repository, offConstraint, 'deleted');
    await github.deleteIssue(repository, offConstraint, 'ana');
    const run = await runAction({ github, ...event, env: withoutPause });
    expect(run.exitCode, run.stdout).toBe(0);
    expect(run.stdout).not.toMatch(/^::(?:warning|error)/m);
  });
});
