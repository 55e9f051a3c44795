import type { Constraint } from '../constraint.ts';
import type { LabelKey } from '../labels.ts';
import type { Policy } from '../policy.ts';
import type { Problem } from '../problem.ts';
import { isWithinAllowance } from './allowance.ts';
import type { Answer } from './answer.ts';
import { type Code, type Conclusion, conclusionOf, focusOf, hasAllowance, inTableOrder } from './codes.ts';
import { type Exemption, findExemption } from './exemption.ts';
import type { Acceptance, Need, OffConstraintShare, PullRequestFacts } from './facts.ts';
import { type Finding, findDrift } from './findings.ts';
import { type Remedy, remediesFor } from './remedies.ts';
import {
  notLookedAt,
  type Reason,
  type Resolution,
  resolveConstraint,
  type StepName,
} from './resolve-constraint.ts';

export interface DriftReport {
  readonly conclusion: Conclusion;
  readonly codes: readonly Code[];
  readonly constraint: Constraint | null;
  readonly resolvedBy: StepName | null;
  readonly reasons: readonly Reason[];
  /** The declared constraint it was held against; `null` where none is declared. */
  readonly primary: Constraint | null;
  readonly answer: Answer | null;
  /** What was found, also where an exemption or an acceptance sets it aside. */
  readonly findings: readonly Finding[];
  /** The lines that would put it right; empty on success. */
  readonly remedies: readonly Remedy[];
  readonly exemption: Exemption | null;
  /** `null` as well where there was nothing to accept. */
  readonly acceptance: Acceptance | null;
  readonly focusLabel: LabelKey | null;
  /** `within the allowance: 3 of 12 merges` */
  readonly allowanceNote: string | null;
  /** One friendly line for a team that has declared nothing yet. */
  readonly hint: string | null;
  /** Faults of the config in force; told, never held against the pull request. */
  readonly problems: readonly Problem[];
}

/** Either the report, or the one fact to read before asking again. */
export type Checking = { readonly needs: Need } | { readonly needs: null; readonly report: DriftReport };

export const declareHint =
  'No constraint is declared yet. Declare one in `.github/chokepoint.yml`: `primary: { constraint: activation, since: 2026-11-02 }`';

/**
 * Holds a pull request against the declared constraint (docs/drift.md). `share` is how much of the last merges was
 * off the constraint, `null` where no summary tells. What is not needed stays `unread`.
 */
export function checkPullRequest(
  facts: PullRequestFacts,
  policy: Policy,
  share: OffConstraintShare | null | 'unread' = null,
): Checking {
  const resolving = resolveConstraint(facts, policy);
  if (resolving.needs !== null) return resolving;
  const { resolution } = resolving;
  const findings = findDrift(facts, policy, resolution);
  if (policy.primary === null && findings.length === 0) return done(reportOf(resolution, [], policy));
  const exemption = findExemption(facts, policy);
  if (exemption !== null && 'needs' in exemption) return exemption;
  if (exemption !== null) return done({ ...reportOf(resolution, ['EXEMPT'], policy), findings, exemption });
  if (findings.length === 0) return done(reportOf(resolution, ['ALIGNED'], policy));
  const { acceptance } = facts.commands;
  if (acceptance !== null) {
    return done({ ...reportOf(resolution, ['ACCEPTED'], policy), findings, acceptance });
  }
  const codes = inTableOrder(findings.map(({ code }) => code));
  const softening = policy.drift.allowance > 0 && codes.some(hasAllowance) ? share : null;
  if (softening === 'unread') return { needs: { fact: 'share' } };
  const remedies = remediesFor(findings, facts, policy);
  const report = reportOf(resolution, codes, policy, softening);
  return done({ ...report, findings, remedies });
}

/** The report where the config in force has Problems: they are told, and nothing fails. */
export function reportInvalidConfig(problems: readonly Problem[], policy: Policy): DriftReport {
  const resolution = notLookedAt('the config has Problems.');
  return { ...reportOf(resolution, [], { ...policy, primary: null }), hint: null, problems };
}

function done(report: DriftReport): Checking {
  return { needs: null, report };
}

function reportOf(
  resolution: Resolution,
  codes: readonly Code[],
  policy: Policy,
  share: OffConstraintShare | null = null,
): DriftReport {
  const within = share !== null && isWithinAllowance(share, policy.drift.allowance);
  const focus = focusOf(codes);
  return {
    conclusion: conclusionOf(codes, policy.drift.mode, within),
    codes,
    ...resolution,
    primary: policy.primary?.constraint ?? null,
    findings: [],
    remedies: [],
    exemption: null,
    acceptance: null,
    focusLabel: focus === null ? null : `focus: ${focus}`,
    allowanceNote: within ? `within the allowance: ${share.offConstraint} of ${share.merges} merges` : null,
    hint: policy.primary === null ? declareHint : null,
    problems: [],
  };
}
