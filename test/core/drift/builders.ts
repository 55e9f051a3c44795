import type { Kind } from '../../../src/core/candidate.ts';
import type { Constraint } from '../../../src/core/constraint.ts';
import { checkPullRequest, type DriftReport } from '../../../src/core/drift/check-pull-request.ts';
import type {
  LinkedIssue,
  Links,
  OffConstraintShare,
  PullRequestFacts,
} from '../../../src/core/drift/facts.ts';
import { defaultPolicy, type Policy } from '../../../src/core/policy.ts';

/** A policy with activation declared in `warn`, nothing exempt, unless said otherwise. */
export function aPolicy(
  primary?: Constraint,
  drift?: Partial<Policy['drift']>,
  rest?: Partial<Omit<Policy, 'primary'>>,
): Policy;
export function aPolicy(
  primary: Constraint | null,
  drift?: Partial<Policy['drift']>,
  rest?: Partial<Omit<Policy, 'primary'>>,
): Policy;
export function aPolicy(
  primary: Constraint | null = 'activation',
  drift: Partial<Policy['drift']> = {},
  rest: Partial<Omit<Policy, 'primary'>> = {},
): Policy {
  return {
    ...defaultPolicy,
    primary:
      primary === null
        ? null
        : {
            constraint: primary,
            since: '2026-11-02',
            because: 'four of ten sign-ups never connect a data source.',
            owner: 'ana',
            metric: null,
          },
    drift: {
      ...defaultPolicy.drift,
      mode: 'warn',
      exempt: { labels: [], authors: [], paths: [], titles: [] },
      ...drift,
    },
    ...rest,
  };
}

/** An issue with the `constraint:` label of `serves`, if it serves any. */
export function anIssue(
  number: number,
  serves: Constraint | null,
  rest: Partial<LinkedIssue> = {},
): LinkedIssue {
  return {
    number,
    title: `Title of ${number}`,
    state: 'open',
    labels: serves === null ? [] : [`constraint: ${serves}`],
    parent: null,
    candidate: null,
    ...rest,
  };
}

export function aCandidate(
  number: number,
  serves: Constraint | null,
  kind: Kind | null,
  answers: 'complete' | 'incomplete' = 'complete',
): LinkedIssue {
  return anIssue(number, serves, { candidate: { kind, isIncomplete: answers === 'incomplete' } });
}

export function linkedTo(...issues: readonly LinkedIssue[]): Links {
  return {
    source: issues.length === 0 ? 'none' : 'closing-relation',
    relation: 'read',
    issues,
    more: 0,
    unreadable: [],
    otherRepositories: [],
  };
}

/** A pull request that links nothing, with every fact read. */
export function aPullRequest(rest: Partial<PullRequestFacts> = {}): PullRequestFacts {
  return {
    repository: 'acme/shop',
    number: 7,
    title: 'A change',
    author: 'ben',
    labels: [],
    commands: { constraint: null, acceptance: null },
    links: linkedTo(),
    enables: [],
    moreEnabled: 0,
    milestone: null,
    files: ['src/index.ts'],
    ...rest,
  };
}

/** The report, where every fact that is needed is there. */
export function reportOn(
  facts: PullRequestFacts,
  policy: Policy,
  share: OffConstraintShare | null = null,
): DriftReport {
  const checking = checkPullRequest(facts, policy, share);
  if (checking.needs !== null) throw new Error(`still needs ${checking.needs.fact}`);
  return checking.report;
}
