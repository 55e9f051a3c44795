import { type Answers, type CandidateField, dimensions, type Question, questions } from '../candidate.ts';

/**
 * The order in which missing answers are asked for, the easiest first: picks anyone can make, then the lines,
 * then what an engineer knows (docs/scoring.md, "Complete or not").
 */
const askOrder: readonly CandidateField[] = [
  'constraint',
  'impact',
  'timing',
  'evidence',
  'metric',
  'behaviour',
  'risk',
  'confidence',
  'kind',
  'links',
];

/**
 * The answers a candidate cannot be ranked without and that are still open, in the order they are asked for. Kind and
 * links may stay open, but not be guessed: they are asked for only where the form gives them in more than one way.
 */
export function missingAnswers(
  answers: Answers,
  ambiguous: readonly CandidateField[],
): readonly CandidateField[] {
  const open = new Set<CandidateField>([
    ...ambiguous.filter((field) => field === 'kind' || field === 'links'),
    ...(answers.constraint === null ? (['constraint'] as const) : []),
    ...dimensions.filter((dimension) => answers.ratings[dimension] === null),
    ...questions.filter((question) => isBlank(answers[question])),
  ]);
  return askOrder.filter((field) => open.has(field));
}

/** The questions among the missing answers; all three open means discovery before engineering. */
export function openQuestions(missing: readonly CandidateField[]): readonly Question[] {
  return questions.filter((question) => missing.includes(question));
}

/** Whether a text shows nothing: white space, invisible characters, HTML comments. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cf}\p{Cc}]/u.test(text.replace(/<!--[\s\S]*?(?:-->|$)/g, ''));
}
