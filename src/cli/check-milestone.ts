import type { CheckedItem, MilestoneReport } from '../core/drift/check-milestone.ts';
import { toOneLine } from '../render/markdown.ts';
import { milestoneSentence } from '../render/milestone-block.ts';
import { planMilestoneCheck } from '../tasks/check-milestone.ts';
import { CannotRun } from './cannot-run.ts';
import { connect } from './connect.ts';
import { printProblems } from './print-problems.ts';
import { readNumber, readRepositoryName } from './read-reference.ts';
import type { MilestoneJson } from './shapes/drift.ts';
import { type ExitCode, printBlocks, printJson, type Terminal } from './terminal.ts';

export interface CheckMilestoneOptions {
  /** `owner/repo`. */
  readonly repository: string;
  readonly number: string;
  readonly json?: boolean | undefined;
}

/**
 * Says how much of what is open in a milestone is on the constraint (docs/drift.md); reads only. 1 when it is too
 * little, and when the repository's config has Problems.
 */
export async function checkMilestone(terminal: Terminal, options: CheckMilestoneOptions): Promise<ExitCode> {
  const repository = readRepositoryName(options.repository);
  const number = readNumber(options.number);
  const world = connect(terminal, repository);
  const plan = await planMilestoneCheck(world, number, { repository, side: 'reader' });
  if (plan === null) throw new CannotRun(absent(repository, number));
  const { report, rules, milestone } = plan.report;
  if (options.json) printJson(terminal, toMilestoneJson(report));
  else printBlocks(terminal, inWords(report, milestone.title));
  printProblems(terminal, rules.problems);
  return report.conclusion === 'warning' || rules.problems.length > 0 ? 1 : 0;
}

function toMilestoneJson({ milestone, focus, threshold, items, conclusion }: MilestoneReport): MilestoneJson {
  return {
    milestone,
    focus,
    threshold,
    items: items.map(({ number, constraint, codes }) => ({ number, constraint, codes: [...codes] })),
    conclusion,
  };
}

function inWords(report: MilestoneReport, title: string): readonly string[] {
  const items = report.items.map(itemInWords).join('\n');
  return [`${report.conclusion}: ${toOneLine(title)}`, milestoneSentence(report), items];
}

function itemInWords({ number, title, constraint, codes }: CheckedItem): string {
  const serves = (constraint ?? 'unclassified').padEnd(12);
  return `  ${`#${number}`.padEnd(7)} ${serves} ${codes.join(', ').padEnd(12)} ${toOneLine(title)}`.trimEnd();
}

function absent(repository: string, number: number) {
  return {
    code: 'MILESTONE_ABSENT',
    message: `${repository} has no milestone ${number}.`,
    found: 'no milestone of that number',
    expected: 'a milestone that the token may read',
    fix: 'Take the number from the address of the milestone on GitHub.',
  };
}
