import { readCommands } from '../core/commands/read-commands.ts';
import type { CommandOutcome } from '../core/commands/resolve-candidate.ts';
import { looksLikeCandidate } from '../core/form/read-candidate.ts';
import type { LabelKey } from '../core/labels.ts';
import { labelsOf, labelsOfScoring } from '../core/scoring/labels-of.ts';
import {
  candidateMarker,
  renderCandidateComment,
  renderWithdrawnComment,
} from '../render/candidate-comment.ts';
import type { Change, Plan } from './change.ts';
import { hasLabel, type Judged, judgeCandidate } from './judge-candidate.ts';
import { planLabels } from './plan-labels.ts';
import type { Comment, Files, Issue, Issues, People } from './ports.ts';
import { candidateFormPath, type FormToRead, readCandidateForm } from './read-candidate-form.ts';
import { type ForeignFiles, type Rules, readRules } from './read-rules.ts';
import { findOwnComment, isOwn, planComment } from './sticky-comment.ts';

export type IssueWorld = Files & ForeignFiles & People & Issues;

export interface IssueLabelled {
  readonly rules: Rules;
  /** `null`: not a candidate, withdrawn, or not this side's duty. */
  readonly judged: Judged | null;
}

export interface LabelSettings {
  /** `owner/repo`. */
  readonly repository: string;
  /** Where people see it, such as https://github.com. */
  readonly serverUrl: string;
  readonly side: 'app' | 'action';
}

/**
 * Reads one issue as it is now and plans its labels, its one comment and the reactions to commands. An issue
 * that is no candidate is never labelled or answered. `null` where there is no such issue.
 */
export async function planIssueLabels(
  world: IssueWorld,
  number: number,
  settings: LabelSettings,
): Promise<Plan<IssueLabelled> | null> {
  const issue = await world.readIssue(number);
  if (issue === null || issue.isPullRequest) return null;
  const rules = await readRules(world, settings.repository);
  const nothing = { changes: [], report: { rules, judged: null } };
  if (rules.policy.duties.issues !== settings.side || issue.isLocked) return nothing;
  const form = await readCandidateForm(world);
  const comments = issue.commentCount > 0 ? await world.readComments(number) : [];
  const found = await findCandidate(world, { issue, comments, form, rules, settings });
  if (found === null) return nothing;
  if (found.isWithdrawn) return { changes: planWithdrawal(found, rules), report: { rules, judged: null } };
  return planCandidate(world, found, settings);
}

interface Found {
  readonly issue: Issue;
  readonly told: readonly Comment[];
  readonly own: Comment | null;
  readonly form: FormToRead;
  readonly rules: Rules;
  readonly marker: string;
  readonly isWithdrawn: boolean;
}

interface Material {
  readonly issue: Issue;
  readonly comments: readonly Comment[];
  readonly form: FormToRead;
  readonly rules: Rules;
  readonly settings: LabelSettings;
}

/**
 * Whether it is a candidate: by its label, by its form's headings, or by `/candidate`. One that we answered
 * and that has lost the label was withdrawn by hand.
 */
async function findCandidate(
  world: IssueWorld,
  { issue, comments, form, rules, settings }: Material,
): Promise<Found | null> {
  const marker = candidateMarker({ repository: settings.repository, number: issue.number });
  const account = comments.length > 0 ? await world.account() : null;
  const own = account === null ? null : findOwnComment(comments, marker, account);
  const told = account === null ? [] : comments.filter((comment) => !isOwn(comment, account));
  const found = { issue, told, own, form, rules, marker };
  if (hasLabel(issue.labels, 'candidate', rules.policy.labels)) return { ...found, isWithdrawn: false };
  if (own !== null) return { ...found, isWithdrawn: true };
  const isAsked = told.some(({ body }) => readCommands(body).value.some(({ name }) => name === 'candidate'));
  const isCandidate = isAsked || looksLikeCandidate(issue.body, form.template);
  return isCandidate ? { ...found, isWithdrawn: false } : null;
}

async function planCandidate(
  world: IssueWorld,
  { issue, told, own, form, rules, marker }: Found,
  { repository, serverUrl }: LabelSettings,
): Promise<Plan<IssueLabelled>> {
  const { policy } = rules;
  const { number } = issue;
  const judged = await judgeCandidate({ issue, comments: told, template: form.template, policy }, world);
  const { state, scored, problems } = judged;
  const isCandidate = hasLabel(issue.labels, 'candidate', policy.labels);
  const isMade = looksLikeCandidate(issue.body, form.template) || state.madeCandidate !== null;
  if (!isCandidate && !isMade)
    return { changes: planReactions(told, state.outcomes), report: { rules, judged: null } };
  const body = renderCandidateComment({
    repository,
    number,
    scored,
    primary: policy.primary?.constraint ?? null,
    whoMayScore: policy.scoring.whoMayScore,
    problems: [...rules.problems, ...form.problems, ...problems],
    outcomes: state.outcomes,
    constraintBy:
      state.constraintBy === null ? null : { by: state.constraintBy.by, answered: state.answeredConstraint },
    help: state.helpAsked ? 'candidate' : null,
    formUrl: `${serverUrl}/${repository}/issues/new?template=${candidateFormPath.split('/').at(-1)}`,
  });
  const wanted: readonly LabelKey[] = ['candidate', ...labelsOf(scored)];
  const changes: readonly Change[] = [
    ...planLabels(number, issue.labels, wanted, labelsOfScoring, policy.labels),
    ...planComment(number, own, marker, body),
    ...planReactions(told, state.outcomes),
  ];
  return { changes, report: { rules, judged } };
}

/** Our labels go, the comment shrinks to one line. */
function planWithdrawal({ issue, own, marker, rules }: Found, { policy }: Rules): readonly Change[] {
  const body = renderWithdrawnComment({ repository: issue.repository, number: issue.number });
  return [
    ...planLabels(issue.number, issue.labels, [], [...labelsOfScoring, 'first move'], rules.policy.labels),
    ...(own === null || policy.duties.issues === 'none' ? [] : planComment(issue.number, own, marker, body)),
  ];
}

/**
 * 👍 for a comment whose commands were all taken, 👎 where one was refused. Our reaction stays as it is once
 * given: GitHub keeps one of each kind per account, so asking again adds nothing.
 */
function planReactions(comments: readonly Comment[], outcomes: readonly CommandOutcome[]): readonly Change[] {
  return comments.flatMap(({ id, reactions }) => {
    const here = outcomes.filter(({ commentId }) => commentId === id);
    if (here.length === 0) return [];
    const isRefused = here.some(({ problem }) => problem !== null);
    const isThere = isRefused ? reactions.down > 0 : reactions.up > 0;
    return isThere ? [] : [{ kind: 'react' as const, commentId: id, content: isRefused ? '-1' : '+1' }];
  });
}
