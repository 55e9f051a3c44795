import { describe, expect, it } from 'vitest';
import { type Constraint, constraints } from '../../../src/core/constraint.ts';
import { countPoints, isPresent } from '../../../src/core/diagnosis/points.ts';
import { answersWith, type Degrees, type Picks } from './builders.ts';

function pointsOf(degrees: Degrees, picks: Picks = {}) {
  const points = countPoints(answersWith(degrees, picks));
  return constraints.filter((one) => points[one].points > 0).map((one) => `${one} ${points[one].points}`);
}

const before = { 'retention-point': 'before-first-value' } as const;
const later = { 'retention-point': 'later' } as const;
const support = { 'retention-point': 'relies-on-support' } as const;

describe('points, row by row of docs/diagnosis.md', () => {
  it.each<[Degrees, Picks, string[]]>([
    [{ 'onboarding-drop': 2 }, {}, ['activation 6']],
    [{ revenue: 2 }, { 'revenue-path': 'activation' }, ['activation 4']],
    [{ revenue: 2 }, { 'revenue-path': 'expansion' }, ['adoption 4']],
    [{ retention: 2 }, before, ['activation 4']],
    [{ retention: 2 }, later, ['adoption 4']],
    [{ retention: 2 }, support, ['operations 4']],
    [{ 'support-load': 2 }, { 'tickets-ask': 'mixed' }, []],
    [{ 'support-load': 2 }, { 'tickets-ask': 'how-to-start' }, ['activation 2']],
    [{ 'support-load': 2 }, { 'tickets-ask': 'slow-or-broken' }, ['reliability 2']],
    [{ 'support-load': 2 }, { 'tickets-ask': 'do-this-for-me' }, ['operations 2']],
    [{ 'expansion-ignored': 2 }, {}, ['adoption 6']],
    [{ 'adoption-weak': 2 }, {}, ['adoption 2']],
    [{ 'paid-reliability': 2 }, {}, ['reliability 6']],
    [{ trust: 2 }, {}, ['reliability 4']],
    [{ 'performance-trust': 2 }, {}, ['reliability 2']],
    [{ 'manual-delivery': 2 }, {}, ['operations 6']],
    [{ operational: 2 }, {}, ['operations 4']],
    [{ 'slower-plan': 2 }, {}, ['throughput 6']],
    [{ planning: 2 }, { 'planning-item': 'feature' }, []],
    [{ planning: 2 }, { 'planning-item': 'refactor' }, ['throughput 4']],
    [{ planning: 2 }, { 'planning-item': 'automation' }, []],
    [{ 'codebase-slows': 2 }, {}, ['throughput 2']],
    [{ 'hiring-slow': 2 }, {}, ['throughput 2']],
    [{ 'unclear-lever': 2 }, {}, []],
    [{ 'onboarding-drop': 1, trust: 1 }, {}, ['activation 3', 'reliability 2']],
  ])('%j with %j gives %j', (degrees, picks, expected) => {
    expect(pointsOf(degrees, picks)).toEqual(expected);
  });

  it('are capped at 12', () => {
    const degrees = { 'onboarding-drop': 2, revenue: 2, retention: 2, 'support-load': 2 } as const;
    expect(pointsOf(degrees, { 'tickets-ask': 'how-to-start' })).toEqual(['activation 12']);
  });
});

describe('present', () => {
  it.each<[Degrees, Constraint, boolean]>([
    [{ 'paid-reliability': 2 }, 'reliability', true],
    [{ 'paid-reliability': 1, trust: 1 }, 'reliability', false],
    [{ 'paid-reliability': 1, trust: 1, 'performance-trust': 1 }, 'reliability', false],
    [{ 'paid-reliability': 1, 'performance-trust': 2 }, 'reliability', false],
    [{ 'paid-reliability': 1, trust: 1, 'performance-trust': 2 }, 'reliability', true],
  ])('%j: %s is %s', (degrees, constraint, present) => {
    expect(isPresent(countPoints(answersWith(degrees))[constraint])).toBe(present);
  });

  it('looks only at inputs that contribute', () => {
    // Measured support load says nothing while tickets are mixed.
    const degrees = { 'onboarding-drop': 1, revenue: 1, retention: 1, 'support-load': 2 } as const;
    expect(isPresent(countPoints(answersWith(degrees)).activation)).toBe(false);
    const asked = answersWith(degrees, { 'tickets-ask': 'how-to-start' });
    expect(isPresent(countPoints(asked).activation)).toBe(true);
  });
});
