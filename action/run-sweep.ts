import { sweep } from '../src/tasks/sweep.ts';
import type { Report } from './report.ts';
import type { Run } from './run.ts';

/** Looks at every open candidate again and repairs what lost events or a new rule left behind. */
export async function runSweep({ inputs, world }: Run): Promise<Report> {
  const { repository, serverUrl, dryRun } = inputs;
  const { looked, repaired } = await sweep(world, { repository, serverUrl, side: 'action', dryRun });
  const jobSummary = `Looked at ${looked} open candidates, repaired ${repaired}.\n`;
  return { outputs: {}, jobSummary, annotations: [], failure: null };
}
