import { addDays, daysBetween } from '../calendar.ts';

/** How long a declared constraint is worked on before it is decided about (docs/summary.md). */
export const planDays = 90;

/** From this day on, the decision for this declaration is asked for. */
export const reviewDay = 76;

/** The phases of the plan, in order; what follows them has no end. */
export const endingPhases = ['diagnose', 'ship', 'measure'] as const;

export type EndingPhase = (typeof endingPhases)[number];

export const phases = [...endingPhases, 'decide'] as const;

export type Phase = (typeof phases)[number];

/** Last day of each phase that has one, counted from the declaration. */
export const phaseEndDays: Readonly<Record<EndingPhase, number>> = {
  diagnose: 30,
  ship: 60,
  measure: planDays,
};

export interface PlanDay {
  /** Day 1 is the day of the declaration; zero or negative before it. */
  readonly day: number;
  readonly phase: Phase;
  /** The last day of the phase; `null` in `decide`, which has no end. */
  readonly phaseEnds: string | null;
  /** Day 90. */
  readonly planEnds: string;
}

/** Where the plan declared on `since` stands on the local day `today`, both `YYYY-MM-DD`. */
export function planDayOf(since: string, today: string): PlanDay {
  const day = daysBetween(since, today) + 1;
  const phase = phaseOf(day);
  return {
    day,
    phase,
    phaseEnds: phase === 'decide' ? null : addDays(since, phaseEndDays[phase] - 1),
    planEnds: addDays(since, planDays - 1),
  };
}

function phaseOf(day: number): Phase {
  if (day <= phaseEndDays.diagnose) return 'diagnose';
  if (day <= phaseEndDays.ship) return 'ship';
  return day <= phaseEndDays.measure ? 'measure' : 'decide';
}
