import type { Clock } from '../tasks/ports/clock.ts';

/** The clock by which GitHub counts what one account writes. */
export const realClock: Clock = {
  now: () => Date.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
