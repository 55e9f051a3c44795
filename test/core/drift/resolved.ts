import type { PullRequestFacts } from '../../../src/core/drift/facts.ts';
import {
  type Resolution,
  resolveConstraint,
  type StepName,
} from '../../../src/core/drift/resolve-constraint.ts';
import type { Policy } from '../../../src/core/policy.ts';
import { aPolicy, aPullRequest } from './builders.ts';

/** Bugs and `infra` are reliability's, the back office and its folders operations'. */
export const classify: Policy['classify'] = {
  reliability: { labels: ['bug', 'performance'], paths: ['infra/**'] },
  operations: { labels: ['back-office'], paths: ['admin/**', 'infra/jobs/**'] },
};
export const policy = aPolicy('activation', {}, { classify });

/** What a pull request with these facts comes to, where nothing is left to read. */
export function resolved(facts: Partial<PullRequestFacts>, by: Policy = policy): Resolution {
  const resolving = resolveConstraint(aPullRequest(facts), by);
  if (resolving.needs !== null) throw new Error(`still needs ${resolving.needs.fact}`);
  return resolving.resolution;
}

/** What the reason tree says of a step. */
export function textOf({ reasons }: Resolution, step: StepName): string {
  return reasons.find((reason) => reason.step === step)?.text ?? '';
}
