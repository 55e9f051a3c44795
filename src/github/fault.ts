import type { Problem } from '../core/problem.ts';
import type { Fault } from '../tasks/ports/fault.ts';

/** What GitHub refused or failed to do, told once, with what may be done about it. */
export class GitHubFault extends Error implements Fault {
  readonly problem: Problem;
  readonly retry: Fault['retry'];
  /** Known where `retry` is `later`. */
  readonly retryAt: Date | null;
  /** GitHub named that time; one it did not name grows each time. */
  readonly isTimeNamed: boolean;

  constructor(problem: Problem, retry: Fault['retry'], retryAt: Date | null = null, isTimeNamed = true) {
    super(`${problem.code}: ${problem.message}`);
    this.name = 'GitHubFault';
    this.problem = problem;
    this.retry = retry;
    this.retryAt = retryAt;
    this.isTimeNamed = isTimeNamed;
  }
}

/** GitHub allows no more until `retryAt`, which it named itself or which is only a first try. */
export function rateLimited(found: string, retryAt: Date, isTimeNamed: boolean): GitHubFault {
  const message = "GitHub's rate limit is reached.";
  const fix = `Wait until ${retryAt.toISOString()}; the work goes on by itself then.`;
  return new GitHubFault({ code: 'GITHUB_RATE_LIMIT', message, found, fix }, 'later', retryAt, isTimeNamed);
}

export function notFound(found: string): GitHubFault {
  const message = 'Not found or not readable.';
  const fix = 'Check the name and the number, and that the token may read the repository.';
  return new GitHubFault({ code: 'GITHUB_NOT_FOUND', message, found, fix }, 'never');
}

/** What was asked for; `null` where GitHub refuses it with the Problem `code`. Rejects with every other fault. */
export async function orNull<Answer>(
  asking: Promise<Answer>,
  code = 'GITHUB_NOT_FOUND',
): Promise<Answer | null> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof GitHubFault && error.problem.code === code) return null;
    throw error;
  }
}
