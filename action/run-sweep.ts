import { realClock } from '../src/github/real-clock.ts';
import { sweepInWords } from '../src/render/sweep-in-words.ts';
import { sweep } from '../src/tasks/sweep.ts';
import type { Run } from './current-run.ts';
import type { Report } from './report.ts';

/** Looks at every open candidate and milestone again and repairs what lost events or a new rule left behind. */
export async function runSweep({ inputs, world }: Run): Promise<Report> {
  const { repository, serverUrl, dryRun } = inputs;
  const swept = await sweep(world, { repository, serverUrl, side: 'action', dryRun, clock: realClock });
  const jobSummary = `${sweepInWords(swept, dryRun)}\n`;
  return { outputs: {}, jobSummary, annotations: [], failure: null };
}
