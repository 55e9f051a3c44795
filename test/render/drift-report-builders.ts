import { nothingTold } from '../../src/core/commands/resolve-pull-request.ts';
import type { OffConstraintShare, PullRequestFacts } from '../../src/core/drift/facts.ts';
import type { Policy } from '../../src/core/policy.ts';
import { pullRequestMarker, renderDriftComment } from '../../src/render/drift-comment.ts';
import type { DriftContext } from '../../src/render/drift-wording.ts';
import { anIssue, aPolicy, aPullRequest, linkedTo, reportOn } from '../core/drift/builders.ts';

export const context: DriftContext = {
  because: 'Four of ten sign-ups never connect a data source.',
  until: '2027-01-30',
  lastWeek: { aligned: 5, classified: 7 },
  whoMayScore: 'triage',
  docs: 'https://example.org/docs/drift.md',
};
export const marker = pullRequestMarker('acme/shop', 7);
export const invoices = anIssue(126, 'operations', { title: 'Bulk invoice export' });
export const drifting = { links: linkedTo(invoices) };

export function commentOn(
  facts: Partial<PullRequestFacts>,
  policy: Policy = aPolicy(),
  share: OffConstraintShare | null = null,
): string | null {
  return renderDriftComment(reportOn(aPullRequest(facts), policy, share), context, marker, nothingTold);
}
