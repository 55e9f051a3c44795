import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pullRequestMarker } from '../../src/render/drift-comment.ts';
import { askAs } from '../embedded-github/client.ts';
import type { EmbeddedGitHub } from '../embedded-github/start.ts';
import { pullRequestEvent } from '../support/action-events.ts';
import {
  comment,
  commentEvent,
  countRequests,
  offConstraint,
  onConstraint,
  openPull,
  readPull,
  repository,
  startCheckedInTest,
} from '../support/checked-repository.ts';

describe('a command on a pull request', () => {
  it('`/accept because …` turns the check, stands through new commits, and is withdrawn with its comment', async () => {
    const { github, check } = await startCheckedInTest({ mode: 'enforce' });
    const number = await openPull(github, { body: `Closes #${offConstraint}` });
    expect((await check(number)).outputs.get('conclusion')).toBe('failure');

    const id = await comment(github, number, 'ana', '/accept because a customer signs on Friday');
    const accepted = await check(number, commentEvent(number));
    expect(accepted.exitCode, accepted.stdout).toBe(0);
    expect(Object.fromEntries(accepted.outputs)).toEqual({
      conclusion: 'success',
      codes: 'ACCEPTED',
      constraint: 'reliability',
    });
    const turned = await readPull(github, number);
    expect(turned.checks).toMatchObject([{ conclusion: 'success' }]);
    expect(turned.checks[0]?.output.summary).toContain('ana accepts it');
    expect(turned.labels).toEqual(['focus: accepted']);

    const branch = await branchOf(github, number);
    await github.push({ repository, login: 'ben', branch, files: ['app/more.ts'] });
    expect((await check(number)).outputs.get('codes')).toBe('ACCEPTED');
    expect((await readPull(github, number)).checks).toMatchObject([{ conclusion: 'success' }]);

    await askAs(github, 'ana')(`DELETE /repos/${repository}/issues/comments/${id}`);
    const withdrawn = await check(number, commentEvent(number, 'deleted'));
    expect(withdrawn.outputs.get('codes')).toBe('DRIFT');
    const back = await readPull(github, number);
    expect(back.checks).toMatchObject([{ conclusion: 'failure' }]);
    expect(back.labels).toEqual(['focus: off-constraint']);
    expect(back.comments).toHaveLength(1);
  });

  it('on one that is merged is answered by a reaction, and nothing else there changes', async () => {
    const { github, check } = await startCheckedInTest({ mode: 'warn' });
    const number = await openPull(github, { body: `Closes #${offConstraint}` });
    await check(number);
    const ana = askAs(github, 'ana');
    expect((await ana(`PUT /repos/${repository}/pulls/${number}/merge`)).status).toBe(200);
    const before = await readPull(github, number);
    const id = await comment(github, number, 'ana', '/accept because a customer signed on Friday');
    expect((await check(number, commentEvent(number))).exitCode).toBe(0);
    const reactions = await ana(`GET /repos/${repository}/issues/comments/${id}/reactions`);
    expect(reactions.json).toMatchObject([{ content: '+1' }]);
    const after = await readPull(github, number);
    expect(after).toEqual({ ...before, comments: [...before.comments, expect.objectContaining({ id })] });
  });

  it('`/constraint …` of a maintainer decides before everything else', async () => {
    const { github, check } = await startCheckedInTest({ mode: 'warn' });
    const number = await openPull(github, { body: `Closes #${offConstraint}` });
    await comment(github, number, 'ana', '/constraint activation');
    const run = await check(number, commentEvent(number));
    expect(run.outputs.get('codes')).toBe('ALIGNED');
    expect(run.summary).toContain('**Command** ✓ answered');
    expect((await readPull(github, number)).labels).toEqual(['focus: aligned']);
  });

  it('T7: by somebody without the permission, in a quote or in a fence counts for nothing', async () => {
    const { github, check } = await startCheckedInTest({ mode: 'warn' });
    const number = await openPull(github, { body: `Closes #${offConstraint}` });
    await comment(github, number, 'tess', '/accept because I say so');
    await comment(github, number, 'contributor', '/constraint activation');
    await comment(github, number, 'ana', '> /accept because quoted\n\n```\n/constraint activation\n```');
    expect((await check(number, commentEvent(number))).outputs.get('codes')).toBe('DRIFT');
  });

  it('is answered by one 👍 where it is taken, and by one 👎 where it is refused or malformed', async () => {
    const { github, check } = await startCheckedInTest({ mode: 'warn' });
    const number = await openPull(github, { body: `Closes #${offConstraint}` });
    const taken = await comment(github, number, 'ana', '/accept because a customer signs on Friday');
    const refused = await comment(github, number, 'tess', '/constraint activation');
    const malformed = await comment(github, number, 'ana', '/constraint speed');
    const plain = await comment(github, number, 'ana', 'Thanks!');
    await check(number, commentEvent(number));
    await check(number, commentEvent(number));
    const reactions = async (id: number) => {
      const { json } = await askAs(github, 'ana')(`GET /repos/${repository}/issues/comments/${id}/reactions`);
      return z
        .array(z.object({ content: z.string() }))
        .parse(json)
        .map(({ content }) => content);
    };
    expect(await reactions(taken)).toEqual(['+1']);
    expect(await reactions(refused)).toEqual(['-1']);
    expect(await reactions(malformed)).toEqual(['-1']);
    expect(await reactions(plain)).toEqual([]);
  });

  it('that is refused or malformed is told in one line of the comment, aligned or not, and `/help` lists the rest', async () => {
    const { github, check } = await startCheckedInTest({ mode: 'warn' });
    const drifting = await openPull(github, { body: `Closes #${offConstraint}` });
    await comment(github, drifting, 'tess', '/accept because I say so');
    await check(drifting, commentEvent(drifting));
    const [told] = (await readPull(github, drifting)).comments.slice(-1);
    expect(told?.body).toContain('**Outside the constraint.**');
    expect(told?.body).toMatch(/`\/accept` is for a maintainer of this repository/);

    const aligned = await openPull(github, { body: `Closes #${onConstraint}` });
    const wrong = await comment(github, aligned, 'ana', '/constraint speed');
    await check(aligned, commentEvent(aligned));
    const { comments } = await readPull(github, aligned);
    expect(comments).toHaveLength(2);
    expect(comments[1]?.body).toContain('`/constraint reliability`');
    expect(comments[1]?.body).not.toContain('Outside');
    await askAs(github, 'ana')(`PATCH /repos/${repository}/issues/comments/${wrong}`, { body: '/help' });
    await check(aligned, commentEvent(aligned));
    const helped = (await readPull(github, aligned)).comments[1]?.body;
    expect(helped).toContain('`/accept because …`');
    expect(helped).not.toContain('speed');
  });

  it('by its own author is counted, and listed as accepted by the author', async () => {
    const { github, check } = await startCheckedInTest({ mode: 'warn' });
    const number = await openPull(github, { body: `Closes #${offConstraint}`, login: 'ben' });
    await comment(github, number, 'ben', '/accept because it is small');
    const run = await check(number, commentEvent(number));
    expect(run.outputs.get('codes')).toBe('ACCEPTED');
    expect(run.summary).toContain('its own author');
  });
});

