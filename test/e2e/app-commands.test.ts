import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf } from '../support/filled-form.ts';
import { repository, startTeam, type Team, writesIn } from './team.ts';

let team: Team;
beforeAll(async () => {
  team = await startTeam({
    files: { '.github/chokepoint.yml': 'primary:\n  constraint: activation\n' },
  });
});
afterAll(() => team.close());

async function fileAndSay(
  said: string,
  login: string,
  filed: Parameters<Team['file']>[0] = {},
): Promise<{ readonly number: number; readonly id: number }> {
  const number = await team.file(filed, 'rea');
  await team.settled();
  const id = await team.say(number, said, login);
  await team.settled();
  return { number, id };
}

async function seen({ number, id }: { readonly number: number; readonly id: number }) {
  const { up, down } = await team.comment(number, id);
  const answers = await team.answers(number);
  expect(answers).toHaveLength(1);
  return { up, down, labels: await team.labels(number), answer: answers[0] ?? '' };
}

describe('commands in comments', () => {
  it('/score counts as a second opinion, is read back in words and gets a 👍', async () => {
    const { up, down, labels, answer } = await seen(
      await fileAndSay('/score 2 4 4 4 because few asked', 'tia'),
    );
    expect([up, down]).toEqual([1, 0]);
    expect(labels).toContain('verdict: strengthen');
    expect(answer).toContain('rea 4, tia 2');
  });

  it('/answer by the author replaces an answer', async () => {
    const { up, labels, answer } = await seen(
      await fileAndSay('/answer links: none', 'rea', { ratings: [4, 4, 4, 4] }),
    );
    expect(up).toBe(1);
    expect(labels).toContain('verdict: validate');
    expect(answer).toContain('claimed 4, counted 2');
  });

  it('/constraint by a maintainer stands beside the form’s answer', async () => {
    const { up, labels, answer } = await seen(await fileAndSay('/constraint reliability', 'max'));
    expect(up).toBe(1);
    expect(labels).toContain('constraint: reliability');
    expect(labels).not.toContain('constraint: activation');
    expect(answer).toContain('the form says activation');
  });

  it('/settle by a maintainer ends the discussion', async () => {
    const { number, id } = await fileAndSay('/score 1 1 1 1 because I doubt it', 'tia');
    expect((await seen({ number, id })).answer).toContain('/settle');
    await team.say(number, '/settle 5 5 5 5 because the launch proved it', 'max');
    await team.settled();
    const { labels, answer } = await seen({ number, id });
    expect(labels).toContain('verdict: ready');
    expect(answer).toContain('Settled by max');
  });

  it('/help lists what applies here', async () => {
    const { up, answer } = await seen(await fileAndSay('/help', 'rea'));
    expect(up).toBe(1);
    expect(answer).toContain('Commands that apply here');
  });

  it('a malformed one gets a 👎 and its usage, and its edited form a 👍 instead', async () => {
    const { number, id } = await fileAndSay('/score 9 9', 'tia');
    const before = await seen({ number, id });
    expect([before.up, before.down]).toEqual([0, 1]);
    expect(before.answer).toContain('/score 4 3 4 5 because …');
    await team.ask('tia')(`PATCH /repos/${repository}/issues/comments/${id}`, { body: '/score 3 3 3 3' });
    await team.settled();
    const after = await seen({ number, id });
    expect([after.up, after.down]).toEqual([1, 0]);
    expect(after.answer).not.toContain('could not be read');
  });

  it('a deleted comment counts no more', async () => {
    const { number, id } = await fileAndSay('/score 1 1 1 1 because I doubt it', 'tia');
    expect(await team.labels(number)).toContain('verdict: rethink');
    await team.ask('tia')(`DELETE /repos/${repository}/issues/comments/${id}`);
    await team.settled();
    expect(await team.labels(number)).toContain('verdict: ready');
    expect((await team.answers(number))[0]).not.toContain('tia');
  });

  it('are taken once: the same comment again writes nothing', async () => {
    const { number } = await fileAndSay('/score 2 4 4 4 because few asked\n\n/nonsense', 'tia');
    const requests = await team.watch(() => team.edit(number, { title: 'The same, once more' }));
    expect(writesIn(requests)).toEqual([]);
  });

  it('a person’s own 👎 on a taken comment stays, and ours is not given twice', async () => {
    const { number, id } = await fileAndSay('/score 2 4 4 4 because few asked', 'tia');
    await team.ask('rea')(`POST /repos/${repository}/issues/comments/${id}/reactions`, { content: '-1' });
    const requests = await team.watch(() => team.edit(number, { title: 'Somebody disagrees' }));
    expect(writesIn(requests)).toEqual([]);
    const { up, down } = await team.comment(number, id);
    expect([up, down]).toEqual([1, 1]);
  });
});

describe('filling in what is not known', () => {
  it('a plain issue becomes a complete candidate by commands alone', async () => {
    const number = await team.open('The trial ends before the first report is there.', 'rea');
    await team.say(number, '/candidate', 'tia');
    await team.settled();
    expect(await team.labels(number)).toEqual(['candidate', 'verdict: incomplete']);
    expect((await team.answers(number))[0]).toContain('/score impact=… evidence=… confidence=… timing=…');
    await team.say(
      number,
      [
        '/answer constraint: activation',
        '/score impact=4 evidence=4 confidence=4 timing=5',
        '/answer metric: trials with a report',
        '/answer behaviour: people see a report within the trial',
        '/answer risk: the scheduler',
        '/answer links: https://example.com/trials',
      ].join('\n'),
      'tia',
    );
    await team.settled();
    expect(await team.labels(number)).toEqual([
      'candidate',
      'constraint: activation',
      'score: 4',
      'verdict: ready',
    ]);
    expect(await team.answers(number)).toHaveLength(1);
  });

  it('asks for one missing thing at a time, and an engineer’s two lines complete it', async () => {
    const number = await team.file({ ratings: [4, 4, null, 4], risk: '' }, 'rea');
    await team.settled();
    expect(await team.labels(number)).toEqual(['candidate', 'constraint: activation', 'verdict: incomplete']);
    const [first = ''] = await team.answers(number);
    expect(first.match(/^\/answer /gm)).toHaveLength(1);
    await team.say(number, '/score confidence=4\n/answer risk: the import job', 'tia');
    await team.settled();
    expect(await team.labels(number)).toContain('verdict: ready');
  });

  it('commands under a form whose label GitHub dropped are taken at the first look', async () => {
    const number = await team.open(bodyOf({ ratings: [4, 4, null, 4] }), 'rea');
    const id = await team.say(number, '/score confidence=4', 'tia');
    await team.settled();
    const { up, down, labels } = await seen({ number, id });
    expect([up, down]).toEqual([1, 0]);
    expect(labels).toContain('verdict: ready');
  });
});
