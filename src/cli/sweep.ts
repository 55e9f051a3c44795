import type { z } from 'zod';
import { realClock } from '../github/real-clock.ts';
import { progressInWords, sweepInWords } from '../render/sweep-in-words.ts';
import { readRules } from '../tasks/read-rules.ts';
import { sweep as runSweep, type Swept } from '../tasks/sweep.ts';
import { connect } from './connect.ts';
import { readNumber, readRepositoryName } from './read-reference.ts';
import type { sweepShape } from './shapes/upkeep.ts';
import { type ExitCode, printBlocks, printJson, type Terminal } from './terminal.ts';

export interface SweepOptions {
  /** `owner/repo`. */
  readonly repository: string;
  readonly dryRun?: boolean | undefined;
  /** Where a run before this one stopped. */
  readonly from?: string | undefined;
  readonly json?: boolean | undefined;
}

/**
 * Repairs the labels of a repository's candidates and the blocks of its milestones (docs/sweep.md), whoever holds the
 * duties; comments it leaves to their holder. 1 when the hour's writes were spent before everything was looked at.
 * Throws CannotRun: ARGUMENT_INVALID.
 */
export async function sweep(terminal: Terminal, options: SweepOptions): Promise<ExitCode> {
  const repository = readRepositoryName(options.repository);
  const from = options.from === undefined ? 0 : readNumber(options.from);
  const world = connect(terminal, repository);
  const { duties } = (await readRules(world, repository)).policy;
  const total = { looked: 0, repaired: 0, milestones: 0 };
  let next: number | null = null;
  // Two sides may hold the two duties; each pass does what is its side's.
  for (const side of ['app', 'action'] as const) {
    if (duties.issues !== side && duties.milestones !== side) continue;
    const swept: Swept = await runSweep(world, {
      repository,
      serverUrl: terminal.env['GITHUB_SERVER_URL'] ?? 'https://github.com',
      side,
      dryRun: options.dryRun ?? false,
      from,
      labelsOnly: true,
      clock: realClock,
      tell: (progress) => terminal.stderr.write(`${progressInWords(progress)}\n`),
    });
    total.looked += swept.looked;
    total.repaired += swept.repaired;
    total.milestones += swept.milestones;
    next = swept.next ?? next;
  }
  if (options.json) printJson(terminal, { ...total, next } satisfies z.infer<typeof sweepShape>);
  else printBlocks(terminal, [sweepInWords({ ...total, next }, options.dryRun ?? false)]);
  return next === null ? 0 : 1;
}
