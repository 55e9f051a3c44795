import type { Constraint } from '../core/constraint.ts';
import { decidingRule, type Standing } from '../core/scoring/order.ts';
import type { Ranked } from '../core/scoring/rank.ts';
import { scoreOf } from '../core/scoring/score.ts';
import type { Scored } from '../core/scoring/score-candidate.ts';
import { askFor } from '../render/ask-in-words.ts';
import { listInWords, toOneLine } from '../render/markdown.ts';
import { nextStepInWords, type RatingCommand } from '../render/next-step-in-words.ts';
import { explainOrder, oddNeighbour, rankInWords } from '../render/order-in-words.ts';
import { toJudged, verdictSentence } from '../render/verdict-in-words.ts';
import { candidateInWords, withoutEmphasis } from './candidate-in-words.ts';
import type { NamedCandidate } from './print-ranking.ts';
import type { ExplainJson } from './shapes/candidate.ts';

type RankedCandidate = Ranked<NamedCandidate>;

/** A candidate with all that its verdict and its rank follow from. */
export interface Explanation extends Pick<NamedCandidate, 'repository' | 'number' | 'title'> {
  readonly scored: Scored;
  readonly primary: Constraint | null;
  readonly ratingCommand: RatingCommand;
  /** Its place with its neighbours; `null` while it is incomplete. */
  readonly place: {
    readonly own: RankedCandidate;
    readonly above: RankedCandidate | null;
    readonly below: RankedCandidate | null;
  } | null;
  /** How many candidates are ranked. */
  readonly of: number;
  /** Further repositories, which the weekly summary ranks together with this one. */
  readonly others: readonly string[];
}

/** The explanation as blocks of plain text. */
export function explanationInWords(explanation: Explanation): readonly string[] {
  const { repository, number, title, scored, primary, ratingCommand, place, of, others } = explanation;
  const rank = place === null ? '' : `${rankInWords(place.own)} of ${of}: `;
  return [
    `${rank}${repository}#${number} ${toOneLine(title)}`,
    ...candidateInWords(scored, primary, ratingCommand),
    place === null ? askedNext(scored) : orderInWords(place),
    counterfactualInWords(scored),
    others.length === 0
      ? ''
      : `This is its place in ${repository}; the weekly summary ranks that together with ${listInWords(others)}.`,
  ];
}

/** The explanation as `--json` prints it. */
export function toExplainJson(explanation: Explanation): ExplainJson {
  const { repository, number, title, scored, primary, ratingCommand, place, of } = explanation;
  const { constraint, onPrimary, claimed, counted, score, verdict, flags, counterfactual, missing } = scored;
  const judged = toJudged(scored);
  const next = judged === null ? askedNext(scored) : nextStepInWords(judged, primary, ratingCommand);
  return {
    repository,
    number,
    title,
    constraint,
    onPrimary,
    claimed,
    counted,
    score,
    verdict,
    because: judged === null ? null : withoutEmphasis(verdictSentence(judged)),
    flags: [...flags],
    counterfactual,
    place: place === null ? null : toPlaceJson(place, of),
    missing: [...missing],
    next: withoutEmphasis(next),
  };
}

type Place = NonNullable<Explanation['place']>;

function toPlaceJson({ own, above, below }: Place, of: number): NonNullable<ExplainJson['place']> {
  const { rank, best, worst } = own;
  return {
    rank,
    best,
    worst,
    of,
    above: above === null ? null : toNeighbourJson(above, above.standing, own.standing),
    below: below === null ? null : toNeighbourJson(below, own.standing, below.standing),
  };
}

function toNeighbourJson({ item, standing }: RankedCandidate, before: Standing, after: Standing) {
  return {
    number: item.number,
    title: item.title,
    score: scoreOf(item.counted),
    verdict: standing.verdict,
    rule: decidingRule(before, after),
    because: reasonFor(before, after),
  };
}

function orderInWords({ own, above, below }: Place): string {
  const lines = [
    above === null
      ? 'Nothing stands above it.'
      : `Above it stands ${nameOf(above)}: ${reasonFor(above.standing, own.standing)}.`,
    below === null
      ? 'Nothing stands below it.'
      : `It stands above ${nameOf(below)}: ${reasonFor(own.standing, below.standing)}.`,
    rangeInWords(own),
  ];
  return lines.join('\n');
}

function rangeInWords({ best, worst }: RankedCandidate): string {
  return best === worst
    ? 'No single step of one of its own ratings would move it.'
    : `A single step of one of its own ratings would move it to between #${best} and #${worst}.`;
}

function nameOf({ rank, item }: RankedCandidate): string {
  return `#${rank}, ${item.repository}#${item.number} ${toOneLine(item.title)}`;
}

function reasonFor(before: Standing, after: Standing): string {
  return toOneLine(oddNeighbour(before, after) ?? explainOrder(before, after));
}

function counterfactualInWords({ counterfactual, verdict }: Scored): string {
  if (verdict === 'incomplete') return '';
  if (counterfactual === null) return 'No single step up of one rating leads to a better verdict.';
  const { dimension, to, verdict: reached } = counterfactual;
  return `With ${dimension} counted ${to} it would be ${reached}.`;
}

/** The one answer that is asked for next, with the line to write under the issue. */
function askedNext({ missing }: Scored): string {
  const [first] = missing;
  if (first === undefined) return '';
  const { question, hint } = askFor(first);
  return ['Asked next:', question, hint, `Answer with \`/answer ${first}: …\`.`]
    .filter((part) => part !== '')
    .join(' ');
}
