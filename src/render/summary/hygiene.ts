import type { Summary } from '../../core/summary/summary.ts';
import { details, inert } from '../markdown.ts';
import { andMore, counted, type NameIssue, titleOf } from '../wording.ts';

/** What to tidy, folded behind one line of counts; `null` where all is tidy. */
export function renderHygiene({ hygiene, problems }: Summary, name: NameIssue): string | null {
  const { incomplete, unclassified, oldRethinks, unlabelled, staleMetric } = hygiene;
  const entries: readonly Entry[] = [
    {
      count: incomplete.total === 0 ? '' : `${incomplete.total} incomplete`,
      lines: incomplete.items.map(
        (item) => `${name(item)} *${titleOf(item)}*: asks “${inert(item.missing, 120)}”`,
      ),
      left: incomplete.total - incomplete.items.length,
    },
    {
      count: unclassified.total === 0 ? '' : `${unclassified.total} unclassified`,
      lines: unclassified.items.map(
        (item) => `${name(item)} *${titleOf(item)}*: says no constraint; \`Closes #…\` or \`/constraint …\``,
      ),
      left: unclassified.total - unclassified.items.length,
    },
    {
      count: rethinkCount(oldRethinks),
      lines: oldRethinks.items.map(
        (item) =>
          `${name(item)} *${titleOf(item)}*: to rethink, filed ${item.days} days ago; settle it or close it`,
      ),
      left: oldRethinks.total - oldRethinks.items.length,
    },
    {
      count: unlabelled === 0 ? '' : `${unlabelled} without a verdict label`,
      lines: ['Candidates without a verdict label are not in the list: `sweep` labels them'],
      left: 0,
    },
    {
      count: staleMetric === null ? '' : 'a stale metric',
      lines: staleMetric === null ? [] : [`The metric: ${staleWords(staleMetric.days)}`],
      left: 0,
    },
    {
      count: problems.length === 0 ? '' : `${counted(problems.length, 'Problem')} with the config`,
      lines: ['The config: see the top'],
      left: 0,
    },
  ];
  const found = entries.filter(({ count }) => count !== '');
  if (found.length === 0) return null;
  return details(
    `Hygiene: ${found.map(({ count }) => count).join(', ')}`,
    found.flatMap(listLines).join('\n'),
  );
}

interface Entry {
  /** Empty where there is nothing to tell. */
  readonly count: string;
  readonly lines: readonly string[];
  readonly left: number;
}

function listLines({ lines, left }: Entry): readonly string[] {
  return [...lines.map((line) => `- ${line}`), ...(left === 0 ? [] : [`-${andMore(0, left)}`])];
}

function rethinkCount({ total, items, orMore }: Summary['hygiene']['oldRethinks']): string {
  if (total === 0) return '';
  if (orMore) return `${total} or more to rethink (filed over 90 days ago)`;
  return total === 1
    ? `1 to rethink (filed ${items[0]?.days ?? 0} days ago)`
    : `${total} to rethink (filed over 90 days ago)`;
}

function staleWords(days: number | null): string {
  return days === null ? 'no reading yet' : `the last reading is ${days} days old`;
}
