import type { Problem } from '../core/problem.ts';

/** What GitHub refused or failed to do, told once, with what may be done about it. */
export class GitHubFault extends Error {
  readonly problem: Problem;
  /** `later`: try again at `retryAt`; `never`: trying again cannot help; `again`: it may pass by itself. */
  readonly retry: 'later' | 'never' | 'again';
  readonly retryAt: Date | null;
  /** GitHub named that time; one it did not name grows each time. */
  readonly isTimeNamed: boolean;

  constructor(
    problem: Problem,
    retry: 'later' | 'never' | 'again',
    retryAt: Date | null = null,
    isTimeNamed = true,
  ) {
    super(`${problem.code}: ${problem.message}`);
    this.name = 'GitHubFault';
    this.problem = problem;
    this.retry = retry;
    this.retryAt = retryAt;
    this.isTimeNamed = isTimeNamed;
  }
}
