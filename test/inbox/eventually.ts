import { expect } from 'vitest';

/** Asks again until the expectation holds; a busy machine gets ten seconds. */
export function eventually<Value>(probe: () => Value) {
  return expect.poll(probe, { timeout: 10_000 });
}
