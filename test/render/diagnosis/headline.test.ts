import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/core/diagnosis/diagnose.ts';
import { adviceInWords, headlineInWords } from '../../../src/render/diagnosis/headline.ts';
import { answersWith, clearFromTheEnd, type Degrees, type Picks } from '../../core/diagnosis/builders.ts';

const five = clearFromTheEnd(5);
const activation: Degrees = { ...five, 'onboarding-drop': 2 };

describe('the headline of a diagnosis, and its advice', () => {
  it.each<[string, Degrees, Picks, string, string]>([
    [
      'a constraint alone',
      { ...activation, revenue: 2 },
      {},
      '**Activation**, with high confidence. No other constraint is present.',
      '',
    ],
    [
      'a constraint and the two that come after it',
      { ...activation, revenue: 2, 'manual-delivery': 2, operational: 2, 'slower-plan': 2 },
      {},
      '**Activation**, with medium confidence. After it: operations then throughput.',
      '',
    ],
    [
      'two weeks',
      { ...clearFromTheEnd(2), 'onboarding-drop': 2 },
      {},
      '**Two weeks of optimizing Activation**, not yet 90 days, with medium confidence. No other constraint is present.',
      'Take two weeks: improve what is there, and meanwhile collect the evidence for what is vague. Then diagnose again.',
    ],
    [
      'one clear pressure',
      { trust: 1 },
      {},
      '**Not ready to choose, and that is an answer.** One of five pressures is clear; choosing now would be a guess.',
      'Pause new features for two weeks and collect evidence instead.',
    ],
    [
      'no clear pressure',
      {},
      {},
      '**Not ready to choose, and that is an answer.** None of five pressures is clear; choosing now would be a guess.',
      'Pause new features for two weeks and collect evidence instead.',
    ],
    [
      'a weak signal',
      { ...five, 'paid-reliability': 1 },
      {},
      '**Not ready to choose, and that is an answer.** Reliability leads with 5 of 12 points, and under 6 nothing holds a product back for sure.',
      'Count before you choose: two weeks of measuring what is only told so far.',
    ],
    [
      'a product without users',
      activation,
      { stage: 'no-users' },
      '**Another question comes first.** Chokepoint finds what holds back a product that people use. Before that, the question is whether somebody needs it.',
      'Talk to people who have the problem, let a handful use the smallest thing that helps them, and watch where they stop. With the first users, customers or pilots, change the first answer: the diagnosis follows.',
    ],
    [
      'a question about AI',
      activation,
      { stage: 'ai-question' },
      '**Another question comes first.** Whether an AI use case deserves investment is not answered by ranking a backlog, but by a small proof of concept.',
      'Take one task, real data of one or two customers, and a yardstick agreed before anything is built: how often it has to be right, what a mistake costs, what it may cost to run. Two weeks are enough to see. If it holds, file it as a candidate and diagnose the product it is for.',
    ],
  ])('tell of %s', (_what, degrees, picks, headline, advice) => {
    const diagnosed = diagnose(answersWith(degrees, picks));
    expect([headlineInWords(diagnosed), adviceInWords(diagnosed)]).toEqual([headline, advice]);
  });
});
