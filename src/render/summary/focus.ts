import { isCovered } from '../../core/summary/focus.ts';
import type { FocusOfWeek, Summary } from '../../core/summary/summary.ts';
import { details, table } from '../markdown.ts';
import { renderLineChart } from '../mermaid.ts';
import {
  andMore,
  capitalise,
  columns,
  constraintName,
  counted,
  type NameIssue,
  percentOf,
  titleOf,
} from '../wording.ts';

/** The focus share with its bases, the work by constraint and the trend. */
export function renderFocus({ focus, status }: Summary, name: NameIssue): string {
  const parts = [
    status === null ? '### Work by constraint' : '### Focus',
    ...(focus.hidden ? [hiddenWords(focus, name)] : status === null ? [] : [shareWords(focus)]),
    ...(focus.hidden ? [] : constraintTable(focus)),
    flowWords(focus, status !== null),
    ...(focus.hidden ? [] : trendParts(focus)),
  ];
  return parts.join('\n\n');
}

function shareWords({ week, month }: FocusOfWeek): string {
  if (month.merges === 0) return 'No merges in the last 28 days.';
  const thisWeek = isCovered(week)
    ? `This week ${percentOf(week.aligned, week.classified)} (${week.aligned} of ${week.classified})`
    : week.merges === 0
      ? 'No merges this week'
      : `This week not told (${week.classified} of ${counted(week.merges, 'merge')} classified)`;
  const { aligned, classified, merges } = month;
  return `${thisWeek} · last 28 days **${percentOf(aligned, classified)}** (${aligned} of ${classified}; ${classified} of ${counted(merges, 'merge')} classified)`;
}

function hiddenWords({ month, unclassified }: FocusOfWeek, name: NameIssue): string {
  const { classified, merges } = month;
  const first = unclassified.items.map((merge) => `${name(merge)} *${titleOf(merge)}*`).join(', ');
  return [
    `Where the work went is not told: of ${counted(merges, 'merge')} in the last 28 days, ${classified} say which constraint they serve (${percentOf(classified, merges)}; 80 % are needed).`,
    'To raise it, link pull requests to candidates (`Closes #12`), or name labels and paths under `classify` in `.github/chokepoint.yml`.',
    `Not classified: ${first}${andMore(unclassified.items.length, unclassified.total)}.`,
  ].join(' ');
}

/** The constraints that something was done for or is open on. */
function constraintTable({ byConstraint }: FocusOfWeek): readonly string[] {
  const rows = byConstraint.map(({ constraint, ...numbers }) => {
    const { mergesThisWeek, mergesIn28Days, inProgress, openCandidates, opened, closed } = numbers;
    const cells = [mergesThisWeek, mergesIn28Days, inProgress, openCandidates, opened, closed];
    return { constraint, cells };
  });
  const busy = rows.filter(({ cells }) => cells.some((number) => number > 0));
  if (busy.length === 0) return [];
  const titles = ['merges this week', 'in 28 days', 'in progress', 'open candidates', 'opened', 'closed'];
  return [
    table(
      columns(['constraint'], titles),
      busy.map(({ constraint, cells }) => [constraintName(constraint), ...cells.map(String)]),
    ),
  ];
}

function flowWords(
  { inProgress, candidates, medianLeadHours, existingPath, week }: FocusOfWeek,
  isDeclared: boolean,
) {
  const { on, off, unclassified } = inProgress;
  const parts = [
    ...(isDeclared
      ? [
          `In progress: ${on} on the constraint, ${off} off${unclassified === 0 ? '' : `, ${unclassified} unclassified`}`,
        ]
      : []),
    `candidates: ${candidates.opened} opened, ${candidates.closed} closed`,
    ...(medianLeadHours === null
      ? []
      : [
          `from opening to merging ${durationWords(medianLeadHours)} (median of ${counted(week.merges, 'merge')})`,
        ]),
    ...(existingPath.known === 0
      ? []
      : [
          `${existingPath.existing} of ${counted(existingPath.known, 'merge')} with a candidate ${existingPath.known === 1 ? 'improves' : 'improve'} an existing path (28 days)`,
        ]),
  ];
  return capitalise(parts.join(' · '));
}

function durationWords(hours: number): string {
  if (hours < 1) return 'under an hour';
  return hours < 48 ? counted(Math.round(hours), 'hour') : `${Number((hours / 24).toFixed(1))} days`;
}

function trendParts({ trend }: FocusOfWeek): readonly string[] {
  const told = trend.filter(({ count }) => isCovered(count));
  const chart = renderLineChart({
    title: 'Focus share by week in percent',
    labels: told.map(({ week }) => week.slice(-3)),
    lines: [
      {
        name: 'focus share',
        values: told.map(({ count }) => Math.round((100 * count.aligned) / count.classified)),
      },
    ],
    lowest: 0,
    highest: 100,
  });
  if (chart === null) return [];
  const numbers = table(
    columns(['week'], ['focus', 'on the constraint', 'classified', 'merges']),
    trend.map(({ week, count }) => [
      week,
      isCovered(count) ? percentOf(count.aligned, count.classified) : '–',
      ...[count.aligned, count.classified, count.merges].map(String),
    ]),
  );
  return [chart, details('The trend in numbers', numbers)];
}
