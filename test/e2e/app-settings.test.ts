import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { candidateMarker } from '../../src/render/candidate-comment.ts';
import { bodyOf } from '../support/filled-form.ts';
import { repository, startTeam, type Team, writesIn } from './team.ts';

describe('a repository with a bad config', () => {
  let team: Team;
  beforeAll(async () => {
    team = await startTeam({
      files: { '.github/chokepoint.yml': 'primary:\n  constraint: speed\ndrift:\n  mode: loud\n' },
    });
  });
  afterAll(() => team.close());

  it('hears of every Problem in the answer, and its candidates are scored all the same', async () => {
    const number = await team.file();
    await team.settled();
    expect(await team.labels(number)).toContain('verdict: ready');
    const [answer = ''] = await team.answers(number);
    expect(answer).toContain('.github/chokepoint.yml line 2');
    expect(answer).toContain('.github/chokepoint.yml line 4');
  });

  it('no longer hears of them once they are put right', async () => {
    await team.github.push({
      repository,
      login: 'ana',
      branch: 'main',
      files: { '.github/chokepoint.yml': 'primary:\n  constraint: activation\n' },
    });
    const number = await team.file();
    await team.settled();
    const [answer = ''] = await team.answers(number);
    expect(answer).not.toContain('line 2');
    expect(answer).toContain('Activation, the constraint');
  });

  it('is not served by the App once the duty is the Action’s', async () => {
    const number = await team.file();
    await team.settled();
    await team.github.push({
      repository,
      login: 'ana',
      branch: 'main',
      files: { '.github/chokepoint.yml': 'duties:\n  issues: action\n' },
    });
    const requests = await team.watch(async () => {
      await team.edit(number, { body: bodyOf({ ratings: [1, 1, 1, 1] }) });
      await team.say(number, '/score 2 2 2 2', 'max');
      await team.file();
    });
    expect(writesIn(requests)).toEqual([]);
  });
});

describe('the sticky comment', () => {
  let team: Team;
  beforeAll(async () => {
    team = await startTeam();
  });
  afterAll(() => team.close());

  it('T2: is not taken for ours when another account planted its marker', async () => {
    await team.app.settled();
    const number = await team.open('A plain beginning.');
    const planted = `${candidateMarker({ repository, number })}\n\n**Ready** · 5.0`;
    const id = await team.say(number, planted, 'max');
    await team.edit(number, { body: bodyOf({ ratings: [2, 2, 2, 2] }), labels: ['candidate'] });
    await team.settled();
    expect((await team.comment(number, id)).body).toBe(planted);
    const answers = await team.answers(number);
    expect(answers).toHaveLength(1);
    expect(answers[0]).toContain('**Rethink**');
    const requests = await team.watch(() => team.edit(number, { title: 'Once more' }));
    expect(writesIn(requests)).toEqual([]);
  });

  it('T22: is the same one after the repository was renamed', async () => {
    const number = await team.file();
    await team.settled();
    const [before] = await team.comments(number);
    const { status } = await team.ask('ana')(`PATCH /repos/${repository}/issues/comments/${before?.id}`, {
      body: before?.body.replace(repository, 'acme/old-name'),
    });
    expect(status).toBe(200);
    await team.settled();
    expect(await team.comments(number)).toEqual([before]);
  });

  it('is posted again when somebody deletes it, with the labels as they were', async () => {
    const number = await team.file();
    await team.settled();
    const [before] = await team.comments(number);
    await team.ask('ana')(`DELETE /repos/${repository}/issues/comments/${before?.id}`);
    await team.settled();
    const after = await team.comments(number);
    expect(after.map(({ body }) => body)).toEqual([before?.body]);
    expect(after[0]?.id).not.toBe(before?.id);
  });

  it('T21: stays one when deliveries are repeated, late and out of order', async () => {
    const number = await team.file();
    await team.edit(number, { body: bodyOf({ ratings: [5, 2, 4, 5] }) });
    await team.say(number, '/score 5 3 4 5 because of the survey', 'max');
    await team.settled();
    const guids = team.github.deliveries.slice(-12).map(({ guid }) => guid);
    const requests = await team.watch(async () => {
      for (const guid of guids.toReversed()) await team.github.redeliver(guid);
    });
    expect(writesIn(requests)).toEqual([]);
    expect(await team.answers(number)).toHaveLength(1);
  });
});

describe('the requests of one event', () => {
  let team: Team;
  beforeAll(async () => {
    team = await startTeam();
    await team.file();
    await team.settled();
    await team.file();
    await team.settled();
  });
  afterAll(() => team.close());

  it('are at most six for a new candidate, labelled and answered', async () => {
    let number = 0;
    const requests = await team.watch(async () => {
      number = await team.file();
    });
    expect(await team.answers(number)).toHaveLength(1);
    const firstAnswer = requests.findIndex((request) => request.endsWith(`/${number}/comments`));
    expect(requests[firstAnswer]).toMatch(/^POST /);
    expect(firstAnswer + 1).toBeLessThanOrEqual(6);
  });

  it('are four when nothing changes', async () => {
    const number = await team.file();
    await team.settled();
    const requests = await team.watch(() => team.edit(number, { title: 'Only the title' }));
    expect(requests).toHaveLength(4);
    expect(writesIn(requests)).toEqual([]);
  });
});
