import type { Constraint } from '../constraint.ts';
import { type Degree, type DiagnosisAnswers, type Sign, signs } from './answers.ts';
import { type DiagnosisOutcome, diagnose } from './diagnose.ts';

/** One answer that, a step different, would have changed the result. */
export interface Flip {
  readonly field: Sign;
  readonly from: Degree;
  readonly to: Degree;
  readonly constraint: Constraint | null;
  readonly outcome: DiagnosisOutcome;
}

const steps: Readonly<Record<Degree, readonly Degree[]>> = { 0: [1], 1: [0, 2], 2: [1] };

/**
 * Each symptom, pressure and fit, in this order, whose change by one step would change outcome or constraint; the
 * lower value first.
 */
export function findFlips(answers: DiagnosisAnswers): readonly Flip[] {
  const now = diagnose(answers);
  return signs.flatMap((field) => {
    const from = answers.degrees[field];
    return steps[from].flatMap((to) => {
      const { outcome, constraint } = diagnose({ ...answers, degrees: { ...answers.degrees, [field]: to } });
      if (outcome === now.outcome && constraint === now.constraint) return [];
      return [{ field, from, to, constraint, outcome }];
    });
  });
}
