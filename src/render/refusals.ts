import type { CommandOutcome } from '../core/commands/candidate-state.ts';
import { inert, inertWithCode } from './markdown.ts';

const shownRefusals = 3;

/**
 * One line for each refused or malformed command that its writer has not put right since, the newest last; more than
 * three are counted. Empty when there are none.
 */
export function renderRefusals(outcomes: readonly CommandOutcome[]): string {
  const latest = new Map<string, CommandOutcome>();
  for (const outcome of outcomes) {
    const key = `${outcome.by.toLowerCase()} ${outcome.command} ${outcome.field ?? ''}`;
    latest.delete(key);
    latest.set(key, outcome);
  }
  const lines = [...latest.values()].flatMap(({ by, problem }) =>
    problem === null
      ? []
      : [`- ${inert(by)}: ${inertWithCode(problem.message)} ${inertWithCode(problem.fix)}`],
  );
  const earlier = lines.length - shownRefusals;
  return [...(earlier > 0 ? [`- (${earlier} earlier)`] : []), ...lines.slice(-shownRefusals)].join('\n');
}
