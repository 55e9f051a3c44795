import { accountOfToken } from '../src/github/account.ts';
import { createClientParts, createTokenClient } from '../src/github/client.ts';
import { type ConnectedRepository, connectRepository } from '../src/github/repository.ts';
import type { Inputs } from './inputs.ts';
import type { Report } from './report.ts';
import { runCheck } from './run-check.ts';
import { runFollowUps } from './run-follow-ups.ts';
import { runIssue } from './run-issue.ts';
import { runMilestone } from './run-milestone.ts';
import { runSummary } from './run-summary.ts';
import { runSweep } from './run-sweep.ts';
import { runValidate } from './run-validate.ts';

export interface Run {
  readonly inputs: Inputs;
  readonly world: ConnectedRepository;
  /** The instant of the run. */
  readonly now: string;
}

/** Does what the event or the mode asks for and says what came of it. Rejects where it could not work. */
export async function run(inputs: Inputs, now: string): Promise<Report> {
  const parts = createClientParts(inputs.writeIntervalMilliseconds);
  const client = createTokenClient(inputs.token, inputs.apiUrl, parts);
  const { repository } = inputs;
  const world = connectRepository({ client, repository, account: accountOfToken(client) });
  const task = taskOf(inputs);
  if (task === null) {
    const line = `Nothing to do for the event \`${inputs.event}\`.`;
    return { outputs: {}, jobSummary: `${line}\n`, annotations: [], failure: null };
  }
  const told = await task({ inputs, world, now });
  const isSubject = task === runCheck || task === runIssue;
  if (inputs.mode !== 'auto' || !isSubject) return told;
  return join(told, await runFollowUps({ inputs, world, now }));
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

function taskOf({ mode, event, isPullRequest, number }: Inputs): Task | null {
  if (mode === 'summary') return runSummary;
  if (mode === 'sweep') return runSweep;
  if (mode === 'validate') return runValidate;
  if (mode === 'check' || (number !== null && isPullRequest)) return runCheck;
  if (number !== null) return runIssue;
  if (event === 'milestone') return runMilestone;
  return event === 'schedule' || event === 'workflow_dispatch' ? runSummary : null;
}
