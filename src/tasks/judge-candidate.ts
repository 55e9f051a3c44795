import type { Answers } from '../core/candidate.ts';
import { whomToAsk } from '../core/commands/candidate-record.ts';
import type { CandidateState } from '../core/commands/candidate-state.ts';
import { mayConfirm } from '../core/commands/confirmation.ts';
import { resolveCandidate } from '../core/commands/resolve-candidate.ts';
import { ambiguousFields, looksLikeCandidate, readCandidate } from '../core/form/read-candidate.ts';
import type { PreparedTemplate } from '../core/form/template.ts';
import { hasLabel } from '../core/labels.ts';
import type { Policy } from '../core/policy.ts';
import type { Problem } from '../core/problem.ts';
import { type Scored, scoreCandidate } from '../core/scoring/score-candidate.ts';
import type { Comment, Issue } from './ports/issues.ts';
import type { People } from './ports/people.ts';
import { readPermissions } from './read-permissions.ts';
import { toCommandComment } from './to-command-comment.ts';

export interface Judged {
  readonly state: CandidateState;
  readonly scored: Scored;
  /** Of reading the form. */
  readonly problems: readonly Problem[];
}

/** One issue with what people wrote under it, our own comments left out. */
export interface Told {
  readonly issue: Pick<Issue, 'number' | 'author' | 'body' | 'labels' | 'state'>;
  readonly comments: readonly Comment[];
  readonly template: PreparedTemplate;
  readonly policy: Policy;
}

/** Reads the form and the commands, asks who may what, and scores: the same for every surface. */
export async function judgeCandidate(
  { issue, comments, template, policy }: Told,
  people: Pick<People, 'permissionOf' | 'isPublic' | 'lastEditOf'>,
): Promise<Judged> {
  const reading = readCandidate(issue.body, template);
  const told = comments.map(toCommandComment);
  const isPublic = await people.isPublic();
  const lastEdit = isPublic && told.some(mayConfirm) ? await people.lastEditOf(issue.number) : null;
  const permissions = await readPermissions(
    people,
    whomToAsk({ author: issue.author, comments: told, isPublic, lastEdit }),
  );
  const primary = policy.primary?.constraint ?? null;
  const state = resolveCandidate({
    author: issue.author,
    answers: reading.value,
    lastEdit,
    ambiguous: ambiguousFields(reading.problems),
    comments: told,
    isCandidate:
      hasLabel(issue.labels, 'candidate', policy.labels) || looksLikeCandidate(issue.body, template),
    isOpen: issue.state === 'open',
    isPublic,
    isFirstMove: hasLabel(issue.labels, 'first move', policy.labels),
    primary,
    whoMayScore: policy.scoring.whoMayScore,
    permissions,
  });
  const { answers, ambiguous, opinions, settlement, confirmation } = state;
  const problems = reading.problems.filter((problem) => !isAnsweredSince(problem, reading.value, answers));
  const scored = scoreCandidate({
    answers,
    author: issue.author,
    opinions,
    settlement,
    primary,
    confirmation,
    ambiguous,
  });
  return { state, scored, problems };
}

/** What a command filled in or replaced is no fault of the form any more. */
function isAnsweredSince({ code, field }: Problem, form: Answers, now: Answers): boolean {
  if (code === 'FORM_BYPASSED') return false;
  return field !== undefined && answerOf(form, field) !== answerOf(now, field);
}

function answerOf(answers: Answers, field: string): string {
  const entries: Readonly<Record<string, unknown>> = { ...answers.ratings, ...answers, ratings: null };
  return String(entries[field] ?? '');
}
