import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { filedCandidates } from '../core/form/hostile-candidates.ts';
import { type Judgement, judgeReading } from '../core/form/judge-reading.ts';

/**
 * Reads hostile candidates until `--runs` or `--seconds` are over and says how they were read.
 * Exit 1 when anything that counts was read as something else than was typed.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '3600' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_007) },
  },
});
const runs = Number(values.runs);
const seed = Number(values.seed);
const batchSize = 1_000;
const started = performance.now();
const secondsSince = () => (performance.now() - started) / 1_000;
const counts: Record<Judgement, number> = { exact: 0, ambiguous: 0, violation: 0 };
let read = 0;
let characters = 0;

process.stdout.write(`seed ${seed}\n`);
for (let batch = 0; read < runs && secondsSince() < Number(values.seconds); batch += 1) {
  const numRuns = Math.min(batchSize, runs - read);
  for (const candidate of fc.sample(filedCandidates, { numRuns, seed: seed + batch })) {
    const judgement = judgeReading(candidate);
    counts[judgement] += 1;
    read += 1;
    characters += candidate.body.length;
    if (judgement === 'violation' && counts.violation <= 3) {
      process.stdout.write(
        `violation at --seed ${seed + batch}: ${JSON.stringify({ order: candidate.fields.map(({ id }) => id).join(' '), typed: candidate.typed, body: candidate.body })}\n`,
      );
    }
  }
}

const share = (count: number) => `${count} (${((100 * count) / read).toFixed(3)} %)`;
process.stdout.write(
  [
    `${read} candidates of ${Math.round(characters / read)} characters in ${secondsSince().toFixed(1)} s, ` +
      `${Math.round(read / secondsSince())} a second`,
    `exact ${share(counts.exact)}`,
    `ambiguous ${share(counts.ambiguous)}`,
    `violations ${share(counts.violation)}`,
    '',
  ].join('\n'),
);
process.exitCode = counts.violation > 0 ? 1 : 0;
