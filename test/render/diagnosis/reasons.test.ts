import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/core/diagnosis/diagnose.ts';
import { findFlips } from '../../../src/core/diagnosis/flips.ts';
import { flipsInWords, reasonsInWords, weaknessSentence } from '../../../src/render/diagnosis/reasons.ts';
import { answersWith, clearFromTheEnd, type Degrees, type Picks } from '../../core/diagnosis/builders.ts';

const two = clearFromTheEnd(2);
const four = clearFromTheEnd(4);
const five = clearFromTheEnd(5);

describe('why the diagnosis comes to what it says', () => {
  it.each<[string, Degrees, Picks, string]>([
    [
      'activation far ahead',
      { ...five, 'onboarding-drop': 2, revenue: 2 },
      {},
      'Five of five pressures are clear. No sequence rule stands against it: throughput is not present, and reliability is not present. Confidence is high: Activation is 10 points ahead of reliability, with 2 of its inputs measured.',
    ],
    [
      'activation beside a throughput that is safe',
      { ...four, 'onboarding-drop': 2, 'slower-plan': 2 },
      {},
      'Four of five pressures are clear; revenue is vague. No sequence rule stands against it: the team can ship safely, and reliability is not present. Confidence is medium: Activation is 2 points ahead of throughput, with 1 of its inputs measured.',
    ],
    [
      'activation level with another',
      { ...clearFromTheEnd(3), 'onboarding-drop': 2, 'manual-delivery': 2, operational: 0 },
      { 'retention-point': 'later' },
      'Two of five pressures are clear; revenue, retention and operations are vague. No sequence rule stands against it: throughput is not present, and reliability is not present. Confidence is low: Activation and operations are level, with 1 of its inputs measured.',
    ],
    [
      'activation a single point ahead',
      { ...two, 'onboarding-drop': 2, 'support-load': 1, 'manual-delivery': 2, operational: 0, trust: 1 },
      { 'tickets-ask': 'how-to-start' },
      'Two of five pressures are clear; revenue, retention and operations are vague. No sequence rule stands against it: throughput is not present, and reliability is not present. Confidence is low: Activation is 1 point ahead of operations, with 1 of its inputs measured.',
    ],
    [
      'adoption',
      { ...five, 'expansion-ignored': 2 },
      { 'revenue-path': 'expansion' },
      'Five of five pressures are clear. No sequence rule stands against it: throughput is not present, and neither reliability nor activation is present. Confidence is medium: Adoption is 6 points ahead of reliability, with 1 of its inputs measured.',
    ],
    [
      'what no sequence rule is about',
      { ...five, 'manual-delivery': 2, operational: 2 },
      {},
      'Five of five pressures are clear. No sequence rule puts anything before it. Confidence is high: Operations is 6 points ahead of activation, with 2 of its inputs measured.',
    ],
    [
      'activation before adoption',
      { ...four, 'expansion-ignored': 2, 'onboarding-drop': 2 },
      { 'retention-point': 'later' },
      'Four of five pressures are clear; revenue is vague. Adoption has the most points, but activation comes first: who never reaches the first useful outcome cannot adopt more (rule R1). Confidence is medium: Adoption is 2 points ahead of activation, with 1 of its inputs measured, and a sequence rule decided.',
    ],
    [
      'reliability before activation',
      { ...five, 'onboarding-drop': 2, 'paid-reliability': 2 },
      {},
      'Five of five pressures are clear. Activation has the most points, but reliability comes first: more use of a product that customers doubt loses more than it brings (rule R2). Confidence is medium: Activation is 2 points ahead of reliability, with 1 of its inputs measured, and a sequence rule decided.',
    ],
    [
      'throughput before activation',
      { ...four, 'onboarding-drop': 2, 'slower-plan': 2 },
      { 'safe-to-ship': 'no' },
      'Four of five pressures are clear; revenue is vague. Activation has the most points, but throughput comes first: the team cannot ship safely, and each further change makes that worse (rule R3). Confidence is medium: Activation is 2 points ahead of throughput, with 1 of its inputs measured, and a sequence rule decided.',
    ],
    ['a weak signal', { ...five, 'paid-reliability': 1 }, {}, 'Five of five pressures are clear.'],
    [
      'one clear pressure',
      { trust: 1 },
      {},
      'One of five pressures is clear; revenue, retention, operations and planning are vague.',
    ],
    [
      'no clear pressure',
      {},
      {},
      'None of five pressures is clear; revenue, retention, trust, operations and planning are vague.',
    ],
  ])('tells of %s', (_what, degrees, picks, sentences) => {
    expect(reasonsInWords(diagnose(answersWith(degrees, picks)))).toBe(sentences);
  });
});

describe('why a signal is too weak', () => {
  it.each<[Degrees, string]>([
    [
      { 'paid-reliability': 1, trust: 1 },
      'Reliability leads with 5 of 12 points, and under 6 nothing holds a product back for sure.',
    ],
    [
      { 'paid-reliability': 1, trust: 1, 'performance-trust': 1 },
      'Reliability leads with 6 points, but nothing about it is measured.',
    ],
  ])('says of %j what is missing', (degrees, sentence) => {
    expect(weaknessSentence(diagnose(answersWith(degrees)))).toBe(sentence);
  });
});

describe('what would change the answer', () => {
  it.each<[string, Degrees, Picks, readonly string[]]>([
    [
      'one answer',
      { ...five, 'onboarding-drop': 2, 'paid-reliability': 2 },
      {},
      ['If *paid customers expect reliability* were only anecdotal, the answer would be **Activation**.'],
    ],
    [
      'two weeks, or a declaration of the same constraint',
      { ...two, 'onboarding-drop': 2 },
      {},
      [
        'If *users drop off during onboarding* were only anecdotal, or *operations* or *planning* were vague, the answer would be **not ready to choose**.',
        'If *revenue*, *retention* or *trust* were clear, the answer would be **to declare Activation**.',
      ],
    ],
    [
      'a short pass',
      { ...clearFromTheEnd(3), 'onboarding-drop': 2, revenue: 2, operational: 0, trust: 0, retention: 1 },
      {},
      [
        'If *retention* or *planning* were vague, the answer would be **a two-week optimization pass on Activation**.',
      ],
    ],
    ['nothing', { ...five, 'onboarding-drop': 2, revenue: 2 }, {}, []],
  ])('is %s', (_what, degrees, picks, lines) => {
    const answers = answersWith(degrees, picks);
    expect(flipsInWords(findFlips(answers), diagnose(answers))).toEqual(lines);
  });

  it('names four answers that are alike, and counts those beyond them', () => {
    const answers = answersWith({ ...five, 'paid-reliability': 1 });
    const flip = { from: 1, to: 2, constraint: 'reliability', outcome: 'declare' } as const;
    const fields = ['paid-reliability', 'trust', 'planning', 'retention', 'revenue', 'slower-plan'] as const;
    const told = (count: number) =>
      flipsInWords(
        fields.slice(0, count).map((field) => ({ field, ...flip })),
        diagnose(answers),
      );
    const named = '*paid customers expect reliability*, *trust*, *planning*';
    expect(told(4)).toEqual([
      `If ${named} or *retention* were measured, the answer would be **Reliability**.`,
    ]);
    expect(told(6)).toEqual([
      `If ${named}, *retention* or one of 2 more were measured, the answer would be **Reliability**.`,
    ]);
  });
});
