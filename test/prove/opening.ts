/** How fast the App is there, and how fast a second one on the same folder says that it cannot be. */
import { once } from 'node:events';
import { startAppProgram } from './app-program.ts';
import { startWorld } from './candidates.ts';

/** Milliseconds from the start of the process to its first webhook, on an embedded store that exists. */
export async function measureStarts(folder: string, starts: number) {
  const github = await startWorld();
  const milliseconds: number[] = [];
  // The first start makes the store.
  for (let start = 0; start <= starts; start += 1) {
    const startedAt = performance.now();
    const app = startAppProgram({ github, env: { CHOKEPOINT_DATA: folder } });
    await app.ready;
    if (start > 0) milliseconds.push(performance.now() - startedAt);
    await app.kill();
  }
  await github.close();
  return summarise(milliseconds);
}

/** Milliseconds until a second process on a held folder has ended with exit code 2. */
export async function measureSecondOpeners(folder: string, times: number) {
  const github = await startWorld();
  const env = { CHOKEPOINT_DATA: folder };
  const holder = startAppProgram({ github, env });
  await holder.ready;
  const milliseconds: number[] = [];
  let refused = 0;
  for (let time = 0; time < times; time += 1) {
    const startedAt = performance.now();
    const second = startAppProgram({ github, env, isQuiet: true });
    const [code] = await once(second.child, 'exit');
    milliseconds.push(performance.now() - startedAt);
    if (code === 2) refused += 1;
  }
  await holder.kill();
  await github.close();
  return { refused, ...summarise(milliseconds) };
}

function summarise(milliseconds: readonly number[]) {
  const sorted = milliseconds.toSorted((one, other) => one - other);
  return {
    median: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0),
    most: Math.round(sorted.at(-1) ?? 0),
    overTwoSeconds: sorted.filter((one) => one > 2_000).length,
    overFourSeconds: sorted.filter((one) => one > 4_000).length,
  };
}