describe('a planted marker', () => {
  it('T2: is ignored: the comment is our own, and the planted one stays as it was', async () => {
    const { github, check } = await startCheckedInTest({ mode: 'warn' });
    const number = await openPull(github, { body: `Closes #${offConstraint}` });
    const planted = `Nothing to see. ${pullRequestMarker(repository, number)}`;
    await comment(github, number, 'contributor', planted);
    await check(number);
    await check(number);
    const { comments } = await readPull(github, number);
    expect(comments).toHaveLength(2);
    expect(comments[0]).toMatchObject({ body: planted, user: { login: 'contributor' } });
    expect(comments[1]).toMatchObject({ user: { login: 'github-actions[bot]' } });
    expect(comments[1]?.body).toContain('Outside the constraint');
  });
});

describe('the requests of one check', () => {
  const cases = [
    { name: 'aligned', body: `Closes #${onConstraint}` },
    { name: 'off the constraint', body: `Closes #${offConstraint}` },
  ];

  it.each(cases)('of a pull request $name are 6 at most, and 4 when nothing changed', async ({ body }) => {
    const { github, check } = await startCheckedInTest({ mode: 'warn' });
    // The first run of a repository creates the labels, once.
    await check(await openPull(github, { title: 'The first one', body: '' }));
    const number = await openPull(github, { body });
    const event = await pullRequestEvent(github, repository, number);
    const first = await countRequests(github, () => check(number, event));
    expect(first.length, JSON.stringify(first)).toBeLessThanOrEqual(6);
    const again = await countRequests(github, () => check(number, event));
    expect(again.length, JSON.stringify(again)).toBeLessThanOrEqual(4);
    const writes = again.filter(({ call }) => !call.startsWith('GET') && !call.endsWith('/graphql'));
    expect(writes).toEqual([]);
  });
});

async function branchOf(github: EmbeddedGitHub, number: number): Promise<string> {
  const { json } = await askAs(github, 'ana')(`GET /repos/${repository}/pulls/${number}`);
  return z.object({ head: z.object({ ref: z.string() }) }).parse(json).head.ref;
}
