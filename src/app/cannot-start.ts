import type { Problem } from '../core/problem.ts';

/** The App cannot start; `problems` say why, each with a way out. */
export class CannotStart extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join(' '));
    this.name = 'CannotStart';
    this.problems = problems;
  }
}
