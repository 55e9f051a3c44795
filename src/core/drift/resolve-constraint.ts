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
}

const chain: readonly Step[] = [
  { name: 'command', run: commandStep },
  { name: 'linked-issue', run: linkedIssueStep },
  { name: 'label', run: labelStep },
  { name: 'enables', run: enablesStep },
  { name: 'milestone', run: milestoneStep },
  { name: 'paths', run: pathsStep },
];

/**
 * The constraint a pull request serves: the first step of the chain that answers. Work that enables an open
 * issue on the primary constraint counts as on it, whatever its issues and labels say; only a maintainer's
 * `/constraint` stands above that (docs/drift.md).
 */
export function resolveConstraint(facts: PullRequestFacts, policy: Policy): Resolving {
  const reasons: Reason[] = [];
  let resolvedBy: StepName | null = null;
  let answer: Answer | null = null;
  for (const { name, run } of chain) {
    if (answer !== null && !(name === 'enables' && canBeLifted(answer, facts, policy))) {
      reasons.push({ step: name, outcome: 'not-reached', text: `Not looked at: ${answeredBy(resolvedBy)}` });
      continue;
    }
    const result = run(facts, policy);
    if (result.outcome === 'needs') return { needs: result.need };
    reasons.push({ step: name, outcome: result.outcome, text: result.text });
    if (result.outcome === 'answered') {
      resolvedBy = name;
      answer = result.answer;
    }
  }
  return { needs: null, resolution: { constraint: answer?.constraint ?? null, resolvedBy, answer, reasons } };
}

/** The reason tree of a check that had no need to look, with the same sentence for every step. */
export function notLookedAt(because: string): Resolution {
  const reasons = chain.map(
    ({ name }) => ({ step: name, outcome: 'not-reached', text: `Not looked at: ${because}` }) as const,
  );
  return { constraint: null, resolvedBy: null, answer: null, reasons };
}

/** Whether it would make a difference that the work enables something on the constraint. */
function canBeLifted(answer: Answer, facts: PullRequestFacts, policy: Policy): boolean {
  if (answer.by === 'command') return false;
  if (answer.constraint !== policy.primary?.constraint) return true;
  return facts.links.issues.some(
    ({ candidate }) =>
      candidate?.verdict === 'incomplete' || sequenceViolations(candidate, policy).length > 0,
  );
}

function answeredBy(step: StepName | null): string {
  const words: Record<StepName, string> = {
    command: 'a maintainer’s command answered.',
    'linked-issue': 'the linked issues answered.',
    label: 'its own labels answered.',
    enables: 'it enables work on the constraint.',
    milestone: 'its milestone answered.',
    paths: 'its changed files answered.',
  };
  return step === null ? 'nothing answered.' : words[step];
}
