import { defineConfig } from 'vitest/config';

/** The tests that mutants are tried against: those of pure code and of the receiver, which need no process of their own. */
export default defineConfig({
  test: {
    include: ['test/{core,config,render,app,tasks}/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
