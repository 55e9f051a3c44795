/**
 * `npm run bench`: what reading, the Action, the App and large backlogs cost here, each figure beside others of the
 * same run:
 *
 *   npm run bench -- --only reading,action,webhook,scale --issues 1000,10000,100000 --details
 *
 * `--bodies`, `--runs` and `--candidates` change how much is read, how often the Action is started and how much the
 * App is told; `--details` lists what the figures are made of. Nothing is asserted: machines differ, ratios hold.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { benchActionStart } from './action-start.ts';
import { benchAwkward } from './awkward.ts';
import { makeBodies } from './bodies.ts';
import { benchHostile } from './hostile.ts';
import { benchReading } from './reading.ts';
import { benchRequests } from './requests.ts';
import { benchScale } from './scale.ts';
import { type Measured, renderTable } from './table.ts';
import { benchThroughput } from './throughput.ts';
import { benchWebhook } from './webhook.ts';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: 'reading,action,webhook,scale' },
    bodies: { type: 'string', default: '500' },
    runs: { type: 'string', default: '15' },
    candidates: { type: 'string', default: '40' },
    issues: { type: 'string', default: '1000' },
    details: { type: 'boolean', default: false },
  },
});

const form = await readFile(new URL('../.github/ISSUE_TEMPLATE/candidate.yml', import.meta.url), 'utf8');

const parts: Readonly<Record<string, () => Promise<readonly Measured[]>>> = {
  reading: async () => {
    const [filled = ''] = makeBodies(form, 1, 1_000);
    const rows = await benchReading(form, readSize('bodies', options.bodies));
    return [{ rows, details: [] }, await benchAwkward(), { rows: benchHostile(filled), details: [] }];
  },
  action: async () => {
    const rows = await benchActionStart(form, readSize('runs', options.runs));
    return [{ rows, details: [] }, await benchRequests(form)];
  },
  webhook: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chokepoint-bench-'));
    try {
      const candidates = readSize('candidates', options.candidates);
      const steady = await benchWebhook(candidates, folder);
      const backlog = await benchThroughput({ candidates: 2 * candidates, events: 25 * candidates }, folder);
      return [{ rows: [...steady, ...backlog], details: [] }];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  scale: async () => {
    const sizes = options.issues.split(',').map((size) => readSize('issues', size, 10));
    return [{ rows: await benchScale(form, sizes), details: [] }];
  },
};

const measured: Measured[] = [];
for (const name of options.only.split(',')) {
  const part = parts[name];
  if (part === undefined)
    throw new Error(`--only names parts: ${Object.keys(parts).join(', ')}, not ${name}`);
  measured.push(...(await part()));
}
const processor = `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}`;
const load = loadavg()
  .map((average) => average.toFixed(1))
  .join(', ');
process.stdout.write(`Node ${process.version}, ${processor}, load at the end ${load}\n\n`);
process.stdout.write(`${renderTable(measured.flatMap(({ rows }) => rows))}\n`);
const details = measured.flatMap((one) => one.details);
if (options.details && details.length > 0) process.stdout.write(`\n${details.join('\n')}\n`);

function readSize(name: string, text: string, least = 1): number {
  const size = Number(text);
  if (!Number.isInteger(size) || size < least)
    throw new Error(`--${name} is a whole number from ${least}, not ${text}`);
  return size;
}
