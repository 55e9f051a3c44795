/**
 * `npm run fuzz`: gives every reader of foreign text inputs made of chance. `-- --reader config --runs 1000000
 * --seconds 3600 --seed 7` choose what, how many, how long and which; a run that was stopped goes on with the
 * `--from` it printed last. Exit 1 when anything happened that must not: a crash, a read of a prototype, a read
 * over 50 ms, an effect of foreign text, or a value that was not written.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Trial } from './reader.ts';
import { readers } from './readers.ts';

const { values } = parseArgs({
  options: {
    reader: { type: 'string', default: 'all' },
    runs: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '3600' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_007) },
    from: { type: 'string', default: '0' },
  },
});
const [runs, seconds, seed, from] = [values.runs, values.seconds, values.seed, values.from].map(Number);
const chosen = readers.filter(({ name }) => values.reader === 'all' || name === values.reader);
if (chosen.length === 0) {
  process.stderr.write(`--reader is all or one of ${readers.map(({ name }) => name).join(', ')}.\n`);
  process.exitCode = 2;
}

const batchSize = 1_000;
const slowMilliseconds = 50;
const violationsShown = 3;

process.stdout.write(`seed ${seed}\n`);
for (const { name, trials } of chosen) {
  const started = performance.now();
  const counts = new Map<string, number>();
  let [read, violations, slowest] = [0, 0, 0];
  for (let batch = from ?? 0; batch * batchSize < (runs ?? 0); batch += 1) {
    if (performance.now() - started > (seconds ?? 0) * 1_000) {
      process.stdout.write(`${name}: time is over, go on with --seed ${seed} --from ${batch}\n`);
      break;
    }
    for (const trial of trials(Math.min(batchSize, (runs ?? 0) - batch * batchSize), (seed ?? 0) + batch)) {
      const finding = trial.run();
      const milliseconds = finding.milliseconds > slowMilliseconds ? fastest(trial) : finding.milliseconds;
      slowest = Math.max(slowest, milliseconds);
      read += 1;
      const violation =
        finding.violation ?? (milliseconds > slowMilliseconds ? `took ${milliseconds.toFixed(0)} ms` : null);
      const outcome = violation === null ? finding.outcome : 'VIOLATION';
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      if (violation === null) continue;
      violations += 1;
      if (violations <= violationsShown)
        process.stdout.write(`  ${name}, batch ${batch}: ${violation}\n    ${trial.show()}\n`);
    }
  }
  const took = (performance.now() - started) / 1_000;
  const outcomes = [...counts].map(([outcome, count]) => `${outcome} ${((100 * count) / read).toFixed(2)} %`);
  process.stdout.write(
    `${name}: ${read} inputs in ${took.toFixed(0)} s, slowest ${slowest.toFixed(1)} ms, violations ${violations} (${outcomes.join(', ')})\n`,
  );
  if (violations > 0) process.exitCode = 1;
}

/** Of three more tries: a machine that is busy is slow once, a text that is slow is slow each time. */
function fastest(trial: Trial): number {
  return Math.min(...[1, 2, 3].map(() => trial.run().milliseconds));
}
