import { readConfig } from '../../src/config/read-config.ts';
import type { CommandOutcome } from '../../src/core/commands/candidate-state.ts';
import type { Problem } from '../../src/core/problem.ts';

/** What escaping lengthens most: one sign becomes six. */
export function signs(count: number): string {
  return '|'.repeat(count);
}

/** As many as a config may have by its 64 KiB, each of them of a key that escaping lengthens most. */
export function configProblems(): readonly Problem[] {
  const keys = Array.from({ length: 900 }, (_, index) => `? "${signs(60)}${index}"\n: 1\n`);
  const read = readConfig(keys.join('').slice(0, 65_000), 'acme/shop');
  if (read.ok) throw new Error('The config is fine.');
  return read.problems;
}

/** Problems of which every part is longer than what is shown of it. */
export function longProblems(count: number): readonly Problem[] {
  const text = signs(1_000);
  const at = { file: text, line: 1, column: 1 };
  return Array.from({ length: count }, () => {
    return { code: 'CONFIG_UNKNOWN_KEY', message: text, found: text, expected: text, fix: text, at };
  });
}

/** Refused commands of as many people, in words that escaping lengthens most. */
export function refusals(count: number): readonly CommandOutcome[] {
  return longProblems(count).map((problem, index) => {
    const by = `${signs(39)}${index}`;
    return { by, at: '2026-11-03T00:00:00Z', commentId: index, command: 'score', problem };
  });
}
