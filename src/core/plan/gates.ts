import { daysBetween } from '../calendar.ts';
import type { Primary } from '../policy.ts';
import { type EndingPhase, type Phase, phases } from './phase.ts';
import { latestReading, type MetricReading, staleAfterDays } from './status.ts';

/** What has to hold by the end of each phase, in order (docs/plan.md). */
export const gateIds = [
  'inputs',
  'constraint',
  'metric',
  'first-move',
  'first-move-merged',
  'reading',
  'outcome',
] as const;

export type GateId = (typeof gateIds)[number];

export interface Gate {
  readonly gate: GateId;
  readonly phase: EndingPhase;
  readonly met: boolean;
}

/** What the gates look at on the local day `today`. */
export interface GateFacts {
  readonly primary: Primary | null;
  /** The five inputs were looked at: each ticked, or asked for by a diagnosis that found a constraint. */
  readonly inputsLookedAt: boolean;
  /** The first moves since the declaration. */
  readonly firstMoves: readonly { readonly closedAt: string | null; readonly outcome: string | null }[];
  readonly readings: readonly MetricReading[];
  readonly today: string;
}

const phaseOfGate: Readonly<Record<GateId, EndingPhase>> = {
  inputs: 'diagnose',
  constraint: 'diagnose',
  metric: 'diagnose',
  'first-move': 'ship',
  'first-move-merged': 'ship',
  reading: 'measure',
  outcome: 'measure',
};

/** Every gate, unmet until it holds. */
export function gatesOf(facts: GateFacts): readonly Gate[] {
  const { primary, firstMoves, today } = facts;
  const latest = latestReading(facts.readings, today);
  const closed = firstMoves.filter(({ closedAt }) => closedAt !== null);
  const met: Readonly<Record<GateId, boolean>> = {
    inputs: facts.inputsLookedAt,
    constraint: primary !== null,
    metric: primary !== null && primary.metric !== null,
    'first-move': firstMoves.length > 0,
    'first-move-merged': closed.length > 0,
    reading: latest !== null && daysBetween(latest.day, today) <= staleAfterDays,
    outcome: closed.some(({ outcome }) => outcome !== null),
  };
  return gateIds.map((gate) => ({ gate, phase: phaseOfGate[gate], met: met[gate] }));
}

/** The gates that should hold by now and do not: those of this phase and of the earlier ones. */
export function unmetGates(gates: readonly Gate[], phase: Phase): readonly Gate[] {
  return gates.filter((gate) => !gate.met && phases.indexOf(gate.phase) <= phases.indexOf(phase));
}
