import type { Audit } from '../core/audit/audit-merges.ts';
import { type AuditRule, auditRules } from '../core/audit/classify-merge.ts';
import { type Constraint, constraintGuide, constraints } from '../core/constraint.ts';
import { inert, table } from './markdown.ts';
import { columns, percentOf } from './wording.ts';

export interface AuditToRender extends Audit {
  readonly repository: string;
  readonly days: number;
  readonly tellsFiles: boolean;
}

/** The sentence one remembers: "31 of your last 84 merges were on reliability." */
export function auditHeadline({ merges, byConstraint, primary, days, classified }: AuditToRender): string {
  if (merges.length === 0) return `Nothing was merged in the last ${days} days.`;
  if (classified === 0) return `Of your last ${merges.length} merges none says which constraint it served.`;
  const most = primary ?? mostServed(byConstraint);
  const served = byConstraint[most];
  return `${served} of your last ${merges.length} merges ${served === 1 ? 'was' : 'were'} on ${most}.`;
}

/** How much of it is known, and how that was found out. */
export function coverageSentence({ merges, classified, exempt, days }: AuditToRender): string {
  const share = percentOf(classified, merges.length);
  const left =
    exempt === 0 ? '' : ` ${exempt === 1 ? '1 exempt one is' : `${exempt} exempt ones are`} not counted.`;
  return `${classified} of ${merges.length} merges of the last ${days} days say which constraint they served (${share}); 80 % are needed to follow the focus week by week.${left}`;
}

/** What a guest does not see; empty where a token was used. */
export function guestSentence({ tellsFiles }: AuditToRender): string {
  return tellsFiles
    ? ''
    : 'Read without a token: labels and titles only. With one, changed files and linked issues tell more.';
}

/** The audit as Markdown: where the merges went, what said so, and what would raise coverage. */
export function renderAudit(audited: AuditToRender): string {
  const isEmpty = audited.merges.length === 0;
  const parts = [
    `**${auditHeadline(audited)}**`,
    isEmpty ? '' : countsTable(audited),
    isEmpty ? '' : coverageSentence(audited),
    guestSentence(audited),
    rulesTable(audited),
    proposalPart(audited),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** What to put into `.github/chokepoint.yml`, as YAML; empty where no label or path decided. */
export function renderClassify({ proposal }: Audit): string {
  const lines = constraints.flatMap((constraint) => {
    const rule = proposal.rules[constraint];
    if (rule === undefined) return [];
    const lists = [...listOf('labels', rule.labels), ...listOf('paths', rule.paths)];
    return [`  ${constraint}: { ${lists.join(', ')} }`];
  });
  return lines.length === 0 ? '' : ['classify:', ...lines].join('\n');
}

export const ruleNames: Readonly<Record<AuditRule, string>> = {
  classify: '`classify`',
  label: 'a usual label',
  title: 'a conventional title',
  path: 'the usual folders',
};

/** The constraints that merges served, and the primary one, most merges first. */
export function servedBy({ byConstraint, primary }: Audit): readonly Constraint[] {
  return constraints
    .filter((constraint) => byConstraint[constraint] > 0 || constraint === primary)
    .toSorted((one, other) => byConstraint[other] - byConstraint[one]);
}

function countsTable(audited: AuditToRender): string {
  const { merges, byConstraint, primary } = audited;
  const served = servedBy(audited);
  if (served.length === 0) return '';
  return table(
    columns(['constraint'], ['merges', 'share']),
    served.map((constraint) => [
      `${constraintGuide[constraint].name}${constraint === primary ? ', the constraint' : ''}`,
      String(byConstraint[constraint]),
      percentOf(byConstraint[constraint], merges.length),
    ]),
  );
}

/** The rules that decided, each with its number of merges and the newest of them. */
export function rulesUsed({ merges }: Audit) {
  return auditRules.flatMap((rule) => {
    const decided = merges.filter((merge) => merge.rule === rule);
    const [example] = decided;
    return example === undefined ? [] : [{ rule, merges: decided.length, example }];
  });
}

function rulesTable(audited: AuditToRender): string {
  const used = rulesUsed(audited);
  if (used.length === 0) return '';
  return table(
    columns(['what said so', 'for example'], ['merges']),
    used.map(({ rule, merges, example: { work, because } }) => [
      ruleNames[rule],
      `#${work.number} ${inert(work.title, 80)}: ${inert(because.replaceAll('`', ''), 160)}`,
      String(merges),
    ]),
  );
}

function proposalPart(audited: AuditToRender): string {
  const { proposal } = audited;
  const yaml = renderClassify(audited);
  const open = proposal.unassigned.map(({ sign, merges }) => `${inert(sign, 80)} (${merges} merges)`);
  return [
    yaml === ''
      ? ''
      : `The check goes by what the config says. This block tells it what decided here:\n\n\`\`\`yaml\n${yaml}\n\`\`\``,
    open.length === 0
      ? ''
      : `Nothing says what these serve; adding them under \`classify\` raises coverage: ${open.join(', ')}.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function listOf(name: string, values: readonly string[]): readonly string[] {
  return values.length === 0 ? [] : [`${name}: [${values.map(quote).join(', ')}]`];
}

/** JSON's strings are YAML's too. What cannot be seen is escaped, so that it commands no terminal and is read back. */
function quote(text: string): string {
  return JSON.stringify(text).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (sign) => {
    return `\\U${(sign.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`;
  });
}

/** Of equal ones the first in the order of the five. */
function mostServed(byConstraint: Audit['byConstraint']): Constraint {
  return constraints.reduce((most, one) => (byConstraint[one] > byConstraint[most] ? one : most));
}
