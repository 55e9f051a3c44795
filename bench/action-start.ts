/** The Action from the start of its process to its end, beside a Node script that does nothing. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from '../demo/story.ts';
import { pullRequestEvent } from '../test/support/action-events.ts';
import { runAction, runNode } from '../test/support/run-action.ts';
import { type Row, toRatio } from './table.ts';
import { startWorld } from './world.ts';

/** Each run checks a pull request of its own, so that each publishes a conclusion. */
export async function benchActionStart(form: string, runs: number): Promise<readonly Row[]> {
  const github = await startWorld(form, 1);
  const folder = await mkdtemp(join(tmpdir(), 'chokepoint-bench-'));
  try {
    const emptyScript = join(folder, 'empty.mjs');
    await writeFile(emptyScript, '');
    const action: number[] = [];
    const empty: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const wanted = { repository, login: 'ben', title: `Change ${run}`, branch: `change-${run}` };
      const number = await github.openPullRequest({ ...wanted, files: [`app/${run}.ts`] });
      const event = await pullRequestEvent(github, repository, number);
      const checked = await runAction({ github, ...event, env: withoutPause });
      if (checked.exitCode !== 0) throw new Error(`The Action failed:\n${checked.stdout}${checked.stderr}`);
      action.push(checked.elapsedMilliseconds);
      empty.push((await runNode(emptyScript, folder, {})).elapsedMilliseconds);
    }
    const milliseconds = { action: median(action), empty: median(empty) };
    const ratio = toRatio(milliseconds.action, milliseconds.empty);
    return [
      {
        figure: `start an empty Node script (median of ${runs})`,
        value: show(milliseconds.empty),
        ratio: '1',
      },
      { figure: '  the Action, to its conclusion', value: show(milliseconds.action), ratio },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
    await github.close();
  }
}

const withoutPause = { CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS: '0' };

function show(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
