import type { Problem } from '../core/problem.ts';

/** A command cannot do its work; `problems` say why, each with a way out. It ends with exit code 2. */
export class CannotRun extends Error {
  readonly problems: readonly Problem[];

  constructor(...problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join(' '));
    this.name = 'CannotRun';
    this.problems = problems;
  }
}
