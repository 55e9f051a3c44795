import type { DriftReport } from '../core/drift/check-pull-request.ts';
import type { HeadCheck } from '../core/drift/head-check.ts';
import { focuses } from '../core/labels.ts';
import type { Policy } from '../core/policy.ts';
import { type CheckOutput, renderCheck } from '../render/check-summary.ts';
import {
  type Asked,
  pullRequestMarker,
  renderDriftComment,
  renderSettledComment,
} from '../render/drift-comment.ts';
import type { DriftContext } from '../render/drift-wording.ts';
import { clip } from '../render/markdown.ts';
import type { Annotation, Change } from './change.ts';
import { planLabels } from './plan-labels.ts';
import { planReactions } from './plan-reactions.ts';
import type { Comment, Reactions } from './ports/issues.ts';
import type { People } from './ports/people.ts';
import type { PullRequest } from './ports/pull-requests.ts';
import type { CommandsTold } from './read-pull-request-commands.ts';
import { findOwnComment, planComment } from './sticky-comment.ts';

export interface PullRequestChecked {
  readonly pullRequest: PullRequest;
  readonly policy: Policy;
  readonly report: DriftReport;
  readonly context: DriftContext;
  /** Where it edits config or forms. */
  readonly head: HeadCheck | null;
}

/** The check run, the one focus label, the one comment and the reactions to commands: what differs from what is there. */
export async function planPullRequestWrites(
  world: Reactions & Pick<People, 'account'>,
  { pullRequest, policy, report, context, head }: PullRequestChecked,
  comments: readonly Comment[],
  told: CommandsTold,
): Promise<readonly Change[]> {
  const { number, repository, labels } = pullRequest;
  const governed = focuses.map((focus) => `focus: ${focus}` as const);
  const wanted = report.focusLabel === null ? [] : [report.focusLabel];
  return [
    ...planCheckRun(pullRequest, renderCheck(report, context, head), head),
    ...planLabels(number, labels, wanted, governed, policy.labels),
    ...(await planDriftComment(world, comments, told, report, context, { repository, number })),
    ...(await planReactions(world, told.told, told.outcomes)),
  ];
}

function planCheckRun(
  { headSha, check: existing }: PullRequest,
  output: CheckOutput,
  head: HeadCheck | null,
): readonly Change[] {
  const same =
    existing !== null &&
    existing.conclusion === output.conclusion &&
    existing.title === output.title &&
    existing.summary.trimEnd() === output.summary.trimEnd() &&
    existing.text.trimEnd() === output.text.trimEnd();
  if (same) return [];
  // GitHub adds the annotations of an update to those that stand there; a head's files do not change.
  const annotations = existing === null ? annotate(head) : [];
  return [
    { kind: 'publish-check', check: { ...output, headSha, existingId: existing?.id ?? null, annotations } },
  ];
}

/** The Problems of the settings files in the head, each on its line; the check's summary counts the rest. */
function annotate(head: HeadCheck | null): readonly Annotation[] {
  const annotations = (head?.problems ?? []).flatMap(({ code, message, fix, at }): readonly Annotation[] =>
    at === undefined || !head?.paths.includes(at.file)
      ? []
      : [
          {
            path: at.file,
            line: at.line,
            column: at.column,
            level: 'warning',
            title: code,
            message: clip(`${message} ${fix}`, annotationUnits),
          },
        ],
  );
  return annotations.slice(0, annotationsInRequest);
}

/** docs.github.com/rest/checks/runs: with more in one request GitHub refuses the check run. */
const annotationsInRequest = 50;

/** GitHub takes 64 KB; nobody reads more than this beside a line. */
const annotationUnits = 1_000;

async function planDriftComment(
  world: Pick<People, 'account'>,
  comments: readonly Comment[],
  asked: Asked,
  report: DriftReport,
  context: DriftContext,
  { repository, number }: { readonly repository: string; readonly number: number },
): Promise<readonly Change[]> {
  const marker = pullRequestMarker(repository, number);
  const existing = comments.length === 0 ? null : findOwnComment(comments, marker, await world.account());
  const body = renderDriftComment(report, context, marker, asked);
  if (body !== null) return planComment(number, existing, marker, body);
  if (existing === null) return [];
  return planComment(number, existing, marker, renderSettledComment(report, context, marker, asked));
}
