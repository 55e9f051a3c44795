import { isOwn } from '../core/account.ts';
import type { Place } from '../core/commands/guide.ts';
import { readCommands } from '../core/commands/read-commands.ts';
import { looksLikeCandidate } from '../core/form/read-candidate.ts';
import type { LabelKey } from '../core/labels.ts';
import { hasLabel } from '../core/labels.ts';
import { labelsOf, labelsOfScoring } from '../core/scoring/labels-of.ts';
import { candidateFormPath } from '../core/settings-files.ts';
import {
  candidateMarker,
  candidateMarkerStart,
  renderCandidateComment,
  renderWithdrawnComment,
} from '../render/candidate-comment.ts';
import type { Change, Plan } from './change.ts';
import { type Judged, judgeCandidate } from './judge-candidate.ts';
import { type FirstMovePlan, planFirstMove, planFormer } from './plan-first-move.ts';
import { planLabels } from './plan-labels.ts';
import { planReactions } from './plan-reactions.ts';
import type { Files, ForeignFiles } from './ports/files.ts';
import type { IssueLists } from './ports/issue-lists.ts';
import type { Comment, Issue, Issues, Reactions } from './ports/issues.ts';
import type { People } from './ports/people.ts';
import { readCandidateForm } from './read-candidate-form.ts';
import type { FormToRead } from './read-own-form.ts';
import { type Rules, readRules } from './read-rules.ts';
import { findOwnComment, planComment, writtenByPeople } from './sticky-comment.ts';

export type IssueWorld = Files & ForeignFiles & People & Issues & IssueLists & Reactions;

export interface IssueLabelled {
  readonly issue: Issue;
  readonly rules: Rules;
  /** `null`: not a candidate, withdrawn, or not this side's duty. */
  readonly judged: Judged | null;
  /** Candidates that are the first move no longer, now that this one is: their comments say so when planned again. */
  readonly former: readonly number[];
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
  const notJudged = (changes: readonly Change[]) => ({
    changes,
    report: { issue, rules, judged: null, former: [] },
  });
  if (rules.policy.duties.issues !== settings.side || issue.isLocked) return notJudged([]);
  const found = await lookAt(world, issue, rules);
  const isCandidate = found.standing === 'labelled' || found.standing === 'filed';
  const asks = isCandidate ? [] : await readAsks(world, found);
  if (!isCandidate && asks.length === 0) return notJudged(planWithdrawal(found));

  const { told, form } = found;
  const { policy } = rules;
  const judged = await judgeCandidate({ issue, comments: told, template: form.template, policy }, world);
  const { outcomes, madeCandidate } = judged.state;
  const reactions = await planReactions(world, told, outcomes);
  const isMade = madeCandidate !== null && asks.includes(madeCandidate.commentId);
  if (!isCandidate && !isMade) return notJudged([...planWithdrawal(found), ...reactions]);
  const { firstMove: said } = judged.state;
  const move = await planFirstMove(world, { issue, said, policy });
  const changes = [
    ...planCandidate(found, judged, move, settings),
    ...planFormer(move, policy),
    ...reactions,
  ];
  return { changes, report: { issue, rules, judged, former: move.former } };
}

interface Found {
  readonly issue: Issue;
  /** Its comments but ours. */
  readonly told: readonly Comment[];
  readonly own: Comment | null;
  readonly form: FormToRead;
  readonly rules: Rules;
  /**
   * A candidate by its label, or by its form's headings (GitHub drops a form's labels that do not exist yet).
   * One that we answered and that has lost the label was withdrawn by hand.
   */
  readonly standing: 'labelled' | 'filed' | 'withdrawn' | 'plain';
}

async function lookAt(world: IssueWorld, issue: Issue, rules: Rules): Promise<Found> {
  const form = await readCandidateForm(world);
  const comments = issue.commentCount > 0 ? await world.readComments(issue.number) : [];
  const account = comments.length > 0 ? await world.account() : null;
  // Whatever name the repository had when it was written: its author is what makes it ours.
  const own = account === null ? null : findOwnComment(comments, candidateMarkerStart, account);
  const told = account === null ? [] : writtenByPeople(comments, account);
  const found = { issue, told, own, form, rules };
  if (hasLabel(issue.labels, 'candidate', rules.policy.labels)) return { ...found, standing: 'labelled' };
  if (own !== null) return { ...found, standing: 'withdrawn' };
  return { ...found, standing: looksLikeCandidate(issue.body, form.template) ? 'filed' : 'plain' };
}

/**
 * The comments that ask by `/candidate`; whether they may is judged with the other commands. What we answered before
 * the label was taken away does not bring it back.
 */
async function readAsks(world: IssueWorld, { told, own, standing }: Found): Promise<readonly number[]> {
  const asking = told.filter(({ body }) => readCommands(body).value.some(({ name }) => name === 'candidate'));
  if (own === null || standing !== 'withdrawn') return asking.map(({ id }) => id);
  const since = asking.filter(({ createdAt }) => Date.parse(createdAt) > Date.parse(own.updatedAt));
  const account = await world.account();
  const asks: number[] = [];
  for (const { id, reactions } of since) {
    const given = reactions.up + reactions.down === 0 ? [] : await world.readReactions(id);
    if (!given.some((reaction) => isOwn(reaction, account))) asks.push(id);
  }
  return asks;
}

function planCandidate(
  { issue, own, form, rules }: Found,
  { state, scored, problems }: Judged,
  move: FirstMovePlan,
  { repository, serverUrl }: LabelSettings,
): readonly Change[] {
  const { policy } = rules;
  const { number } = issue;
  const isOpen = issue.state === 'open';
  const isOver = !isOpen && (move.picked !== null || hasLabel(issue.labels, 'first move', policy.labels));
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
    firstMove: { by: move.picked?.by ?? null, replacedBy: move.replacedBy },
    outcome: state.outcome,
    help: helpOf(state, isOver),
    formUrl: `${serverUrl}/${repository}/issues/new?template=${candidateFormPath.split('/').at(-1)}`,
  });
  const picked: readonly LabelKey[] = move.picked === null ? [] : ['first move'];
  const wanted: readonly LabelKey[] = ['candidate', ...labelsOf(scored), ...picked];
  // A closed first move keeps its label: it says what the team worked with.
  const governed: readonly LabelKey[] = isOpen ? [...labelsOfScoring, 'first move'] : labelsOfScoring;
  return [
    ...planLabels(number, issue.labels, wanted, governed, policy.labels),
    ...planComment(number, own, candidateMarker(issue), body),
  ];
}

function helpOf({ helpAsked }: Judged['state'], isOver: boolean): Place | null {
  if (!helpAsked) return null;
  return isOver ? 'closed-first-move' : 'candidate';
}

/** Our labels go, the comment shrinks to one line; nothing where there was no candidate. */
function planWithdrawal({ issue, own, rules, standing }: Found): readonly Change[] {
  if (standing !== 'withdrawn') return [];
  const { number, labels } = issue;
  return [
    ...planLabels(number, labels, [], [...labelsOfScoring, 'first move'], rules.policy.labels),
    ...planComment(number, own, candidateMarker(issue), renderWithdrawnComment(issue)),
  ];
}
