import { describe, expect, it } from 'vitest';
import { type Diagnosed, diagnose } from '../../../src/core/diagnosis/diagnose.ts';
import { answersWith, clearFromTheEnd, type Degrees, type Picks } from './builders.ts';

/** Reliability is present with 6 + 2, the two pressures of activation stay vague. */
const three = clearFromTheEnd(3);
const present = {
  activation: { 'onboarding-drop': 2 },
  adoption: { 'expansion-ignored': 2 },
  reliability: { 'paid-reliability': 2 },
  operations: { 'manual-delivery': 2 },
  throughput: { 'slower-plan': 2 },
} as const satisfies Record<string, Degrees>;

type Row = [string, Degrees, Picks, Partial<Diagnosed>];

function expectRow([, degrees, picks, expected]: Row) {
  expect(diagnose(answersWith(degrees, picks))).toMatchObject(expected);
}

describe('the gates, in order', () => {
  const strong = { ...three, ...present.activation } as const;
  it.each<Row>([
    ['an AI question', strong, { stage: 'ai-question' }, { reason: 'ai-proof-of-concept' }],
    ['no users yet', strong, { stage: 'no-users' }, { reason: 'pre-traction' }],
    ['no clear pressure', present.activation, {}, { reason: 'vague', clearPressures: 0 }],
    [
      'one clear pressure',
      { ...present.activation, trust: 2 },
      {},
      { reason: 'vague', vague: ['revenue', 'retention', 'operational', 'planning'] },
    ],
    ['under 6 points', { ...three, 'onboarding-drop': 1 }, {}, { reason: 'weak-signal' }],
    [
      'nothing of the lead measured',
      { ...three, 'onboarding-drop': 1, revenue: 1, 'paid-reliability': 1, retention: 1 },
      {},
      { reason: 'weak-signal' },
    ],
  ])('%s is not ready', (...row) => {
    expectRow(row);
    expect(diagnose(answersWith(row[1], row[2]))).toMatchObject({
      outcome: 'not-ready',
      constraint: null,
      comesAfter: [],
      rule: null,
      confidence: null,
    });
  });

  it.each<Row>([
    [
      'two clear pressures',
      { ...clearFromTheEnd(2), ...present.activation },
      {},
      { outcome: 'optimization-pass' },
    ],
    ['three', { ...three, ...present.activation }, {}, { outcome: 'declare' }],
    ['five', { ...clearFromTheEnd(5), ...present.activation }, {}, { outcome: 'declare' }],
  ])('%s are enough for their outcome', (...row) => {
    expectRow(row);
    expect(diagnose(answersWith(row[1], row[2])).constraint).toBe('activation');
  });
});

describe('sequence rules', () => {
  const unsafe = { 'safe-to-ship': 'no' } as const;
  const activationFirst = { ...three, ...present.activation, revenue: 2 } as const;
  const adoptionFirst = { ...three, ...present.adoption, 'adoption-weak': 2 } as const;
  it.each<Row>([
    ['activation alone', activationFirst, unsafe, { constraint: 'activation', rule: null }],
    [
      'activation, throughput present, not safe',
      { ...activationFirst, ...present.throughput },
      unsafe,
      { constraint: 'throughput', rule: 'R3' },
    ],
    [
      'activation, throughput present, safe',
      { ...activationFirst, ...present.throughput },
      {},
      { constraint: 'activation', rule: null, comesAfter: ['throughput'] },
    ],
    [
      'activation, reliability present',
      { ...activationFirst, ...present.reliability },
      {},
      { constraint: 'reliability', rule: 'R2', comesAfter: ['activation'] },
    ],
    [
      'R3 before R2',
      { ...activationFirst, ...present.reliability, ...present.throughput },
      unsafe,
      { constraint: 'throughput', rule: 'R3' },
    ],
    [
      'R2 where throughput is present but safe',
      { ...activationFirst, ...present.reliability, ...present.throughput },
      {},
      { constraint: 'reliability', rule: 'R2' },
    ],
    [
      'adoption, throughput present, not safe',
      { ...adoptionFirst, ...present.throughput },
      unsafe,
      { constraint: 'throughput', rule: 'R3' },
    ],
    [
      'adoption, reliability present',
      { ...adoptionFirst, 'paid-reliability': 2, trust: 0, revenue: 1 },
      {},
      { constraint: 'reliability', rule: 'R2' },
    ],
    [
      'adoption, activation present',
      { ...adoptionFirst, ...present.activation },
      {},
      { constraint: 'activation', rule: 'R1', comesAfter: ['adoption'] },
    ],
    [
      'R2 before R1',
      { ...adoptionFirst, ...present.activation, 'paid-reliability': 2, trust: 0, revenue: 1 },
      { 'revenue-path': 'expansion' },
      { constraint: 'reliability', rule: 'R2' },
    ],
    [
      'operations, whatever else is present',
      { ...three, ...present.operations, ...present.throughput },
      unsafe,
      { constraint: 'operations', rule: null },
    ],
  ])('%s', (...row) => expectRow(row));
});

describe('ties and the sequence after', () => {
  const pressures = { revenue: 1, retention: 1, planning: 1 } as const;
  const elsewhere = { 'revenue-path': 'expansion', 'retention-point': 'later' } as const;
  const all = { ...present.activation, ...present.reliability, ...present.operations, ...present.throughput };
  it('goes reliability, throughput, activation, adoption, operations', () => {
    const answers = answersWith(
      { ...pressures, ...all, 'expansion-ignored': 1, 'adoption-weak': 2 },
      elsewhere,
    );
    // Adoption: 3 for the symptom, 2 for the fit and 2 for each of the two pressures.
    expect(diagnose(answers).ranked).toEqual([
      'adoption',
      'reliability',
      'throughput',
      'activation',
      'operations',
    ]);
    expect(diagnose(answers)).toMatchObject({ constraint: 'reliability', rule: 'R2' });
    expect(diagnose(answers).comesAfter).toEqual(['adoption', 'throughput', 'activation', 'operations']);
  });

  it('leads with the first of equals, before any sequence rule', () => {
    const answers = answersWith({ ...pressures, ...present.throughput, ...present.operations }, elsewhere);
    expect(diagnose(answers)).toMatchObject({ constraint: 'throughput', comesAfter: ['operations'] });
  });
});

describe('confidence', () => {
  it.each<Row>([
    [
      '4 ahead with two measured',
      { ...three, trust: 0, revenue: 2, ...present.activation },
      {},
      { confidence: 'high' },
    ],
    [
      '4 ahead with one measured',
      { ...three, trust: 1, ...present.activation },
      {},
      { confidence: 'medium' },
    ],
    [
      '2 ahead',
      { ...three, ...present.activation, 'paid-reliability': 0, trust: 2 },
      {},
      { confidence: 'medium' },
    ],
    [
      '1 ahead',
      { ...three, ...present.activation, 'paid-reliability': 1, trust: 1 },
      {},
      { confidence: 'low' },
    ],
    [
      'far ahead but moved by a rule',
      { ...three, ...present.activation, revenue: 2, retention: 2, 'paid-reliability': 2, trust: 0 },
      {},
      { rule: 'R2', confidence: 'medium' },
    ],
    [
      'level',
      { ...three, ...present.operations, operational: 0, revenue: 1, ...present.throughput },
      {},
      { confidence: 'low' },
    ],
  ])('%s', (...row) => expectRow(row));
});
