/** The Action from the start of its process to its end, beside scripts that do nothing. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { repository } from '../demo/story.ts';
import { bundleFormat } from '../scripts/bundle.ts';
import type { EmbeddedGitHub } from '../test/embedded-github/start.ts';
import { pullRequestEvent } from '../test/support/action-events.ts';
import { runAction, runNode } from '../test/support/run-action.ts';
import { median } from './median.ts';
import { type Row, toRatio } from './table.ts';
import { watchAnswers } from './watch-answers.ts';
import { startWorld } from './world.ts';

/** About what GitHub takes for an answer; the embedded one takes a few milliseconds. */
const slowAnswerMilliseconds = 100;

/** One run of everything after the other, so that a busy moment of the machine meets all of them. */
export async function benchActionStart(form: string, runs: number): Promise<readonly Row[]> {
  const near = await startWorld(form, 1);
  const far = await startWorld(form, 1);
  far.inject({ times: Number.POSITIVE_INFINITY, delayMilliseconds: slowAnswerMilliseconds });
  const folder = await mkdtemp(join(tmpdir(), 'chokepoint-bench-'));
  try {
    const empty = join(folder, 'empty.mjs');
    await writeFile(empty, '');
    const stock = await bundleStock(folder);
    const took: Record<'empty' | 'stock' | 'idle', number[]> = { empty: [], stock: [], idle: [] };
    const checks: Record<'near' | 'far', Check[]> = { near: [], far: [] };
    for (let run = 0; run < runs; run += 1) {
      took.empty.push((await runNode(empty, folder, {})).elapsedMilliseconds);
      took.stock.push((await runNode(stock, folder, {})).elapsedMilliseconds);
      took.idle.push(await runIdle(near));
      checks.near.push(await runCheck(near, run));
      checks.far.push(await runCheck(far, run));
    }
    const start = median(took.empty);
    const show = (figure: string, milliseconds: number): Row => ({
      figure,
      value: `${milliseconds.toFixed(1)} ms`,
      ratio: toRatio(milliseconds, start),
    });
    return [
      show(`start an empty Node script (median of ${runs})`, start),
      show('  a bundle that loads @actions/core and @octokit/rest', median(took.stock)),
      show('  the Action, for an event that needs nothing done', median(took.idle)),
      ...toRows('  the Action, a pull request to its conclusion', checks.near, show),
      ...toRows(`  the same, each answer after ${slowAnswerMilliseconds} ms more`, checks.far, show),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
    await Promise.all([near.close(), far.close()]);
  }
}

/** Milliseconds of one check. */
interface Check {
  readonly whole: number;
  readonly untilAsked: number;
  readonly answering: number;
  readonly ending: number;
}

function toRows(figure: string, checks: readonly Check[], show: (figure: string, at: number) => Row) {
  const of = (part: (check: Check) => number) => median(checks.map(part));
  return [
    show(
      figure,
      of(({ whole }) => whole),
    ),
    show(
      '    loading, reading the event, until the first question',
      of(({ untilAsked }) => untilAsked),
    ),
    show(
      '    GitHub answers',
      of(({ answering }) => answering),
    ),
    show(
      '    reading config and answer, deciding, wording',
      of(({ whole, untilAsked, answering, ending }) => whole - untilAsked - answering - ending),
    ),
    show(
      '    outputs, job summary, end of the process',
      of(({ ending }) => ending),
    ),
    show(
      '    all but the answers',
      of(({ whole, answering }) => whole - answering),
    ),
  ];
}

/** Each run checks a pull request of its own, so that each publishes a conclusion. */
async function runCheck(github: EmbeddedGitHub, run: number): Promise<Check> {
  const wanted = { repository, login: 'ben', title: `Change ${run}`, branch: `change-${run}` };
  const number = await github.openPullRequest({ ...wanted, files: [`app/${run}.ts`] });
  const event = await pullRequestEvent(github, repository, number);
  const { value, untilAsked, answering, untilAnswered } = await watchAnswers(() =>
    runAction({ github, ...event, env: withoutPause }),
  );
  const { exitCode, summary, stdout, stderr, elapsedMilliseconds: whole } = value;
  // Without a declared constraint little is done, and the figures would be those of something else.
  if (exitCode !== 0 || !summary.includes('### Chokepoint: warning'))
    throw new Error(`The Action warned of nothing:\n${summary}${stdout}${stderr}`);
  return { whole, untilAsked, answering, ending: whole - untilAnswered };
}

async function runIdle(github: EmbeddedGitHub): Promise<number> {
  const payload = { repository: { full_name: repository } };
  const { exitCode, elapsedMilliseconds } = await runAction({ github, event: 'push', payload });
  if (exitCode !== 0) throw new Error('The Action failed for a push');
  return elapsedMilliseconds;
}

async function bundleStock(folder: string): Promise<string> {
  const build = await rolldown({
    input: { stock: fileURLToPath(new URL('stock-start.ts', import.meta.url)) },
    platform: 'node',
  });
  await build.write({ ...bundleFormat, dir: folder });
  await build.close();
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  return join(folder, 'stock.js');
}

const withoutPause = { CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS: '0' };
