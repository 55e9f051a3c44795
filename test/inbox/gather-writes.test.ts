import { describe, expect, it } from 'vitest';
import { gatherWrites } from '../../src/inbox/gather-writes.ts';
import { eventually } from './eventually.ts';

function recordingWrites() {
  const writes: { rows: readonly number[]; settle: PromiseWithResolvers<void> }[] = [];
  const write = (rows: readonly number[]) => {
    const settle = Promise.withResolvers<void>();
    writes.push({ rows, settle });
    return settle.promise;
  };
  return { writes, write };
}

type Writes = ReturnType<typeof recordingWrites>['writes'];

async function expectWrites(writes: Writes, rows: readonly (readonly number[])[]): Promise<void> {
  await eventually(() => writes.map((written) => written.rows)).toEqual(rows);
}

describe('gathered writes', () => {
  it('put together what arrives in one turn, and what arrives while a batch is written', async () => {
    const { writes, write } = recordingWrites();
    const store = gatherWrites(write, 60_000);
    const first = [store([1]), store([2])];
    await expectWrites(writes, [[1, 2]]);
    const second = [store([3, 4]), store([5])];
    writes[0]?.settle.resolve();
    await Promise.all(first);
    await expectWrites(writes, [
      [1, 2],
      [3, 4, 5],
    ]);
    writes[1]?.settle.resolve();
    await Promise.all(second);
  });

  it('fail for the rows of the batch that failed and for no others', async () => {
    const { writes, write } = recordingWrites();
    const store = gatherWrites(write, 60_000);
    const first = store([1]);
    await expectWrites(writes, [[1]]);
    const second = store([2]);
    writes[0]?.settle.reject(new Error('disk full'));
    await expect(first).rejects.toThrow('disk full');
    await expectWrites(writes, [[1], [2]]);
    writes[1]?.settle.resolve();
    await expect(second).resolves.toBeUndefined();
  });

  it('go on past a batch that is stuck', async () => {
    const { writes, write } = recordingWrites();
    const store = gatherWrites(write, 5);
    void store([1]);
    await expectWrites(writes, [[1]]);
    const second = store([2]);
    await expectWrites(writes, [[1], [2]]);
    writes[1]?.settle.resolve();
    await expect(second).resolves.toBeUndefined();
  });
});
