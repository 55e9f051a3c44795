import type { Summary } from '../../core/summary/summary.ts';
import { constraintName, type NameIssue, titleOf, verdictWords } from '../wording.ts';

/** Candidates that one point more in one rating would lift; `null` where there is none. */
export function renderOneStep({ oneStepFromReady }: Summary, name: NameIssue): string | null {
  if (oneStepFromReady.length === 0) return null;
  const lines = oneStepFromReady.map((candidate) => {
    const { dimension, to, verdict, reaches, constraint, onPrimary } = candidate;
    const where = onPrimary ? '' : ` (${constraintName(constraint)})`;
    return `- ${name(candidate)} *${titleOf(candidate)}*${where}: ${dimension} ${to} turns *${verdictWords[verdict]}* into *${verdictWords[reaches]}*`;
  });
  return `### One step from ready\n\n${lines.join('\n')}`;
}
