import { dayOf } from '../core/calendar.ts';
import type { Constraint } from '../core/constraint.ts';
import { checkPullRequest, type DriftReport, reportInvalidConfig } from '../core/drift/check-pull-request.ts';
import type { Need, OffConstraintShare, PullRequestFacts } from '../core/drift/facts.ts';
import { focuses } from '../core/labels.ts';
import { planDayOf } from '../core/plan/phase.ts';
import type { Duty, Policy } from '../core/policy.ts';
import { renderCheck } from '../render/check-summary.ts';
import { docsLink } from '../render/docs-link.ts';
import { pullRequestMarker, renderDriftComment, renderSettledComment } from '../render/drift-comment.ts';
import type { DriftContext } from '../render/drift-wording.ts';
import type { Change, Plan } from './change.ts';
import { planLabels } from './plan-labels.ts';
import type { Comment, PullRequest } from './ports.ts';
import {
  type PullRequestWorld,
  readPullRequestFacts,
  readPullRequestNeed,
} from './read-pull-request-facts.ts';
import { type ForeignFiles, readRules } from './read-rules.ts';
import { findOwnComment, planComment } from './sticky-comment.ts';

export interface PullRequestChecked {
  readonly pullRequest: PullRequest;
  readonly policy: Policy;
  readonly report: DriftReport;
  readonly context: DriftContext;
}

export interface CheckSettings {
  readonly repository: string;
  /** Whose duty is being done; another writer's is only reported, never written. */
  readonly side: 'app' | 'action' | 'reader';
  /** The instant of the check. */
  readonly now: string;
}

export const pullRequestDuty: Duty = 'pull-requests';

/**
 * Checks one pull request against the declared constraint and plans its check run, label and comment
 * (docs/drift.md). `null` where there is no such pull request.
 */
export async function planPullRequestCheck(
  world: PullRequestWorld & ForeignFiles,
  number: number,
  { repository, side, now }: CheckSettings,
): Promise<Plan<PullRequestChecked> | null> {
  const pullRequest = await world.readPullRequest(number);
  if (pullRequest === null) return null;
  const { policy, problems } = await readRules(world, repository);
  const comments = pullRequest.commentCount > 0 ? await world.readComments(number) : [];
  const context = contextOf(policy, now);
  const report =
    problems.length > 0
      ? reportInvalidConfig(problems, policy)
      : await check(world, pullRequest, comments, policy, null);
  const mine = policy.duties[pullRequestDuty] === side && pullRequest.state === 'open';
  const changes = mine ? await planWrites(world, { pullRequest, policy, report, context }, comments) : [];
  return { changes, report: { pullRequest, policy, report, context } };
}

/** Reads lazily: each round of the check names the one fact it still needs. */
export async function check(
  world: PullRequestWorld,
  pullRequest: PullRequest,
  comments: readonly Comment[],
  policy: Policy,
  share: OffConstraintShare | null,
): Promise<DriftReport> {
  let facts: PullRequestFacts = await readPullRequestFacts(world, pullRequest, comments, policy);
  const asked: Need[] = [];
  for (;;) {
    const checking = checkPullRequest(facts, policy, share);
    if (checking.needs === null) return checking.report;
    const { needs } = checking;
    if (asked.some(({ fact }) => fact === needs.fact && needs.fact !== 'parents')) {
      throw new Error(`The check asked twice for ${needs.fact} of #${pullRequest.number}.`);
    }
    asked.push(needs);
    facts = await readPullRequestNeed(world, pullRequest, facts, needs, policy);
  }
}

/**
 * The constraint an open pull request serves by its own chain, its milestone left out: a milestone cannot
 * classify what it is judged by.
 */
export async function resolvePullRequest(
  world: PullRequestWorld,
  number: number,
  policy: Policy,
): Promise<Constraint | null> {
  const pullRequest = await world.readPullRequest(number);
  if (pullRequest === null) return null;
  const comments = pullRequest.commentCount > 0 ? await world.readComments(number) : [];
  const report = await check(world, { ...pullRequest, milestone: null }, comments, policy, null);
  return report.constraint;
}

async function planWrites(
  world: PullRequestWorld,
  { pullRequest, policy, report, context }: PullRequestChecked,
  comments: readonly Comment[],
): Promise<readonly Change[]> {
  const { number, repository, labels } = pullRequest;
  const governed = focuses.map((focus) => `focus: ${focus}` as const);
  const wanted = report.focusLabel === null ? [] : [report.focusLabel];
  return [
    ...planCheckRun(pullRequest, report, context),
    ...planLabels(number, labels, wanted, governed, policy.labels),
    ...(await planDriftComment(world, comments, report, context, { repository, number })),
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
  world: PullRequestWorld,
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

function contextOf({ primary, summary }: Policy, now: string): DriftContext {
  const day = primary?.since ? planDayOf(primary.since, dayOf(now, summary.timeZone)) : null;
  return {
    because: primary?.because ?? null,
    until: day !== null && day.day <= 90 ? day.planEnds : null,
    thisWeek: null,
    docs: docsLink('drift'),
  };
}
