import { subscribe } from 'node:diagnostics_channel';
import type { Run } from './current-run.ts';

/**
 * Asks for the pull request of the event before the check itself is loaded: resolves when the question is on its way,
 * so that GitHub answers while the rest is loaded. The first who reads that pull request is given the answer, or its
 * fault; later ones ask anew.
 */
export async function askAhead(run: Run): Promise<Run> {
  const { inputs, world } = run;
  const { number } = inputs;
  if (number === null) return run;
  const isSent = new Promise<void>((resolve) => subscribe('undici:request:bodySent', () => resolve()));
  const answered = world.readPullRequest(number);
  await Promise.race([isSent, answered.catch(() => {})]);
  let first: typeof answered | null = answered;
  const readPullRequest: typeof world.readPullRequest = (wanted) => {
    const answer = wanted === number ? first : null;
    if (answer === null) return world.readPullRequest(wanted);
    first = null;
    return answer;
  };
  return { ...run, world: { ...world, readPullRequest } };
}
