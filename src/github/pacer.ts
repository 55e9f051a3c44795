import { realClock } from './real-clock.ts';

/** Lets writes through one at a time, each at least the interval after the one before (docs/security.md). */
export type Pace = <Value>(write: () => Promise<Value>) => Promise<Value>;

export interface Pacing {
  /** Milliseconds on a clock that only goes on. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * @param intervalMilliseconds GitHub asks for 1,000 between writes; 0 only keeps them in line.
 */
export function createPacer(intervalMilliseconds: number, { now, wait }: Pacing = realTime): Pace {
  let last: Promise<unknown> = Promise.resolve();
  let endedAt = Number.NEGATIVE_INFINITY;
  return (write) => {
    const turn = last.then(async () => {
      // Waited for before a write and never after one: nothing keeps a finished process alive, and nothing
      // lets one end that still has to write.
      const left = endedAt + intervalMilliseconds - now();
      if (left > 0) await wait(left);
      try {
        return await write();
      } finally {
        endedAt = now();
      }
    });
    last = turn.catch(() => undefined);
    return turn;
  };
}

const realTime: Pacing = {
  now: () => performance.now(),
  wait: realClock.wait,
};
