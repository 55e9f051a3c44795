import type { DriftReport } from '../core/drift/check-pull-request.ts';
import { focuses } from '../core/labels.ts';
import { renderCheck } from '../render/check-summary.ts';
import { pullRequestMarker, renderDriftComment, renderSettledComment } from '../render/drift-comment.ts';
import type { DriftContext } from '../render/drift-wording.ts';
import type { Change } from './change.ts';
import type { PullRequestChecked } from './check-pull-request.ts';
import { planLabels } from './plan-labels.ts';
import type { Comment, People, PullRequest } from './ports.ts';
import type { CommandsTold } from './read-pull-request-commands.ts';
import { findOwnComment, planComment } from './sticky-comment.ts';

/** The check run, the one focus label, the one comment and the reactions to commands: what differs from what is there. */
export async function planPullRequestWrites(
  world: Pick<People, 'account'>,
  { pullRequest, policy, report, context }: PullRequestChecked,
  comments: readonly Comment[],
  told: CommandsTold,
): Promise<readonly Change[]> {
  const { number, repository, labels } = pullRequest;
  const governed = focuses.map((focus) => `focus: ${focus}` as const);
  const wanted = report.focusLabel === null ? [] : [report.focusLabel];
  return [
    ...planCheckRun(pullRequest, report, context),
    ...planLabels(number, labels, wanted, governed, policy.labels),
    ...(await planDriftComment(world, comments, report, context, { repository, number })),
    ...planReactions(told),
  ];
}

function planCheckRun(
  { headSha, check: existing }: PullRequest,
  report: DriftReport,
  context: DriftContext,
): readonly Change[] {
  const output = renderCheck(report, context);
  const same =
    existing !== null &&
    existing.conclusion === output.conclusion &&
    existing.title === output.title &&
    existing.summary.trimEnd() === output.summary.trimEnd() &&
    existing.text.trimEnd() === output.text.trimEnd();
  if (same) return [];
  const check = { ...output, headSha, existingId: existing?.id ?? null, annotations: [] };
  return [{ kind: 'publish-check', check }];
}

async function planDriftComment(
  world: Pick<People, 'account'>,
  comments: readonly Comment[],
  report: DriftReport,
  context: DriftContext,
  { repository, number }: { readonly repository: string; readonly number: number },
): Promise<readonly Change[]> {
  const marker = pullRequestMarker(repository, number);
  const existing = comments.length === 0 ? null : findOwnComment(comments, marker, await world.account());
  const body = renderDriftComment(report, context, marker);
  if (body !== null) return planComment(number, existing, marker, body);
  if (existing === null) return [];
  return planComment(number, existing, marker, renderSettledComment(report, context, marker));
}

/** 👍 for a comment whose commands were taken, 👎 where one was refused; once given, it stays. */
function planReactions({ answers }: CommandsTold): readonly Change[] {
  return answers
    .filter(({ comment: { reactions }, isRefused }) => (isRefused ? reactions.down : reactions.up) === 0)
    .map(({ comment, isRefused }) => ({
      kind: 'react',
      commentId: comment.id,
      content: isRefused ? '-1' : '+1',
    }));
}
