import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createPacer } from '../../src/github/pacer.ts';

/** A clock that goes on only when somebody waits or works. */
function createClock() {
  let at = 0;
  const waits: number[] = [];
  return {
    waits,
    now: () => at,
    wait: async (milliseconds: number) => {
      waits.push(milliseconds);
      at += milliseconds;
    },
    work: async (milliseconds: number) => {
      at += milliseconds;
    },
  };
}

describe('createPacer', () => {
  it('lets the first write through at once and spaces the next from the end of the one before', async () => {
    const clock = createClock();
    const pace = createPacer(1_000, clock);
    const startedAt: number[] = [];
    const write = async () => {
      startedAt.push(clock.now());
      await clock.work(300);
    };
    await Promise.all([pace(write), pace(write), pace(write)]);
    expect(startedAt).toEqual([0, 1_300, 2_600]);
  });

  it('does not wait where enough time went by anyway', async () => {
    const clock = createClock();
    const pace = createPacer(1_000, clock);
    await pace(() => clock.work(10));
    await clock.work(5_000);
    await pace(() => clock.work(10));
    expect(clock.waits).toEqual([]);
  });

  it('keeps writes in line without an interval, and goes on after one that failed', async () => {
    const clock = createClock();
    const pace = createPacer(0, clock);
    const order: string[] = [];
    const failing = pace(async () => {
      await Promise.resolve();
      order.push('first');
      throw new Error('refused');
    });
    const next = pace(async () => order.push('second'));
    await expect(failing).rejects.toThrow('refused');
    await next;
    expect(order).toEqual(['first', 'second']);
    expect(clock.waits).toEqual([]);
  });

  it('lets no process end that still has to write', async () => {
    const pacer = new URL('../../src/github/pacer.ts', import.meta.url).href;
    const script = `import { createPacer } from '${pacer}';
const pace = createPacer(20);
await pace(async () => console.log('one'));
await pace(async () => console.log('two'));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
    expect(stdout).toBe('one\ntwo\n');
  });
});
