/**
 * `npm run bench`: what reading, the Action and GitHub's requests cost here, as ratios with the figures beside them.
 * `-- --bodies 1000 --runs 15 --issues 1000 --details` changes the sizes and lists every request. Nothing is
 * asserted: machines differ, ratios hold.
 */
import { readFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { benchActionStart } from './action-start.ts';
import { makeBodies } from './bodies.ts';
import { benchHostile } from './hostile.ts';
import { benchReading } from './reading.ts';
import { benchRequests } from './requests.ts';
import { renderTable } from './table.ts';

const { values: options } = parseArgs({
  options: {
    bodies: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '15' },
    issues: { type: 'string', default: '1000' },
    details: { type: 'boolean', default: false },
  },
});

const form = await readFile(new URL('../.github/ISSUE_TEMPLATE/candidate.yml', import.meta.url), 'utf8');
const reading = await benchReading(form, readSize('bodies', options.bodies));
const [filled = ''] = makeBodies(form, 1, 1_000);
const hostile = benchHostile(filled);
const start = await benchActionStart(form, readSize('runs', options.runs));
const requests = await benchRequests(form, readSize('issues', options.issues, 10));

const machine = `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}`;
process.stdout.write(`${machine}\n\n${renderTable([...reading, ...hostile, ...start, ...requests.rows])}\n`);
if (options.details) process.stdout.write(`\n${requests.details.join('\n')}\n`);

function readSize(name: string, text: string, least = 1): number {
  const size = Number(text);
  if (!Number.isInteger(size) || size < least)
    throw new Error(`--${name} is a whole number from ${least}, not ${text}`);
  return size;
}
