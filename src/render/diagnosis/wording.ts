import { type Constraint, constraintGuide } from '../../core/constraint.ts';
import {
  type Degree,
  isPressure,
  type Pressure,
  type Sign,
  signNames,
} from '../../core/diagnosis/answers.ts';
import type { Contribution } from '../../core/diagnosis/points.ts';

export function nameOf(constraint: Constraint): string {
  return constraintGuide[constraint].name;
}

/** What an input says for a constraint, where that is more than its own name. */
const speaking: Readonly<Partial<Record<Sign, Readonly<Partial<Record<Constraint, string>>>>>> = {
  revenue: {
    activation: 'revenue depends on the activation path',
    adoption: 'revenue depends on upgrade or expansion',
  },
  retention: {
    activation: 'customers drop before the first value',
    adoption: 'customers stall later',
    operations: 'customers rely on support',
  },
  'support-load': {
    activation: 'tickets ask how to start',
    reliability: 'tickets say slow or broken',
    operations: 'tickets ask the team to do it',
  },
  trust: { reliability: 'customers could doubt the product' },
  operational: { operations: 'manual work limits the team' },
  planning: { throughput: 'a refactor is hard to defend' },
};

/** `users drop off during onboarding, measured (6)`. */
export function contributionWords(constraint: Constraint, { sign, degree, points }: Contribution): string {
  const says = speaking[sign]?.[constraint] ?? signNames[sign];
  return `${says}${degree === 2 ? ', measured' : ''} (${points})`;
}

/** How an answer would be if it were not as it is: `vague`, `only anecdotal`. */
export function degreeWords(sign: Sign, from: Degree, to: Degree): string {
  return isPressure(sign) ? pressureWords(from, to) : signWords(from, to);
}

function pressureWords(from: Degree, to: Degree): string {
  if (to === 0) return 'vague';
  if (to === 2) return 'measured';
  return from === 2 ? 'clear but not measured' : 'clear';
}

function signWords(from: Degree, to: Degree): string {
  if (to === 0) return 'not seen';
  if (to === 2) return 'measured';
  return from === 2 ? 'only anecdotal' : 'seen at all';
}

/** The evidence that would make a vague pressure clear. */
export const evidenceFor: Readonly<Record<Pressure, string>> = {
  revenue:
    'of the last ten customers who paid or left, which step of activation, upgrade, billing or expansion decided it?',
  retention:
    'at which step did the last ten useful customers drop, stall or turn to support, and how many at each?',
  trust: 'which slow, failed or wrong results did customers mention in the last 30 days, and how often?',
  operational: 'which manual work for customers takes how many hours a week?',
  planning: 'for each planned item, what shows that it is needed, and what would show that it is not?',
};

const countWords = ['None', 'One', 'Two', 'Three', 'Four', 'Five'] as const;

/** `Three of five pressures are clear`. */
export function clearWords(clear: number): string {
  return `${countWords[clear] ?? clear} of five pressures ${clear > 1 ? 'are' : 'is'} clear`;
}
