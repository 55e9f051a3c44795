import { toWords } from '../../core/calendar.ts';
import type { Delta, RatingChange } from '../../core/summary/movement.ts';
import type { Summary } from '../../core/summary/summary.ts';
import { counted, type NameIssue, verdictWords, weekWords } from '../wording.ts';

/** What is not as it was in the last summary; why that is not told, where it is not known. */
export function renderDeltas(summary: Summary, name: NameIssue): string {
  const { deltas, stateLost } = summary;
  if (deltas === null)
    return `### Since last week\n\n${stateLost === null ? firstWeek : lostWeek(stateLost)}`;
  const told = [
    ...deltas.changes.map((delta) => deltaWords(delta, summary, name)),
    ...(deltas.more === 0 ? [] : [`${counted(deltas.more, 'more change')}`]),
    ...(deltas.newCandidates === 0 ? [] : [counted(deltas.newCandidates, 'new candidate')]),
    ...(deltas.exceptions === 0 ? [] : [counted(deltas.exceptions, 'exception')]),
  ];
  return `### Since ${weekWords(deltas.since)}\n\n${told.length === 0 ? 'The list is as it was.' : told.join(' · ')}`;
}

const firstWeek =
  'This is the first summary. From the next one on, this part says what was picked, put into review, closed or rated anew, and the list shows who moved.';

function lostWeek(reason: string): string {
  return `Not told this week: the last summary ${reason}. The next one compares with this one.`;
}

function deltaWords(delta: Delta, summary: Summary, name: NameIssue): string {
  switch (delta.kind) {
    case 'closed':
      return delta.mergedAs === null
        ? `${name(delta.candidate)} was closed`
        : `${name(delta.candidate)} was done in ${name({ ...delta.candidate, number: delta.mergedAs })}`;
    case 'left':
      return `${name(delta.candidate)} is no longer among the first (it was ${delta.from})`;
    case 'first-move':
      return `${name(delta.candidate)} was picked as the first move`;
    case 'in-review':
      return `${name(delta.candidate)} went into review as ${name({ ...delta.candidate, number: delta.pullRequest })}`;
    case 'rated':
      return ratedWords(delta, name);
    case 'reading':
      return readingWords(delta, summary);
  }
}

/** Where the status line shows a reading that came after the week, the last day of the week stands beside this one. */
function readingWords(
  { from, to }: Extract<Delta, { kind: 'reading' }>,
  { status, week }: Pick<Summary, 'status' | 'week'>,
): string {
  const words = from === null ? `first reading: ${to}` : `metric ${from} → ${to}`;
  const newest = status?.latest?.value ?? to;
  return newest === to ? words : `${words} by ${toWords(week.lastDay)}`;
}

function ratedWords(delta: Extract<Delta, { kind: 'rated' }>, name: NameIssue): string {
  const { candidate, rank, verdict, ratings } = delta;
  const moved =
    rank.to === rank.from
      ? 'rated anew'
      : `${rank.to < rank.from ? 'up' : 'down'} from ${rank.from} to ${rank.to}`;
  const nowIs = verdict.to === verdict.from ? '' : `, now *${verdictWords[verdict.to]}*`;
  return `${name(candidate)} ${moved}${nowIs} (${ratings.map(ratingWords).join(', ')})`;
}

function ratingWords({ dimension, from, to, nowLinked }: RatingChange): string {
  return `${dimension} ${from} → ${to}${nowLinked ? ': a link shows it now' : ''}`;
}
