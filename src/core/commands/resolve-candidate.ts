import { type Answers, type CandidateField, candidateFields, dimensions } from '../candidate.ts';
import type { Constraint } from '../constraint.ts';
import type { Problem } from '../problem.ts';
import type { Opinion, Settlement } from '../scoring/opinions.ts';
import { answerField } from './answer-from-command.ts';
import type { CandidateRecord, CommandComment } from './candidate-record.ts';
import type { CandidateState, CommandOutcome, Said } from './candidate-state.ts';
import { checkPermission, checkPlace } from './check-command.ts';
import type { Command } from './command.ts';
import { confirmationOf } from './confirmation.ts';
import { commandGuide } from './guide.ts';

/**
 * Applies every command of the comments, oldest first, each only if its writer may use it and it applies here
 * (docs/commands.md). Refusals and malformed commands come back as outcomes with a Problem: `COMMAND_NOT_ALLOWED`,
 * `COMMAND_MISPLACED`, `COMMAND_MALFORMED`; they change nothing.
 */
export function resolveCandidate(record: CandidateRecord): CandidateState {
  const uses = record.comments.flatMap((comment) =>
    comment.reading.value.map((command): Use => ({ command, comment, said: saidIn(comment) })),
  );
  const draft = startingFrom(record);
  const refused = new Map<Use, Problem>();
  for (const turn of turns) {
    for (const use of uses.filter(({ command }) => turnOf(command) === turn)) {
      const problem = check(use, record, draft) ?? apply(use, draft, record.author);
      if (problem !== null) refused.set(use, problem);
    }
  }
  const { answers, constraint, ...rest } = draft;
  return {
    ...rest,
    answers: constraint === null ? answers : { ...answers, constraint: constraint.to },
    answeredConstraint: answers.constraint,
    constraintBy: constraint?.said ?? null,
    confirmation: confirmationOf(
      record,
      uses.filter((use) => !refused.has(use)),
    ),
    outcomes: outcomesOf(record, uses, refused),
  };
}

interface Use {
  readonly command: Command;
  readonly comment: CommandComment;
  readonly said: Said;
}

interface Draft {
  answers: Answers;
  ambiguous: readonly CandidateField[];
  constraint: { readonly to: Constraint; readonly said: Said } | null;
  opinions: Opinion[];
  settlement: Settlement | null;
  madeCandidate: Said | null;
  firstMove: Said | null;
  outcome: CandidateState['outcome'];
  helpAsked: boolean;
}

function startingFrom({ answers, ambiguous }: CandidateRecord): Draft {
  return {
    answers,
    ambiguous,
    constraint: null,
    opinions: [],
    settlement: null,
    madeCandidate: null,
    firstMove: null,
    outcome: null,
    helpAsked: false,
  };
}

function saidIn({ author, at, id }: CommandComment): Said {
  return { by: author, at, commentId: id };
}

/** What makes it a candidate is judged first; what looks at its constraint, when all the rest is known. */
const turns = ['candidate', 'most', 'first-move', 'outcome'] as const;

function turnOf({ name }: Command): (typeof turns)[number] {
  return turns.find((turn) => turn === name) ?? 'most';
}

function check({ command: { name }, said }: Use, record: CandidateRecord, draft: Draft): Problem | null {
  const soFar = {
    isCandidate: record.isCandidate || draft.madeCandidate !== null,
    constraint: draft.constraint?.to ?? draft.answers.constraint,
    isFirstMove: record.isFirstMove || draft.firstMove !== null,
  };
  return checkPermission(name, said.by, record) ?? checkPlace(name, record, soFar);
}

/** Does what the command says; a Problem where its words turn out to be no answer. */
function apply({ command, said }: Use, draft: Draft, author: string): Problem | null {
  const { by, at } = said;
  switch (command.name) {
    case 'score':
      draft.opinions.push({ by, at, ratings: command.ratings, because: command.because });
      return null;
    case 'settle':
      draft.settlement = { by, at, ratings: command.ratings, because: command.because };
      return null;
    case 'constraint':
      draft.constraint = { to: command.constraint, said };
      return null;
    case 'candidate':
      draft.madeCandidate = said;
      return null;
    case 'first-move':
      draft.firstMove = said;
      return null;
    case 'outcome':
      draft.outcome = { ...said, outcome: command.outcome, because: command.because };
      return null;
    case 'help':
      draft.helpAsked = true;
      return null;
    case 'answer': {
      const answers = answerField(draft.answers, command.field, command.text);
      if (typeof answers === 'string') return noAnswer(command.field, answers);
      draft.answers = answers;
      draft.opinions.push(...authorsOpinion(answers, command.field, author, at));
      draft.ambiguous = draft.ambiguous.filter((field) => field !== command.field);
      return null;
    }
    default:
      return null;
  }
}

/** The form is its author's opinion: a rating in it that is answered anew is theirs, said now. */
function authorsOpinion({ ratings }: Answers, field: string, author: string, at: string): readonly Opinion[] {
  return dimensions.flatMap((dimension) => {
    const rating = dimension === field ? ratings[dimension] : null;
    return rating === null ? [] : [{ by: author, at, ratings: { [dimension]: rating }, because: null }];
  });
}

function noAnswer(field: string, because: string): Problem {
  const isKnown = candidateFields.some((known) => known === field);
  const usage = isKnown ? `/answer ${field}: …` : commandGuide.answer.usage;
  return {
    code: 'COMMAND_MALFORMED',
    message: `\`/answer\` could not be used: ${because}.`,
    expected: usage,
    fix: `Write \`${usage}\` with one of these.`,
  };
}

function outcomesOf(
  record: CandidateRecord,
  uses: readonly Use[],
  refused: ReadonlyMap<Use, Problem>,
): readonly CommandOutcome[] {
  const usesIn = Map.groupBy(uses, ({ comment }) => comment);
  return record.comments.flatMap((comment) => [
    ...(usesIn.get(comment) ?? []).map((use) => ({
      ...use.said,
      command: use.command.name,
      ...(use.command.name === 'answer' ? { field: use.command.field } : {}),
      problem: refused.get(use) ?? null,
    })),
    ...comment.reading.problems.map((problem) => ({ ...saidIn(comment), command: problem.command, problem })),
  ]);
}
