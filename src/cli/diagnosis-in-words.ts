import type { Diagnosed } from '../core/diagnosis/diagnose.ts';
import type { Flip } from '../core/diagnosis/flips.ts';
import { adviceInWords, headlineInWords } from '../render/diagnosis/headline.ts';
import { fromWords } from '../render/diagnosis/points-table.ts';
import { flipsInWords, reasonsInWords } from '../render/diagnosis/reasons.ts';
import { nameOf } from '../render/diagnosis/wording.ts';
import { withoutEmphasis } from './candidate-in-words.ts';

/** A diagnosis as blocks of plain text; `null` is one that cannot be told for sure. */
export function diagnosisInWords(diagnosed: Diagnosed | null, flips: readonly Flip[]): readonly string[] {
  if (diagnosed === null) {
    return ['Incomplete: it says nothing until every question can be read for sure. What is open is below.'];
  }
  return [
    headlineInWords(diagnosed),
    pointsInWords(diagnosed),
    reasonsInWords(diagnosed),
    adviceInWords(diagnosed),
    flipsInWords(flips, diagnosed).join('\n'),
  ].map(withoutEmphasis);
}

function pointsInWords({ ranked, points }: Diagnosed): string {
  return ranked
    .map((one) => {
      const count = String(points[one].points).padStart(2);
      return `  ${nameOf(one).padEnd(12)}${count}  ${fromWords(one, points)}`.trimEnd();
    })
    .join('\n');
}
