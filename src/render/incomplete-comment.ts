import type { CandidateField } from '../core/candidate.ts';
import { constraints } from '../core/constraint.ts';
import { openQuestions } from '../core/scoring/missing-answers.ts';
import type { Scored } from '../core/scoring/score-candidate.ts';
import { askFor } from './ask-in-words.ts';
import { listInWords } from './markdown.ts';

/** Asks for one missing answer, the easiest first, with the line to paste; says why it is not ranked yet. */
export function renderAsk({ missing }: Scored): string {
  const [first] = missing;
  if (first === undefined) return '';
  const ask = askFor(first);
  const hint = ask.hint === '' ? '' : ` ${ask.hint}`;
  const who = ask.engineer ? 'An engineer can answer here:' : 'Answer here:';
  return `${openingOf(missing)} *${ask.question}*${hint} ${who}\n\n${fence([`/answer ${first}: …`])}`;
}

/** The answers asked for after the first, in words; empty when there are none. */
export function thenAsked({ missing }: Scored): string {
  return listInWords(missing.slice(1).map((field) => askFor(field).name));
}

/** Both ways out for a candidate whose text does not come from the form. */
export function renderBypassed(formUrl: string): string {
  return [
    '**Not ranked yet.** This issue is a candidate, but its text does not come from the candidate form. Two ways from here:',
    '',
    `- file it with [the form](${formUrl}): two minutes, and close this one; or`,
    '- answer here, all at once or one by one:',
    '',
    fence([
      '/answer constraint: …',
      '/score impact=… evidence=… confidence=… timing=…',
      '/answer metric: …',
      '/answer behaviour: …',
      '/answer risk: …',
    ]),
    '',
    `<sub>Constraint: ${listInWords(constraints, 'or')} · the four ratings: from 1 to 5</sub>`,
  ].join('\n');
}

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'] as const;

function openingOf(missing: readonly CandidateField[]): string {
  if (openQuestions(missing).length === 3) {
    return '**Discovery before engineering.** What changes, the metric that would prove it and the risk that could block it are all still open. Begin with:';
  }
  if (missing.length === 1) return '**Almost there.** One answer is missing before this can be ranked:';
  const start = missing.length === 2 ? '**Almost there.**' : '**Not ranked yet.**';
  return `${start} ${numbers[missing.length] ?? 'Some'} answers are missing before this can be ranked. First:`;
}

function fence(lines: readonly string[]): string {
  return ['```', ...lines, '```'].join('\n');
}
