import {
  type Degree,
  type DiagnosisAnswers,
  type Pressure,
  pressures,
  type Sign,
} from '../../../src/core/diagnosis/answers.ts';

const nothingSeen: DiagnosisAnswers['degrees'] = {
  'onboarding-drop': 0,
  'expansion-ignored': 0,
  'support-load': 0,
  'manual-delivery': 0,
  'paid-reliability': 0,
  'slower-plan': 0,
  'unclear-lever': 0,
  revenue: 0,
  retention: 0,
  trust: 0,
  operational: 0,
  planning: 0,
  'codebase-slows': 0,
  'performance-trust': 0,
  'adoption-weak': 0,
  'hiring-slow': 0,
};

export type Degrees = Readonly<Partial<Record<Sign, Degree>>>;

export type Picks = Partial<Omit<DiagnosisAnswers, 'degrees'>>;

/** Answers with the preset picks and nothing seen, but for what is given. */
export function answersWith(degrees: Degrees = {}, picks: Picks = {}): DiagnosisAnswers {
  return {
    stage: 'in-use',
    'tickets-ask': 'mixed',
    'revenue-path': 'activation',
    'retention-point': 'before-first-value',
    'planning-item': 'feature',
    'safe-to-ship': 'yes',
    decision: '',
    ...picks,
    degrees: { ...nothingSeen, ...degrees },
  };
}

/** The last `count` pressures clear; the first two would speak for activation. */
export function clearFromTheEnd(count: number): Readonly<Partial<Record<Pressure, Degree>>> {
  return Object.fromEntries(
    pressures
      .toReversed()
      .slice(0, count)
      .map((pressure) => [pressure, 1]),
  );
}
