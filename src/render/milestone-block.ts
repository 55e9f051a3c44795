import { constraintGuide } from '../core/constraint.ts';
import type { CheckedItem, MilestoneReport } from '../core/drift/check-milestone.ts';
import { bodyUnits, howManyFit } from './body-room.ts';
import { renderQuoted } from './phrase.ts';
import { constraintName } from './wording.ts';

const start = '<!-- chokepoint:milestone -->';
const end = '<!-- /chokepoint:milestone -->';

/** The most items of one kind that are listed; the rest are counted. */
const shownItems = 25;

/** What two lists of the longest titles may take, so that the description has room for both and a person's words. */
const listUnits = 25_000;

/** What Chokepoint says in a milestone's description, without its markers (docs/drift.md). */
export function renderMilestoneBlock(report: MilestoneReport): string {
  const { primary, items } = report;
  if (primary === null) return 'No constraint is declared yet.';
  const off = items.filter(({ codes }) => codes.includes('DRIFT'));
  const early = items.filter(({ violations }) => violations.length > 0);
  return [
    renderFocus(report, constraintGuide[primary].name),
    renderItems('Outside it', off, ({ constraint }) => constraintName(constraint)),
    renderItems('Ahead of its time', early, ({ violations }) =>
      violations.map(({ code }) => code).join(', '),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The one sentence for the terminal, the job summary and the annotation. */
export function milestoneSentence(report: MilestoneReport): string {
  const { focus, threshold, onConstraint, classified, primary } = report;
  if (primary === null) return 'No focus: no constraint is declared.';
  if (focus === null) return 'No focus: nothing open in it is classified.';
  const share = `${onConstraint} of ${classified} open, classified items`;
  return `${focus} % on ${constraintGuide[primary].name} (${share}), wanted ${threshold} %.`;
}

/**
 * The description with the block between its hidden markers: in place of the one that is there, else behind
 * the person's text. Everything outside the markers stays as it is, to the byte. Unchanged where the whole
 * would be longer than GitHub takes.
 */
export function placeMilestoneBlock(description: string, block: string): string {
  const placed = `${start}\n${block}\n${end}`;
  const span = findBlock(description);
  const whole =
    span === null
      ? `${description}${description === '' ? '' : '\n\n'}${placed}`
      : `${description.slice(0, span.from)}${placed}${description.slice(span.to)}`;
  return whole.length > bodyUnits ? description : whole;
}

/** The first end marker that has a start before it, and the nearest such start: a stray marker swallows nothing. */
export function findBlock(description: string): { readonly from: number; readonly to: number } | null {
  const first = description.indexOf(start);
  if (first === -1) return null;
  const close = description.indexOf(end, first);
  if (close === -1) return null;
  return { from: description.lastIndexOf(start, close), to: close + end.length };
}

function renderFocus({ focus, threshold, onConstraint, classified }: MilestoneReport, name: string): string {
  if (focus === null)
    return `No open item says yet which constraint it serves; **${name}** is the constraint.`;
  const wanted = focus < threshold ? `; wanted ${threshold} %` : '';
  return `**${focus} %** on **${name}** (${onConstraint} of ${classified} open, classified items${wanted}).`;
}

function renderItems(
  title: string,
  items: readonly CheckedItem[],
  about: (item: CheckedItem) => string,
): string {
  if (items.length === 0) return '';
  const listed = items
    .slice(0, shownItems)
    .map((item) => `#${item.number} ${renderQuoted(item.title)} (${about(item)})`);
  const shown = listed.slice(0, howManyFit(listUnits, listed));
  const more = items.length - shown.length;
  return `${title}: ${[...shown, ...(more > 0 ? [`${more} more`] : [])].join(' · ')}`;
}
