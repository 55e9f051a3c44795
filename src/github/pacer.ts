/** Lets writes through one at a time, each at least the interval after the one before (docs/security.md). */
export type Pace = <Value>(write: () => Promise<Value>) => Promise<Value>;

/**
 * @param intervalMilliseconds GitHub asks for 1,000 between writes; 0 only keeps them in line.
 * @param wait how to wait, given by whoever owns the clock.
 */
export function createPacer(
  intervalMilliseconds: number,
  wait: (milliseconds: number) => Promise<void> = defaultWait,
): Pace {
  let last: Promise<void> = Promise.resolve();
  return (write) => {
    const turn = last.then(write);
    const after = () => (intervalMilliseconds > 0 ? wait(intervalMilliseconds) : undefined);
    last = turn.then(after, after);
    return turn;
  };
}

function defaultWait(milliseconds: number): Promise<void> {
  // The timer must not keep a finished process alive only to space out writes that never come.
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
