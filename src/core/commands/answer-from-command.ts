import {
  type Answers,
  type CandidateField,
  candidateFields,
  type Dimension,
  dimensions,
  kindNames,
  kinds,
} from '../candidate.ts';
import { constraints } from '../constraint.ts';
import { readConstraint, readKind, readRating } from '../form/candidate-choices.ts';

/** The answers with one field replaced, or half a sentence that says why this is no answer to it. */
export function answerField(answers: Answers, field: string, text: string): Answers | string {
  const known = candidateFields.find((one) => one === field);
  if (known === undefined)
    return `the form has no field \`${nameable(field)}\` that counts; it has ${candidateFields.join(', ')}`;
  if (known === 'constraint') {
    const constraint = readConstraint(text);
    return constraint === null
      ? `a constraint is one of ${constraints.join(', ')}`
      : { ...answers, constraint };
  }
  if (known === 'kind') {
    const kind = kinds.find((id) => id === text.toLowerCase()) ?? readKind(text);
    return kind === null
      ? `a kind of work is one of ${Object.values(kindNames).join(', ')}`
      : { ...answers, kind };
  }
  if (!isDimension(known)) return { ...answers, [known]: text };
  const rating = readRating(text);
  if (rating === null) return 'a rating is a whole number from 1 to 5';
  return { ...answers, ratings: { ...answers.ratings, [known]: rating } };
}

/** Field ids hold letters, digits, `_` and `-` only; a long one is cut. */
function nameable(field: string): string {
  return field.length > 40 ? `${field.slice(0, 39)}…` : field;
}

function isDimension(field: CandidateField): field is Dimension {
  return dimensions.some((dimension) => dimension === field);
}
