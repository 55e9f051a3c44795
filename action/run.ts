import { accountOfToken } from '../src/github/account.ts';
import { createClientParts, createTokenClient } from '../src/github/client.ts';
import { type ConnectedRepository, connectRepository } from '../src/github/repository.ts';
import type { Inputs } from './inputs.ts';
import type { Report } from './report.ts';
import { runCheck } from './run-check.ts';
import { runIssue } from './run-issue.ts';
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
  return task({ inputs, world, now });
}

type Task = (run: Run) => Promise<Report>;

function taskOf({ mode, event, isPullRequest, number }: Inputs): Task | null {
  if (mode === 'summary') return runSummary;
  if (mode === 'sweep') return runSweep;
  if (mode === 'validate') return runValidate;
  if (mode === 'check' || (number !== null && isPullRequest)) return runCheck;
  if (number !== null) return runIssue;
  return event === 'schedule' || event === 'workflow_dispatch' ? runSummary : null;
}
