import type { Problem } from '../core/problem.ts';
import type { ConnectedRepository } from '../github/repository.ts';
import type { Desk } from '../inbox/worker.ts';

/** The subject was written to in too many passes of late: a person, a program or we ourselves undo it each time. */
export class WritesTooOften extends Error {
  readonly at: Date;
  readonly problem: Problem;

  constructor(at: Date) {
    super('The subject was written to six times in ten minutes.');
    this.name = 'WritesTooOften';
    this.at = at;
    this.problem = {
      code: 'WRITES_TOO_OFTEN',
      message: this.message,
      found: `a seventh pass that would write, before ${at.toISOString()}`,
      expected: 'at most six passes in ten minutes that write to one subject',
      fix: 'Look for another program that changes the same labels or comment, and let one of the two go. The work goes on by itself when the time is over; in between, nothing is lost.',
    };
  }
}

/** Has the first write of a job claim its pass; a job that finds everything in order claims none. */
export function limitPasses(world: ConnectedRepository, desk: Desk): ConnectedRepository {
  const { write: carryOut } = world;
  let claim: Promise<Date | null> | null = null;
  return {
    ...world,
    async write(change) {
      claim ??= desk.claimWritingPass();
      const freeAt = await claim;
      if (freeAt !== null) throw new WritesTooOften(freeAt);
      return carryOut(change);
    },
  };
}
