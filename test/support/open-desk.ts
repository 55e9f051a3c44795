import type { Desk } from '../../src/inbox/worker.ts';

/** A desk without a store: everybody may write at once, and nothing is scheduled. */
export const openDesk: Desk = {
  claimWritingPass: async () => null,
  alone: (_number, _milliseconds, work) => work(),
  arrange: async () => {},
  retryLaidAside: async () => 0,
};
