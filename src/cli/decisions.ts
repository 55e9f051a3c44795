import { latestReading } from '../core/plan/status.ts';
import { readRecord } from '../render/decision/record.ts';
import { toOneLine } from '../render/markdown.ts';
import { constraintName } from '../render/wording.ts';
import { type FirstMoveRead, movesSince, readFirstMoves } from '../tasks/read-first-moves.ts';
import { inOrder } from '../tasks/read-readings.ts';
import { type ReviewThread, readReviews } from '../tasks/read-reviews.ts';
import { readRules } from '../tasks/read-rules.ts';
import { connect, inPlaceOf } from './connect.ts';
import { readRepositoryName } from './read-reference.ts';
import type { DecisionJson } from './shapes/plan.ts';
import { type ExitCode, printBlocks, printJson, type Terminal } from './terminal.ts';

export interface DecisionsOptions {
  /** `owner/repo`. */
  readonly repository: string;
  /** The account that posts decision issues, where that is neither the token's own nor the workflow's. */
  readonly by?: string | undefined;
  readonly json?: boolean | undefined;
}

/**
 * Lists the decisions of a repository, newest first, with what was predicted, the readings and the outcomes: the
 * decision issues and the comments under them and under the first moves are the record (docs/plan.md).
 */
export async function decisions(terminal: Terminal, options: DecisionsOptions): Promise<ExitCode> {
  const repository = readRepositoryName(options.repository);
  const world = connect(terminal, repository);
  const { policy } = await readRules(world, repository);
  const writers = [...inPlaceOf, ...(options.by === undefined ? [] : [options.by])];
  const { threads } = await readReviews(world, repository, policy, writers);
  const moves = threads.length === 0 ? [] : await readFirstMoves(world, policy);
  const listed = threads.map((review, index) => {
    return toJson(review, threads[index - 1]?.declaration.since ?? null, moves);
  });
  if (options.json) printJson(terminal, listed);
  else printBlocks(terminal, listed.length === 0 ? ['No decision was asked for yet.'] : listed.map(inWords));
  return 0;
}

/** `until` is the day from which the declaration after this one counts. */
function toJson(
  { thread, declaration, decision, readings }: ReviewThread,
  until: string | null,
  moves: readonly FirstMoveRead[],
): DecisionJson {
  const { constraint, since } = declaration;
  const kept = readRecord(thread.issue.body);
  const own = movesSince(moves, constraint, since).filter(({ closedDay }) => {
    return until === null || (closedDay !== null && closedDay < until);
  });
  const latest = latestReading(inOrder(readings, kept?.readings), until ?? '9999-12-31');
  return {
    number: thread.issue.number,
    constraint,
    since,
    because: kept?.because ?? null,
    metric: kept?.metric ?? null,
    latest,
    readings: [...(kept?.readings ?? [])],
    merged: [...(kept?.merged ?? [])],
    mergedTotal: kept?.mergedTotal ?? 0,
    firstMoves: own.map(({ number, title, predictedImpact, metric, outcome, because }) => {
      return { number, title, predictedImpact, predicted: metric, outcome, because };
    }),
    decision: decision?.decision ?? null,
    decidedBy: decision?.by ?? null,
    decidedAt: decision?.at ?? null,
    decidedBecause: decision?.because ?? null,
  };
}

function inWords(listed: DecisionJson): string {
  const { number, constraint, since, decision, decidedBy, decidedBecause, mergedTotal, firstMoves } = listed;
  const taken =
    decision === null
      ? 'not decided yet'
      : `${decision}, by ${decidedBy}: ${toOneLine(decidedBecause ?? '')}`;
  return [
    `#${number} ${constraintName(constraint)} since ${since}: ${taken}`,
    `  ${metricInWords(listed)}`,
    `  merged on the constraint: ${mergedTotal}`,
    ...firstMoves.map(moveInWords),
  ].join('\n');
}

function metricInWords({ metric, latest }: DecisionJson): string {
  if (metric === null) return 'no metric was declared';
  const { name, baseline, target, minimum, unit } = metric;
  const now = latest === null ? 'no reading' : `${latest.value} on ${latest.day}`;
  return toOneLine(`${name}: ${baseline} to ${target} ${unit}, at least ${minimum}; ${now}`);
}

function moveInWords({
  number,
  title,
  predictedImpact,
  outcome,
  because,
}: DecisionJson['firstMoves'][number]): string {
  const predicted = predictedImpact === null ? 'no prediction' : `predicted impact ${predictedImpact} of 5`;
  const did = outcome === null ? 'outcome not told' : `${outcome}, ${toOneLine(because ?? '')}`;
  return `  first move #${number} ${toOneLine(title)}: ${predicted}; ${did}`;
}
