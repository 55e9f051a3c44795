/** Results on disk, one line of JSON each, so that a run that was stopped goes on where it was. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';
import process from 'node:process';
import { z } from 'zod';

const lineShape = z.looseObject({
  part: z.string(),
  size: z.number(),
  seconds: z.number(),
  /** Whether nothing that must not happen did. */
  isFine: z.boolean(),
  figures: z.record(z.string(), z.union([z.number(), z.string(), z.array(z.string())])),
});

export type ResultLine = z.infer<typeof lineShape>;

export interface Results {
  /** How much of a part is done already, in its own unit. */
  sizeOf(part: string): number;
  add(line: ResultLine): void;
  readonly lines: readonly ResultLine[];
}

export function openResults(file: string): Results {
  mkdirSync(dirname(file), { recursive: true });
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => lineShape.parse(JSON.parse(line)));
  return {
    lines,
    sizeOf: (part) => lines.filter((line) => line.part === part).reduce((sum, { size }) => sum + size, 0),
    add(line) {
      lines.push(line);
      appendFileSync(file, `${JSON.stringify({ ...line, ...describeRun() })}\n`);
    },
  };
}

/** What a figure means nothing without. */
function describeRun() {
  return {
    at: new Date().toISOString(),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    node: process.version,
    machine: `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}`,
    load: Number((loadavg()[0] ?? 0).toFixed(1)),
  };
}
