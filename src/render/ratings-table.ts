import { type Dimension, dimensionNames, dimensions } from '../core/candidate.ts';
import type { Scored } from '../core/scoring/score-candidate.ts';
import { inert, table } from './markdown.ts';

/** The four ratings as given and as counted, and below them who gave what and why one counts less. */
export function renderRatings(scored: Scored): string {
  return [ratingsTable(scored), ratingNotes(scored)].filter((part) => part !== '').join('\n\n');
}

const columns = [
  { title: '', align: 'left' },
  { title: 'rated', align: 'center' },
  { title: 'counted', align: 'center' },
] as const;

/** Three columns, and what there is to say about them below: a fourth makes a telephone scroll sideways. */
function ratingsTable(scored: Scored): string {
  const rows = dimensions.map((dimension) => {
    const counted = scored.counted[dimension] ?? 0;
    return [
      dimensionNames[dimension],
      String(scored.claimed[dimension]),
      counted <= 2 ? `**${counted}**` : String(counted),
    ];
  });
  return table(columns, rows);
}

function ratingNotes(scored: Scored): string {
  return dimensions
    .flatMap((dimension) => {
      const notes = [evidenceNote(dimension, scored), ratersNote(dimension, scored)].filter(Boolean);
      return notes.length === 0 ? [] : [`- ${dimensionNames[dimension]}: ${notes.join('; ')}`];
    })
    .join('\n');
}

function evidenceNote(dimension: Dimension, { claimed, counted }: Scored): string {
  if (dimension !== 'evidence' || claimed.evidence === counted.evidence) return '';
  return `claimed ${claimed.evidence}, counted ${counted.evidence}: no link shows it`;
}

const namedRaters = 4;

/** Who gave what, as soon as there is more than one rater; many are shown by their spread. */
function ratersNote(dimension: Dimension, { given }: Scored): string {
  const raters = given[dimension];
  if (raters.length < 2) return '';
  if (raters.length <= namedRaters)
    return raters.map(({ by, rating }) => `${inert(by)} ${rating}`).join(', ');
  const ratings = raters.map(({ rating }) => rating);
  return `${raters.length} people, from ${Math.min(...ratings)} to ${Math.max(...ratings)}`;
}
