import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runSoak } from './soak-run.ts';

it(
  'a soak loses nothing and does nothing twice, in which a tenth of everything fails',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chokepoint-'));
    const { tally, acts, laidAside, exitCode } = await runSoak({
      env: { CHOKEPOINT_DATA: folder },
      seconds: 20,
      actsPerMinute: 90,
      faultShare: 0.1,
      // Above six writing passes in ten minutes a candidate waits for their end.
      restMilliseconds: 6_000,
      sampleMilliseconds: 2_000,
      random: Math.random,
    });
    rmSync(folder, { recursive: true });
    expect([tally.lost, tally.doubled, laidAside, exitCode]).toEqual([[], [], 0, 0]);
    expect(acts).toBe(30);
  },
  15 * 60_000,
);
