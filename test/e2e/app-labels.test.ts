import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { labelCatalogue } from '../../src/core/labels.ts';
import { bodyOf } from '../support/filled-form.ts';
import { repository, startTeam, type Team, writesIn } from './team.ts';

describe('a filed candidate', () => {
  let team: Team;
  beforeAll(async () => {
    team = await startTeam();
  });
  afterAll(() => team.close());

  it('is labelled and answered, with every label created, and GitHub having dropped the form’s own', async () => {
    const number = await team.file();
    await team.settled();
    expect(await team.labels(number)).toEqual([
      'candidate',
      'constraint: activation',
      'score: 4',
      'verdict: ready',
    ]);
    const answers = await team.answers(number);
    expect(answers).toHaveLength(1);
    expect(answers[0]).toContain('**Ready**');
    const { json } = await team.ask('ana')(`GET /repos/${repository}/labels?per_page=100`);
    const shape = z.array(z.object({ name: z.string(), color: z.string(), description: z.string() }));
    const present = shape.parse(json);
    for (const { key, color, description } of labelCatalogue) {
      expect(present).toContainEqual({ name: key, color, description });
    }
  });

  it('is written once, however often its events come', async () => {
    const number = await team.file();
    await team.settled();
    const guids = team.github.deliveries.map(({ guid }) => guid);
    const requests = await team.watch(async () => {
      for (const guid of guids) await team.github.redeliver(guid);
      await team.edit(number, { title: 'Another title, same answers' });
    });
    expect(requests.length).toBeGreaterThan(0);
    expect(writesIn(requests)).toEqual([]);
  });

  it('T10: is not worked in a loop by the App’s own edits', async () => {
    const number = await team.file();
    await team.settled();
    const requests = await team.watch(() => team.edit(number, { body: bodyOf({ ratings: [3, 3, 3, 3] }) }));
    expect(writesIn(requests)).toHaveLength(writesIn([...new Set(requests)]).length);
    expect(
      requests.filter((request) => request === `GET /repos/${repository}/issues/${number}`).length,
    ).toBeLessThanOrEqual(4);
  });

  it('gets other labels and the same comment edited when its text changes', async () => {
    const number = await team.file();
    await team.settled();
    const [before] = await team.comments(number);
    await team.edit(number, { body: bodyOf({ constraint: 'reliability', ratings: [5, 2, 4, 5] }) });
    await team.settled();
    expect(await team.labels(number)).toEqual([
      'candidate',
      'constraint: reliability',
      'score: 3',
      'verdict: validate',
    ]);
    const after = await team.comments(number);
    expect(after.map(({ id }) => id)).toEqual([before?.id]);
    expect(after[0]?.body).not.toBe(before?.body);
  });

  it('T9: gets our labels back as its answers say when somebody changes them by hand', async () => {
    const number = await team.file();
    await team.settled();
    const max = team.ask('max');
    const labels = `/repos/${repository}/issues/${number}/labels` as const;
    await max(`DELETE ${labels}/${encodeURIComponent('verdict: ready')}`);
    await max(`POST ${labels}`, { labels: ['verdict: rethink', 'score: 1', 'urgent'] });
    await team.settled();
    expect(await team.labels(number)).toEqual([
      'candidate',
      'constraint: activation',
      'score: 4',
      'urgent',
      'verdict: ready',
    ]);
  });

  it('is withdrawn when the label is taken away, and back when it is given again', async () => {
    const number = await team.file();
    await team.settled();
    const [answer] = await team.answers(number);
    const labels = `/repos/${repository}/issues/${number}/labels` as const;
    await team.ask('tia')(`DELETE ${labels}/candidate`);
    await team.settled();
    expect(await team.labels(number)).toEqual([]);
    const [withdrawn = ''] = await team.answers(number);
    expect(withdrawn.split('\n').filter((line) => line !== '')).toHaveLength(2);
    expect(withdrawn).toContain('Withdrawn');
    await team.ask('tia')(`POST ${labels}`, { labels: ['candidate'] });
    await team.settled();
    expect(await team.labels(number)).toEqual([
      'candidate',
      'constraint: activation',
      'score: 4',
      'verdict: ready',
    ]);
    expect(await team.answers(number)).toEqual([answer]);
  });

  it('comes back by a later /candidate, not by one from before it was withdrawn', async () => {
    const number = await team.open('Plain words.');
    await team.say(number, '/candidate', 'tia');
    await team.settled();
    expect(await team.labels(number)).toEqual(['candidate', 'verdict: incomplete']);
    team.wait();
    await team.ask('tia')(`DELETE /repos/${repository}/issues/${number}/labels/candidate`);
    await team.settled();
    expect(await team.labels(number)).toEqual([]);
    expect((await team.answers(number))[0]).toContain('Withdrawn');
    team.wait();
    await team.say(number, '/candidate', 'tia');
    await team.settled();
    expect(await team.labels(number)).toEqual(['candidate', 'verdict: incomplete']);
    expect(await team.answers(number)).toHaveLength(1);
  });

  it('stays withdrawn where /candidate was said once more before that, which changed no comment of ours', async () => {
    const number = await team.open('Plain words.');
    await team.say(number, '/candidate', 'tia');
    await team.settled();
    team.wait();
    await team.say(number, '/candidate', 'max');
    await team.settled();
    team.wait();
    await team.ask('tia')(`DELETE /repos/${repository}/issues/${number}/labels/candidate`);
    await team.settled();
    expect(await team.labels(number)).toEqual([]);
  });
});

describe('what is no candidate', () => {
  let team: Team;
  beforeAll(async () => {
    team = await startTeam();
  });
  afterAll(() => team.close());

  it('is never touched', async () => {
    const number = await team.open('The export is slow.\n\n### Business impact\n\n5');
    const requests = await team.watch(async () => {
      await team.say(number, 'Me too.\n\n/help\n\n/score 5 5 5 5 because yes', 'max');
      await team.ask('max')(`POST /repos/${repository}/issues/${number}/labels`, {
        labels: ['constraint: reliability'],
      });
    });
    expect(writesIn(requests)).toEqual([]);
    expect(await team.labels(number)).toEqual(['constraint: reliability']);
    expect(await team.answers(number)).toEqual([]);
  });

  it('is left alone when it is a pull request, even with the form as its text and the label on it', async () => {
    const number = await team.github.openPullRequest({
      repository,
      login: 'max',
      title: 'A better start',
      body: bodyOf(),
      branch: 'start',
      files: ['src/start.ts'],
    });
    await team.ask('max')(`POST /repos/${repository}/issues/${number}/labels`, { labels: ['candidate'] });
    await team.say(number, '/score 1 1 1 1', 'max');
    await team.settled();
    expect(await team.labels(number)).toEqual(['candidate']);
    expect(await team.answers(number)).toEqual([]);
  });

  it('is left alone while its conversation is locked', async () => {
    const number = await team.file();
    await team.settled();
    const { status } = await team.ask('ana')(`PUT /repos/${repository}/issues/${number}/lock`);
    expect(status).toBe(204);
    const requests = await team.watch(() => team.edit(number, { body: bodyOf({ ratings: [1, 1, 1, 1] }) }));
    expect(writesIn(requests)).toEqual([]);
  });
});
