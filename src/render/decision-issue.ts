import { toWords } from '../core/calendar.ts';
import { planDays } from '../core/plan/phase.ts';
import { isMinimumReached, type PaceOfPhase, type PlanRecord } from '../core/plan/review.ts';
import { latestReading } from '../core/plan/status.ts';
import { bodyUnits } from './body-room.ts';
import { type FilledIn, renderFilledIn } from './decision/filled-in.ts';
import { renderMerged, renderOutcomes, renderReadings } from './decision/parts.ts';
import { decisionMarker, renderRecord } from './decision/record.ts';
import { docsLink } from './docs-link.ts';
import { inert, table } from './markdown.ts';
import { columns, constraintName, percentOf } from './wording.ts';

export interface DecisionIssueInput {
  readonly record: PlanRecord;
  readonly pace: readonly PaceOfPhase[];
  /** The local day on which it is written, and day 90. */
  readonly today: string;
  readonly planEnds: string;
  readonly filled: FilledIn;
}

export interface RenderedDecision {
  readonly title: string;
  /** Markdown: the marker first, the record last. */
  readonly body: string;
}

/** The issue that asks for the decision, with all that speaks for one (docs/plan.md). The same data gives the same bytes. */
export function renderDecisionIssue(input: DecisionIssueInput): RenderedDecision {
  const room = bodyUnits - renderBody(input, 0).length;
  return { title: titleOf(input), body: renderBody(input, room / 2) };
}

/** With so many units for each of the two lists that grow: of merges, and of first moves. */
function renderBody(input: DecisionIssueInput, listUnits: number): string {
  const { record, pace, planEnds, filled } = input;
  return [
    decisionMarker(record.repository, record),
    statusLine(input),
    question(planEnds),
    '### Adoption',
    renderFilledIn('adoption', filled),
    '### Quality',
    qualityTable(pace),
    '### Speed',
    speedTable(pace),
    '### Support load',
    renderFilledIn('support-load', filled),
    '### Technical health',
    renderFilledIn('technical-health', filled),
    '### Readings',
    renderReadings(record),
    '### Merged on the constraint',
    renderMerged(record.merged, listUnits),
    '### Outcomes',
    renderOutcomes(record.moves, listUnits),
    `<sub>[How a decision is taken](${docsLink('plan')}) · a reading: \`/metric\` and the number · \`/help\`</sub>`,
    renderRecord(record),
  ].join('\n\n');
}

function titleOf({ record, planEnds }: DecisionIssueInput): string {
  return `Chokepoint: continue, refine or move? · ${constraintName(record.constraint)}, by ${toWords(planEnds)}`;
}

function statusLine({ record, today, planEnds }: DecisionIssueInput): string {
  const { metric, readings, constraint, since, because } = record;
  const latest = latestReading(readings, today);
  const begun = `**${constraintName(constraint)}** since ${toWords(since)}, ${planDays} days until ${toWords(planEnds)}`;
  const why = because === null ? '' : `, because: *${inert(because.trim().replace(/\.$/, ''))}*`;
  if (metric === null) return `${begun}${why}. No metric was declared, so nothing shows whether it moved.`;
  const unit = metric.unit === '' ? '' : ` ${inert(metric.unit, 20)}`;
  const now = latest === null ? '?' : String(latest.value);
  const reached = { true: 'reached', false: 'not reached', null: 'unknown: there is no reading' };
  const least = reached[`${isMinimumReached(metric, latest)}`];
  return `${begun}${why}.\n\n${inert(metric.name)}: ${metric.baseline} → **${now}** → ${metric.target}${unit}. The least that justifies going on, ${metric.minimum}${unit}: **${least}**.`;
}

function question(planEnds: string): string {
  return [
    `### Continue, refine or move? To be answered by ${toWords(planEnds)}`,
    'A maintainer answers in a comment, with one of these and the reason:',
    '```\n/decide continue because …\n/decide refine because …\n/decide move because …\n```',
    [
      '- **continue**: it moves; another plan on the same constraint, to the same target where that still lies ahead',
      '- **refine**: the constraint is right, the way was not; the plan starts anew, with another target',
      '- **move**: something else holds the product back now; a new diagnosis says what',
    ].join('\n'),
  ].join('\n\n');
}

function qualityTable(pace: readonly PaceOfPhase[]): string {
  return table(
    columns(['phase'], ['merges', 'of them fixes', 'share']),
    pace.map(({ phase, merges, fixes }) => [
      phase,
      String(merges),
      String(fixes),
      merges === 0 ? '–' : percentOf(fixes, merges),
    ]),
  );
}

function speedTable(pace: readonly PaceOfPhase[]): string {
  return table(
    columns(['phase'], ['merges', 'median from opened to merged']),
    pace.map(({ phase, merges, medianLeadHours }) => [phase, String(merges), leadWords(medianLeadHours)]),
  );
}

function leadWords(hours: number | null): string {
  if (hours === null) return '–';
  return hours < 48 ? `${Math.round(hours)} h` : `${Math.round(hours / 24)} days`;
}
