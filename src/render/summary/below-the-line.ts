import type { CandidatesOfConstraint, Summary } from '../../core/summary/summary.ts';
import { constraintName, type NameIssue, titleOf, verdictWords } from '../wording.ts';

/** The best of each other constraint, and which constraint comes next; `null` where there is nothing to say. */
export function renderBelowTheLine({ belowTheLine, comesNext }: Summary, name: NameIssue): string | null {
  const waiting = belowTheLine.flatMap((group) => groupWords(group, comesNext, name));
  const isNextListed = belowTheLine.some(({ constraint }) => constraint === comesNext);
  if (comesNext !== null && !isNextListed) {
    waiting.push(
      `${constraintName(comesNext)} comes next by the last diagnosis and has no complete candidate`,
    );
  }
  return waiting.length === 0 ? null : `### Below the line, waiting\n\n${waiting.join(' · ')}`;
}

function groupWords(
  { constraint, candidates }: CandidatesOfConstraint,
  comesNext: Summary['comesNext'],
  name: NameIssue,
): string[] {
  const [best] = candidates;
  if (best === undefined) return [];
  const next = constraint === comesNext ? ' (comes next by the last diagnosis)' : '';
  const verdict = `${verdictWords[best.verdict]} ${best.score.toFixed(1)}`;
  return [`${constraintName(constraint)} ${name(best)} *${titleOf(best)}* ${verdict}${next}`];
}
