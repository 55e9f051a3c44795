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
