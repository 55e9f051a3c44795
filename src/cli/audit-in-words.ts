import { constraintGuide } from '../core/constraint.ts';
import {
  type AuditToRender,
  auditHeadline,
  coverageSentence,
  guestSentence,
  renderClassify,
  ruleNames,
  rulesUsed,
  servedBy,
} from '../render/audit-report.ts';
import { clip, toOneLine } from '../render/markdown.ts';

/** The audit as blocks of plain text. */
export function auditInWords(audited: AuditToRender): readonly string[] {
  const { merges, byConstraint, primary, proposal } = audited;
  if (merges.length === 0) return [auditHeadline(audited)];
  const counts = servedBy(audited).map((constraint) => {
    const name = constraintGuide[constraint].name.padEnd(nameWidth);
    const count = String(byConstraint[constraint]).padStart(4);
    return `  ${name}${count}  ${bar(byConstraint[constraint], merges.length)}${constraint === primary ? ' the constraint' : ''}`;
  });
  const used = rulesUsed(audited).map(({ rule, merges: number, example: { work, because } }) => {
    const example = `#${work.number} ${clip(toOneLine(work.title), 60)}: ${toOneLine(because)}`;
    return `  ${toPlain(ruleNames[rule]).padEnd(nameWidth * 2)}${String(number).padStart(4)}  ${example}`;
  });
  const yaml = renderClassify(audited);
  const open = proposal.unassigned.map(
    ({ sign, merges: number }) => `  ${String(number).padStart(4)}  ${toOneLine(sign)}`,
  );
  return [
    auditHeadline(audited),
    counts.join('\n'),
    coverageSentence(audited),
    guestSentence(audited),
    used.length === 0 ? '' : ['What said so:', ...used].join('\n'),
    yaml === ''
      ? ''
      : `The check goes by what .github/chokepoint.yml says. This tells it what decided here:\n\n${yaml}`,
    open.length === 0
      ? ''
      : ['Nothing says what these serve; under classify they raise coverage:', ...open].join('\n'),
  ];
}

const nameWidth = 13;
const barWidth = 30;

/** One block for each part of the whole; something for anything at all. */
function bar(part: number, whole: number): string {
  return '█'.repeat(Math.max(part === 0 ? 0 : 1, Math.round((barWidth * part) / whole)));
}

function toPlain(text: string): string {
  return text.replaceAll('`', '');
}
