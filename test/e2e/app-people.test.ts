import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf } from '../support/filled-form.ts';
import { repository, startTeam, type Team } from './team.ts';

let team: Team;
beforeAll(async () => {
  team = await startTeam({ private: false });
  await team.file();
  await team.settled();
});
afterAll(() => team.close());

async function fileAndSay(said: string, login: string) {
  const number = await team.file();
  const id = await team.say(number, said, login);
  await team.settled();
  const { up, down } = await team.comment(number, id);
  const answers = await team.answers(number);
  expect(answers).toHaveLength(1);
  return { number, id, up, down, labels: await team.labels(number), answer: answers[0] ?? '' };
}

const ready = ['candidate', 'constraint: activation', 'score: 4', 'verdict: ready'];

describe('T7: a command that must not count', () => {
  it.each([
    ['/score by somebody who only reads', '/score 1 1 1 1 because no', 'rea', 'a triager'],
    ['/score by an outsider', '/score 1 1 1 1 because no', 'olga', 'a triager'],
    ['/constraint by a triager', '/constraint reliability', 'tia', 'a maintainer'],
    ['/settle by a triager', '/settle 1 1 1 1 because no', 'tia', 'a maintainer'],
    ['/answer by somebody else', '/answer risk: none', 'rea', 'the author or a triager'],
    ['/confirm by somebody who only reads', '/confirm', 'rea', 'a triager'],
  ])('is refused with a 👎 and a reason: %s', async (_name, said, login, who) => {
    const { up, down, labels, answer } = await fileAndSay(said, login);
    expect([up, down]).toEqual([0, 1]);
    expect(labels).toEqual(ready);
    expect(answer).toContain(who);
  });

  it.each([
    ['a fence', '```\n/score 1 1 1 1\n```'],
    ['an unclosed fence', '~~~\n/score 1 1 1 1'],
    ['a quote', '> /score 1 1 1 1'],
    ['an HTML comment', '<!--\n/score 1 1 1 1\n-->'],
    ['the middle of a line', 'I would say /score 1 1 1 1'],
  ])('is ignored without a word: in %s', async (_name, said) => {
    const { up, down, labels, answer } = await fileAndSay(said, 'max');
    expect([up, down]).toEqual([0, 0]);
    expect(labels).toEqual(ready);
    expect(answer).not.toContain('max');
  });

  it('is ignored in the App’s own comment, even when a maintainer wrote it in there', async () => {
    const number = await team.file();
    await team.settled();
    const [own] = await team.comments(number);
    await team.ask('max')(`PATCH /repos/${repository}/issues/comments/${own?.id}`, {
      body: `${own?.body}\n\n/score 1 1 1 1`,
    });
    await team.settled();
    expect(await team.labels(number)).toEqual(ready);
    expect(await team.comments(number)).toEqual([own]);
  });

  it('is refused while GitHub does not tell the permission, and taken once it does', async () => {
    const number = await team.file();
    await team.settled();
    team.github.inject({ path: '/repos/*/*/collaborators/max/permission', status: 502, times: 1_000 });
    const id = await team.say(number, '/score 2 4 4 4 because few asked', 'max');
    await team.settled();
    team.github.clearFaults();
    const during = await team.comment(number, id);
    expect([during.up, during.down]).toEqual([0, 1]);
    expect(await team.labels(number)).toEqual(ready);
    await team.edit(number, { title: 'Once more' });
    await team.settled();
    const after = await team.comment(number, id);
    expect([after.up, after.down]).toEqual([1, 0]);
    expect(await team.labels(number)).toContain('verdict: strengthen');
  });
});

describe('T8: a candidate from outside the team, on a public repository', () => {
  it('is unconfirmed until a triager confirms it', async () => {
    const number = await team.file({ ratings: [5, 5, 5, 5] }, 'olga');
    await team.settled();
    const [before = ''] = await team.answers(number);
    expect(before).toContain('/confirm');
    const own = await team.say(number, '/confirm', 'olga');
    await team.settled();
    expect((await team.comment(number, own)).down).toBe(1);
    expect((await team.answers(number))[0]).toContain('Not confirmed');
    await team.say(number, '/confirm', 'tia');
    await team.settled();
    expect((await team.answers(number))[0]).not.toContain('Not confirmed');
  });

  it('asks to be confirmed again once somebody outside the team changes what it says', async () => {
    const number = await team.file({ ratings: [2, 3, 3, 3] }, 'olga');
    await team.say(number, '/confirm', 'tia');
    await team.settled();
    expect((await team.answers(number))[0]).not.toContain('Not confirmed');
    team.wait();
    await team.edit(number, { body: bodyOf({ ratings: [5, 5, 5, 5] }) }, 'olga');
    await team.settled();
    expect((await team.answers(number))[0]).toContain('Not confirmed');
    team.wait();
    await team.say(number, '/confirm', 'tia');
    await team.edit(number, { body: bodyOf({ ratings: [5, 5, 5, 4] }) }, 'max');
    await team.settled();
    expect((await team.answers(number))[0]).not.toContain('Not confirmed');
  });

  it('is confirmed by a triager’s own rating', async () => {
    const number = await team.file({ ratings: [5, 5, 5, 5] }, 'olga');
    await team.say(number, '/score 4 4 4 4', 'tia');
    await team.settled();
    expect((await team.answers(number))[0]).not.toContain('Not confirmed');
  });

  it('is not made a candidate by its author’s own word', async () => {
    const number = await team.open('Please build this.', 'olga');
    const id = await team.say(number, '/candidate', 'olga');
    await team.settled();
    expect(await team.labels(number)).toEqual([]);
    expect(await team.answers(number)).toEqual([]);
    expect((await team.comment(number, id)).down).toBe(1);
  });
});
