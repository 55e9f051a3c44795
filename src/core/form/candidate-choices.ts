import { type CandidateField, type Kind, kindNames, kinds, type Rating } from '../candidate.ts';
import { type Constraint, constraintGuide, constraints } from '../constraint.ts';
import { candidateForm } from './candidate-form.ts';
import { normaliseLine } from './normalise-text.ts';

const optionOfConstraint = wholeOptions('constraint', constraints);
const optionOfRating = /^[1-5] — [^\n\r]+$/;
/** A second rating right behind the first: which of them is meant is nobody's to guess. */
const betweenTwo = /^[1-5]\s*(?:[—–,/(-]|or|to|and)+\s*[1-5](?![\d.])/i;
const optionOfKind = wholeOptions('kind', kinds);

/** The constraint an option or a hand-written answer names: its name alone, or before a dash or colon and no other name. */
export function readConstraint(answer: string): Constraint | null {
  const chosen = optionOfConstraint.get(answer);
  if (chosen !== undefined) return chosen;
  const text = normaliseLine(answer)?.toLowerCase() ?? '';
  for (const constraint of constraints) {
    const name = constraintGuide[constraint].name.toLowerCase();
    if (!text.startsWith(name)) continue;
    const behind = /^\s*(?:$|[—–:-]\s*)/.exec(text.slice(name.length));
    if (behind === null) return null;
    const said = text.slice(name.length + behind[0].length);
    return constraints.some((other) => constraintGuide[other].name.toLowerCase() === said)
      ? null
      : constraint;
  }
  return null;
}

/** The rating an answer begins with; `3-4`, `3 or 4`, `3.5` and `10` are not ratings. */
export function readRating(answer: string): Rating | null {
  if (optionOfRating.test(answer)) return toRating(answer.charCodeAt(0) - 0x30);
  const text = normaliseLine(answer) ?? '';
  if (betweenTwo.test(text)) return null;
  return /^[1-5](?:$|\s|[—–:.)-](?!\d))/.test(text) ? toRating(text.charCodeAt(0) - 0x30) : null;
}

/** The kind of work, by the whole text of its option. */
export function readKind(answer: string): Kind | null {
  const chosen = optionOfKind.get(answer);
  if (chosen !== undefined) return chosen;
  const text = normaliseLine(answer)?.toLowerCase();
  return kinds.find((kind) => kindNames[kind].toLowerCase() === text) ?? null;
}

/** The values of a field by the whole text of its built-in options, which stand in the same order. */
function wholeOptions<Value>(id: CandidateField, values: readonly Value[]): ReadonlyMap<string, Value> {
  const options = candidateForm.fields.find((field) => field.id === id)?.options ?? [];
  const byOption = new Map<string, Value>();
  for (const [position, value] of values.entries()) byOption.set(options[position] ?? '', value);
  return byOption;
}

function toRating(digit: number): Rating | null {
  return digit === 1 || digit === 2 || digit === 3 || digit === 4 || digit === 5 ? digit : null;
}
