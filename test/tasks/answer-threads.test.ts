import { expect, test } from 'vitest';
import { defaultPolicy } from '../../src/core/policy.ts';
import { decisionReplyMarker } from '../../src/render/decision/reply.ts';
import { summaryReplyMarker } from '../../src/render/summary/reply.ts';
import { planDecisionAnswer } from '../../src/tasks/answer-decision.ts';
import { planAnswers } from '../../src/tasks/answer-summary.ts';
import type { Change } from '../../src/tasks/change.ts';
import { readReadings } from '../../src/tasks/read-readings.ts';
import { bot, createFakeRepository } from './fake-repository.ts';

type World = ReturnType<typeof createFakeRepository>;

async function threadOf(world: World, place: 'summary' | 'decision-issue') {
  const thread = { issue: world.issue, comments: await world.readComments(1) };
  const [told] = await readReadings(world, [thread], place, [bot], defaultPolicy);
  if (told === undefined) throw new Error('One thread was asked for.');
  return told;
}

async function answerSummary(world: World): Promise<readonly Change[]> {
  return planAnswers(world, [await threadOf(world, 'summary')], defaultPolicy);
}

async function answerDecision(world: World): Promise<readonly Change[]> {
  const declaration = { constraint: 'activation', since: '2026-11-02' } as const;
  const review = { ...(await threadOf(world, 'decision-issue')), decision: null, declaration };
  const about = { policy: defaultPolicy, readings: [], diagnosis: null, diagnosisUrl: 'https://github.com' };
  return planDecisionAnswer(world, { review, ...about });
}

test.each([
  ['summary', summaryReplyMarker, answerSummary],
  ['decision issue', decisionReplyMarker, answerDecision],
] as const)(
  'T2: the answer under a %s is posted beside a copy of it, never into it, and then edited',
  async (_, marker, answer) => {
    const world = createFakeRepository();
    const copy = world.say('mallory', `${marker}\nI was first.`);
    world.say('tia', '/metric many');
    const [posted] = await answer(world);
    expect(posted).toMatchObject({ kind: 'post-comment', marker });
    if (posted === undefined) return;
    await world.write(posted);
    world.say('tia', '/help');
    const edits = (await answer(world)).filter(({ kind }) => kind === 'edit-comment');
    expect(edits).toMatchObject([{ commentId: world.comments.at(-2)?.id }]);
    expect(edits).not.toMatchObject([{ commentId: copy }]);
  },
);
