import type { Constraint } from '../constraint.ts';
import type { Policy } from '../policy.ts';
import type { Answer, StepResult } from './answer.ts';
import { enablesStep } from './enables-step.ts';
import type { Need, PullRequestFacts } from './facts.ts';
import { linkedIssueStep } from './linked-issue-step.ts';
import { commandStep, labelStep, milestoneStep, pathsStep } from './own-steps.ts';
import { sequenceViolations } from './sequence.ts';

/** Who can answer, in the order they are asked. */
export type StepName = 'command' | 'linked-issue' | 'label' | 'enables' | 'milestone' | 'paths';

/** One line of the reason tree. */
export interface Reason {
  readonly step: StepName;
  readonly outcome: 'answered' | 'skipped' | 'not-reached';
  /** A plain sentence; it may hold words of people and has to be escaped where it is rendered. */
  readonly text: string;
}

export interface Resolution {
  readonly constraint: Constraint | null;
  readonly resolvedBy: StepName | null;
  /** What exactly answered, for the sentence about it; `null` when nothing did. */
  readonly answer: Answer | null;
  /** One line for every step, in the order of the chain. */
  readonly reasons: readonly Reason[];
}

/** Either the Resolution, or the one fact that the next step needs. */
export type Resolving = { readonly needs: Need } | { readonly needs: null; readonly resolution: Resolution };

interface Step {
  readonly name: StepName;
  readonly run: (facts: PullRequestFacts, policy: Policy) => StepResult;
  /** Why the steps behind it are not looked at once it has answered. */
  readonly ends: string;
}

const chain: readonly Step[] = [
  { name: 'command', run: commandStep, ends: 'a maintainer’s command answered.' },
  { name: 'linked-issue', run: linkedIssueStep, ends: 'the linked issues answered.' },
  { name: 'label', run: labelStep, ends: 'its own labels answered.' },
  { name: 'enables', run: enablesStep, ends: 'it enables work on the constraint.' },
  { name: 'milestone', run: milestoneStep, ends: 'its milestone answered.' },
  { name: 'paths', run: pathsStep, ends: 'its changed files answered.' },
];

/**
 * The constraint a pull request serves: the first step of the chain that answers. Work that enables an open
 * issue on the primary constraint counts as on it, whatever its issues and labels say; only a maintainer's
 * `/constraint` stands above that (docs/drift.md).
 */
export function resolveConstraint(facts: PullRequestFacts, policy: Policy): Resolving {
  const reasons: Reason[] = [];
  let last: { readonly step: Step; readonly answer: Answer } | null = null;
  for (const step of chain) {
    const { name } = step;
    if (last !== null && !(name === 'enables' && canBeLifted(last.answer, facts, policy))) {
      reasons.push({ step: name, outcome: 'not-reached', text: `Not looked at: ${last.step.ends}` });
      continue;
    }
    const result = step.run(facts, policy);
    if (result.outcome === 'needs') return { needs: result.need };
    reasons.push({ step: name, outcome: result.outcome, text: result.text });
    if (result.outcome === 'answered') last = { step, answer: result.answer };
  }
  if (last === null) return { needs: null, resolution: { ...unresolved, reasons } };
  const { step, answer } = last;
  return {
    needs: null,
    resolution: { constraint: answer.constraint, resolvedBy: step.name, answer, reasons },
  };
}

const unresolved = { constraint: null, resolvedBy: null, answer: null } as const;

/** The reason tree of a check that had no need to look, with the same sentence for every step. */
export function notLookedAt(because: string): Resolution {
  const reasons = chain.map(
    ({ name }) => ({ step: name, outcome: 'not-reached', text: `Not looked at: ${because}` }) as const,
  );
  return { ...unresolved, reasons };
}

/** Whether it would make a difference that the work enables something on the constraint. */
function canBeLifted(answer: Answer, facts: PullRequestFacts, policy: Policy): boolean {
  if (answer.by === 'command' || policy.primary === null) return false;
  if (answer.constraint !== policy.primary.constraint) return true;
  return facts.links.issues.some(
    ({ candidate }) => candidate?.isIncomplete || sequenceViolations(candidate, policy).length > 0,
  );
}
