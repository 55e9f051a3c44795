import { dayOf } from '../calendar.ts';
import { gatesOf } from '../plan/gates.ts';
import { readingsSince } from '../plan/status.ts';
import type { Policy } from '../policy.ts';
import { belowTheLine, oneStepFromReady, topCandidates } from './candidates-in-list.ts';
import { decisionsNeeded } from './decisions-needed.ts';
import { driftOfWeek, listed } from './drift-of-week.ts';
import {
  countByConstraint,
  countFocus,
  existingPathShare,
  isClassified,
  isCovered,
  isExempt,
  isOffConstraint,
  medianLeadHours,
  mergesOfWeek,
} from './focus.ts';
import { hygieneOf } from './hygiene.ts';
import { findMovedConstraint } from './moved-constraint.ts';
import { compareWeeks, type Deltas, toReference } from './movement.ts';
import { statusLineOf } from './status-line.ts';
import type { FocusOfWeek, Summary } from './summary.ts';
import { historyWith, recordOf, type SummaryState, type WeekRecord } from './summary-state.ts';
import { inputs, type WeekFacts } from './week-facts.ts';

/**
 * The summary of one week: everything it tells, worked out from what was read and from the state that last
 * week's summary left (`null`: none, or not to be believed). Parts and numbers: docs/summary.md.
 */
export function summariseWeek(read: WeekFacts, policy: Policy, lastWeek: SummaryState | null): Summary {
  const { primary } = policy;
  const readings = primary === null ? read.readings : readingsSince(read.readings, primary);
  const facts = { ...read, readings };
  const { diagnosis } = facts;
  const today = dayOf(facts.now, policy.summary.timeZone);
  const history = historyWith(recordOf(facts, primary), lastWeek);
  const moved = primary === null ? null : findMovedConstraint({ primary, readings, history, diagnosis });
  const summary = {
    repository: facts.repository,
    week: facts.week,
    repositories: facts.repositories,
    unread: facts.unread,
    problems: facts.problems,
    status: statusLineOf(facts, policy, lastWeek, today),
    inputs: primary === null || !areInputsLookedAt(facts) ? inputsOf(facts) : null,
    gates: gatesOf({ ...facts, primary, inputsLookedAt: areInputsLookedAt(facts), today }),
    decisions: decisionsNeeded(facts, policy, moved),
    deltas: lastWeek === null ? null : deltasOf(facts, policy, lastWeek),
    stateLost: facts.stateLost,
    top: topCandidates(facts, policy, lastWeek),
    belowTheLine: belowTheLine(facts, policy, lastWeek),
    comesNext: diagnosis?.comesAfter.find((constraint) => constraint !== primary?.constraint) ?? null,
    drift: driftOfWeek(facts, policy),
    oneStepFromReady: oneStepFromReady(facts),
    focus: focusOf(facts, history),
    hygiene: hygieneOf(facts, policy, today),
    readings,
  };
  return { ...summary, quiet: isQuiet(summary) };
}

/** A diagnosis that found a constraint has asked for all five. */
function areInputsLookedAt({ inputsLookedAt, diagnosis }: WeekFacts): boolean {
  const isDiagnosed = diagnosis !== null && diagnosis.constraint !== null;
  return isDiagnosed || inputs.every((input) => inputsLookedAt.includes(input));
}

function inputsOf({ inputsLookedAt }: WeekFacts) {
  return inputs.map((input) => ({ input, lookedAt: inputsLookedAt.includes(input) }));
}

function deltasOf(facts: WeekFacts, { primary, summary }: Policy, lastWeek: SummaryState): Deltas {
  return {
    ...compareWeeks(facts, lastWeek, summary.top, ({ constraint }) => {
      return primary === null || constraint === primary.constraint;
    }),
    newCandidates: facts.opened.length,
    exceptions: mergesOfWeek(facts).filter(({ codes }) => codes.includes('ACCEPTED')).length,
  };
}

function focusOf(facts: WeekFacts, history: readonly WeekRecord[]): FocusOfWeek {
  const merges = mergesOfWeek(facts);
  const month = countFocus(facts.merges);
  const open = facts.pullRequests;
  const unclassified = facts.merges.filter((merge) => !isExempt(merge) && !isClassified(merge));
  return {
    week: countFocus(merges),
    month,
    hidden: month.merges > 0 && !isCovered(month),
    unclassified: listed(unclassified.map(toReference), 3),
    byConstraint: countByConstraint(facts),
    inProgress: {
      on: open.filter(({ codes }) => codes.includes('ALIGNED')).length,
      off: open.filter(isOffConstraint).length,
      unclassified: open.filter((pullRequest) => !isClassified(pullRequest)).length,
    },
    candidates: { opened: facts.opened.length, closed: facts.closed.length },
    medianLeadHours: medianLeadHours(merges),
    existingPath: existingPathShare(facts.merges),
    trend: history
      .filter(({ constraint }) => constraint !== null)
      .map(({ week, focus }) => ({ week, count: focus })),
  };
}

/** Nothing merged, filed, closed or changed, nothing to decide or to repair. */
function isQuiet(summary: Omit<Summary, 'quiet'>): boolean {
  const { deltas, decisions, problems, unread, status, focus, drift, top, belowTheLine: others } = summary;
  const nothingMoved = deltas === null ? top.total + others.length === 0 : deltas.changes.length === 0;
  const { opened, closed } = focus.candidates;
  const quantities = [
    decisions.told.length,
    problems.length,
    unread.length,
    status?.changes.length ?? 0,
    status?.decided === null || status === null ? 0 : 1,
    opened,
    closed,
    focus.week.merges,
    drift?.sequence.total ?? 0,
    drift?.milestones.total ?? 0,
  ];
  return nothingMoved && quantities.every((quantity) => quantity === 0);
}
