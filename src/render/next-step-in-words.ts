import { type Dimension, dimensions, type Rating, type Verdict } from '../core/candidate.ts';
import type { Constraint } from '../core/constraint.ts';
import { lowestDimensions, weakDimensions } from '../core/scoring/ratings.ts';
import type { Scored } from '../core/scoring/score-candidate.ts';
import { verdictOf } from '../core/scoring/verdict.ts';
import { listInWords } from './markdown.ts';
import type { Judged } from './verdict-in-words.ts';

/** The command that changes a rating: the author's own while they are the only rater, then a second opinion. */
export type RatingCommand = 'answer' | 'score' | 'settle';

/** What to do next about a complete candidate, with the line to paste (docs/scoring.md, "The verdict"). */
export function nextStepInWords(
  judged: Judged,
  primary: Constraint | null,
  ratingCommand: RatingCommand,
): string {
  const step = stepOf(judged, primary, (dimension, to) => lineOf(ratingCommand, judged, dimension, to));
  const waits = judged.verdict !== 'ready' && primary !== null && !judged.onPrimary;
  return waits ? `${step} It waits while ${primary} is the constraint.` : step;
}

function lineOf(command: RatingCommand, { claimed }: Judged, dimension: Dimension, to: Rating): string {
  if (command === 'answer') return `\`/answer ${dimension}: ${to}\``;
  if (command === 'score') return `\`/score ${dimension}=${to}\``;
  const ratings = dimensions.map((one) => (one === dimension ? to : claimed[one]));
  return `\`/settle ${ratings.join(' ')} because …\``;
}

type LineFor = (dimension: Dimension, to: Rating) => string;

function stepOf(judged: Judged, primary: Constraint | null, lineFor: LineFor): string {
  const { counted, verdict } = judged;
  switch (verdict) {
    case 'ready':
      return readyStep(judged, primary);
    case 'strengthen':
      return strengthenStep(judged, lineFor);
    case 'validate':
      return validateStep(judged, lineFor);
    case 'de-risk':
      return `Split it, spike it for half a day, or name the risk and what contains it; then ${lineFor('confidence', 3)}. ${becomes(judged, 'confidence', 3)}`;
    case 'not-now':
      return counted.timing <= 2
        ? `Say what would have to change for it to matter next; when it has, ${lineFor('timing', 3)}. ${becomes(judged, 'timing', 3)}`
        : `Say why it would matter, for revenue, retention, trust or delivery speed, with ${lineFor('impact', 3)}, or let it go. ${becomes(judged, 'impact', 3)}`;
    case 'rethink':
      return `Find the smallest ${testFor(judged)} that would settle ${listInWords(weakDimensions(counted))}, or close it.`;
  }
}

function readyStep({ onPrimary }: Judged, primary: Constraint | null): string {
  if (onPrimary) return 'Start it: `/first-move` marks it as the chosen move.';
  if (primary === null)
    return 'Declare the constraint in `.github/chokepoint.yml`; if it is this one, start it.';
  return 'Nothing to do until the constraint moves here: it keeps its place.';
}

const toFour: Readonly<Record<Dimension, string>> = {
  impact: 'show which revenue, retention, trust or delivery number it moves',
  evidence: 'add usage data, 20 interviews or a second, independent kind of repeated feedback',
  confidence: 'a half-day spike that answers the named risk',
  timing: 'say what it unlocks next',
};

function strengthenStep(judged: Judged, lineFor: LineFor): string {
  const lowest = lowestDimensions(judged.counted);
  const first = lowest[0] ?? 'impact';
  const start =
    lowest.length === 1 ? `Lowest: ${first}` : `Lowest: ${listInWords(lowest)}. Begin with ${first}`;
  const { counterfactual } = judged;
  const then =
    counterfactual === null ? '' : ` ${becomes(judged, counterfactual.dimension, counterfactual.to)}`;
  return `${start}: ${toFour[first]}; then ${lineFor(first, 4)}.${then}`;
}

function validateStep(judged: Judged, lineFor: LineFor): string {
  const { claimed, counted } = judged;
  if (claimed.evidence !== null && claimed.evidence > counted.evidence) {
    const linked = verdictOf({ ...counted, evidence: claimed.evidence });
    return `Link the support thread, the survey or the funnel: \`/answer links: https://…\`. Evidence then counts as ${claimed.evidence} and it becomes *${linked}*.`;
  }
  return `Run the cheapest test that reaches 3: five calls, or one pass through support, sales or survey notes for the same request. Link it with \`/answer links: https://…\`, then ${lineFor('evidence', 3)}. ${becomes(judged, 'evidence', 3)}`;
}

function becomes({ counted }: Judged, dimension: Dimension, to: Rating): string {
  const verdict: Verdict = verdictOf({ ...counted, [dimension]: to });
  return `With ${dimension} at ${to} it becomes *${verdict}*.`;
}

function testFor({ counted }: Judged): string {
  const weak = weakDimensions(counted);
  if (!weak.includes('confidence')) return 'test';
  return weak.includes('evidence') ? 'test or spike' : 'spike';
}

/** The command by which a rating is changed here: one's own answer, one opinion among several, or a settlement. */
export function ratingCommandOf({ given, settlement }: Pick<Scored, 'given' | 'settlement'>): RatingCommand {
  if (settlement !== null) return 'settle';
  return dimensions.some((dimension) => given[dimension].length > 1) ? 'score' : 'answer';
}
