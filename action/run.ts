import { accountOfToken } from '../src/github/account.ts';
import { createClientParts, createTokenClient } from '../src/github/client.ts';
import { connectRepository } from '../src/github/repository.ts';
import type { Change } from '../src/tasks/change.ts';
import { askAhead } from './ask-ahead.ts';
import type { Run } from './current-run.ts';
import type { Inputs } from './inputs.ts';
import type { Report } from './report.ts';

/** Does what the event or the mode asks for and says what came of it. Rejects where it could not work. */
export async function run(inputs: Inputs, now: string): Promise<Report> {
  const parts = createClientParts(inputs.writeIntervalMilliseconds);
  const client = createTokenClient(inputs.token, inputs.apiUrl, parts);
  const { repository } = inputs;
  const connected = connectRepository({ client, repository, account: accountOfToken(client) });
  const name = taskOf(inputs);
  if (name === null) {
    const line = `Nothing to do for the event \`${inputs.event}\`.`;
    return { outputs: {}, jobSummary: `${line}\n`, annotations: [], failure: null };
  }
  // A sweep counts by itself what it would repair, validating never writes.
  const isToldApart = inputs.dryRun && name !== 'sweep' && name !== 'validate';
  if (!isToldApart) return runTask(name, { inputs, world: connected, now });
  const { unwrittenInWords, withoutWriting } = await import('./dry-run.ts');
  const unwritten: Change[] = [];
  const told = await runTask(name, { inputs, world: withoutWriting(connected, unwritten), now });
  return { ...told, jobSummary: `${told.jobSummary}\n${unwrittenInWords(unwritten)}` };
}

async function runTask(name: keyof typeof tasks, run: Run): Promise<Report> {
  const { inputs } = run;
  const told = await tasks[name](run);
  const isFollowed = name === 'issue' || (name === 'check' && inputs.milestone !== null);
  if (inputs.mode !== 'auto' || !isFollowed) return told;
  return join(told, await tasks.followUps(run));
}

function join(told: Report, followed: Report): Report {
  return {
    outputs: told.outputs,
    jobSummary: [told.jobSummary, followed.jobSummary].filter((part) => part !== '').join('\n'),
    annotations: [...told.annotations, ...followed.annotations],
    failure: told.failure ?? followed.failure,
  };
}

type Task = (run: Run) => Promise<Report>;

/** Each is loaded when it is wanted: what is loaded at the start, every run pays for. */
const tasks = {
  check: async (run) => {
    const asked = await askAhead(run);
    const { runCheck } = await import('./run-check.ts');
    loadTimeZones();
    return runCheck(asked);
  },
  issue: async (run) => (await import('./run-issue.ts')).runIssue(run),
  followUps: async (run) => (await import('./run-follow-ups.ts')).runFollowUps(run),
  milestone: async (run) => (await import('./run-milestone.ts')).runMilestone(run),
  summary: async (run) => (await import('./run-summary.ts')).runSummary(run),
  sweep: async (run) => (await import('./run-sweep.ts')).runSweep(run),
  validate: async (run) => (await import('./run-validate.ts')).runValidate(run),
} as const satisfies Record<string, Task>;

/** The first use of a time zone loads the tables of all of them: done while GitHub answers, it costs nothing. */
function loadTimeZones(): void {
  new Intl.DateTimeFormat('en', { timeZone: 'UTC' }).format(0);
}

function taskOf({ mode, event, isPullRequest, number }: Inputs): keyof typeof tasks | null {
  if (mode !== 'auto') return mode;
  if (number !== null) return isPullRequest ? 'check' : 'issue';
  if (event === 'milestone') return 'milestone';
  return event === 'schedule' || event === 'workflow_dispatch' ? 'summary' : null;
}
