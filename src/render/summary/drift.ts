import { toWords } from '../../core/calendar.ts';
import { type SequenceCode, sequenceCodes } from '../../core/drift/sequence.ts';
import type { DriftItem, DriftOfWeek, ExceptionItem, Listed } from '../../core/summary/drift-of-week.ts';
import type { FocusCount } from '../../core/summary/focus.ts';
import type { Summary } from '../../core/summary/summary.ts';
import { inert } from '../markdown.ts';
import { andMore, constraintName, counted, type NameIssue, percentOf, titleOf } from '../wording.ts';

/** What went past the constraint, and what was accepted; `null` while no constraint is declared. */
export function renderDrift({ drift, week, status }: Summary, name: NameIssue): string | null {
  if (drift === null) return null;
  const points = [
    point('Against the sequence', drift.sequence, (item) => sequenceWords(item, name)),
    point('Off the constraint', drift.offConstraint, (item) => offWords(item, name)),
    point('Accepted', drift.exceptions, (item) => exceptionWords(item, name)),
    point('Milestones under their focus', drift.milestones, ({ title, on, classified, wantedPercent }) => {
      return `*${inert(title, 80)}* ${percentOf(on, classified)} on the constraint (${on} of ${classified}), wanted ${wantedPercent} %`;
    }),
    observeWords(drift),
  ].filter((line) => line !== null);
  const list = points.length === 0 ? '' : `\n\n${points.join('\n')}`;
  const since = status?.plan?.since ?? week.firstDay;
  const from = since > week.firstDay ? `Since the declaration on ${toWords(since)}: ` : '';
  return `### Drift\n\n${from}${mergesWords(drift.merges, from === '' ? 'No merges this week.' : 'no merges.')}${list}`;
}

function mergesWords(
  { merges, aligned, offConstraint, accepted, classified }: FocusCount,
  none: string,
): string {
  if (merges === 0) return none;
  const unclassified = merges - classified;
  const parts = [
    `${aligned} of ${counted(merges, 'merge')} on the constraint`,
    ...(offConstraint === 0 ? [] : [`${offConstraint} off`]),
    ...(accepted === 0 ? [] : [`${accepted} accepted`]),
    ...(unclassified === 0 ? [] : [`${unclassified} unclassified`]),
  ];
  return `${parts.join(', ')}.`;
}

function point<Item>(
  heading: string,
  { items, total }: Listed<Item>,
  words: (item: Item) => string,
): string | null {
  if (total === 0) return null;
  return `- ${heading}: ${items.map(words).join('; ')}${andMore(items.length, total)}`;
}

function offWords(item: DriftItem, name: NameIssue): string {
  const mixed = item.codes.includes('MIXED') ? ', mixed' : '';
  return `${name(item)} *${titleOf(item)}* (${constraintName(item.constraint)}${mixed})`;
}

function sequenceWords(item: DriftItem, name: NameIssue): string {
  const broken = sequenceCodes.filter((code) => item.codes.includes(code));
  const state = item.merged ? 'merged' : 'open';
  return `${name(item)} *${titleOf(item)}* (${broken.map((code) => sequenceReasons[code]).join(', ')}; ${state})`;
}

const sequenceReasons: Readonly<Record<SequenceCode, string>> = {
  'SEQ-1': 'expansion before activation',
  'SEQ-2': 'more demand before reliability',
  'SEQ-3': 'new surface before throughput',
  PAUSED: 'paused kind of work',
};

function exceptionWords(item: ExceptionItem, name: NameIssue): string {
  const by = `${inert(item.by)}${item.self ? ', self-accepted' : ''}`;
  return `${name(item)} *${titleOf(item)}* (${constraintName(item.constraint)}): "${inert(item.because, 120)}", ${by}`;
}

function observeWords({ warnWould }: DriftOfWeek): string | null {
  if (warnWould === null || warnWould.checked === 0) return null;
  const { comment, checked } = warnWould;
  return `- Observing only: *warn* would have commented on ${comment} of ${counted(checked, 'pull request')}`;
}
