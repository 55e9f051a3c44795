import { expect, it } from 'vitest';
import { createWriteBudget } from '../../src/tasks/write-budget.ts';

function clockAt(start: number) {
  let now = start;
  return {
    now: () => now,
    wait: async (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

it('lets 80 writes through at once and the next when a minute has passed since the first', async () => {
  const clock = clockAt(0);
  const budget = createWriteBudget(clock);
  for (let count = 0; count < 80; count += 1) await budget.take(1);
  expect(clock.now()).toBe(0);
  await budget.take(1);
  expect(clock.now()).toBe(60_000);
});

it('never lets more than 80 through in any minute, nor more than 500 in an hour', async () => {
  const clock = clockAt(0);
  const budget = createWriteBudget(clock);
  const at: number[] = [];
  while (await budget.take(3)) at.push(clock.now(), clock.now(), clock.now());
  expect(at).toHaveLength(498);
  for (const moment of at) {
    expect(at.filter((one) => one > moment - 60_000 && one <= moment).length).toBeLessThanOrEqual(80);
  }
  await clock.wait(3_600_000);
  expect(await budget.take(3)).toBe(true);
});
