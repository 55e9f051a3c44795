/** How many requests one piece of work makes, with a warmed token and existing labels. */
import { renderCandidate } from '../demo/render-candidate.ts';
import { candidates, repository } from '../demo/story.ts';
import { createLog } from '../src/app/log.ts';
import { createRunJob } from '../src/app/run-job.ts';
import type { Job } from '../src/inbox/job.ts';
import { toJobs } from '../src/inbox/subject.ts';
import type { EmbeddedGitHub, RequestRecord } from '../test/embedded-github/start.ts';
import { type ActionEvent, pullRequestEvent } from '../test/support/action-events.ts';
import { openDesk } from '../test/support/open-desk.ts';
import { runAction } from '../test/support/run-action.ts';
import { settingsFor } from '../test/support/start-app-on.ts';
import type { Measured } from './table.ts';
import { numberOf, startWorld } from './world.ts';

/** With every request in the details, for whoever wants to know which they are. */
export async function benchRequests(form: string): Promise<Measured> {
  const counted = [...(await countLabelEvents(form)), ...(await countChecks(form))];
  return {
    rows: counted.map(({ figure, requests }) => ({ figure, value: showCount(requests), ratio: '' })),
    details: counted.flatMap(({ figure, requests }) => [figure, ...requests.map(showRequest)]),
  };
}

interface Counted {
  readonly figure: string;
  readonly requests: readonly RequestRecord[];
}

async function countLabelEvents(form: string): Promise<readonly Counted[]> {
  const github = await startWorld(form, 0);
  try {
    const settings = settingsFor(github);
    const run = createRunJob(settings, createLog({ level: 'error', secrets: [], write: () => {} }));
    const work = async (job: Job) => {
      const outcome = await run(job, new AbortController().signal, openDesk);
      if (outcome.kind !== 'done') throw new Error(`The job was not done: ${JSON.stringify(outcome)}`);
    };
    // The first candidate warms token, config, form and, when it is worked again, whose account this is.
    const first = await fileOne(github, form, 0);
    await work(first);
    await work(first);
    const job = await fileOne(github, form, 1);
    return [
      {
        figure: 'requests: a new candidate is labelled and answered',
        requests: await during(github, () => work(job)),
      },
      {
        figure: 'requests: the same again, nothing changed',
        requests: await during(github, () => work(job)),
      },
    ];
  } finally {
    await github.close();
  }
}

async function countChecks(form: string): Promise<readonly Counted[]> {
  const github = await startWorld(form, candidates.length);
  try {
    const drifting = numberOf('operations');
    const wanted = {
      repository,
      login: 'ben',
      title: 'A change',
      body: `Closes #${drifting}`,
      branch: 'a-change',
    };
    const number = await github.openPullRequest({ ...wanted, files: ['app/change.ts'] });
    const check = await pullRequestEvent(github, repository, number);
    const runs: readonly [string, ActionEvent][] = [
      ['requests: a new pull request that drifts is checked', check],
      ['requests: the same again, nothing changed', check],
    ];
    const counted: Counted[] = [];
    for (const [figure, event] of runs) {
      const requests = await during(github, async () => {
        const run = await runAction({
          github,
          ...event,
          env: { CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS: '0' },
        });
        if (run.exitCode !== 0 || !run.summary.includes('Outside the constraint'))
          throw new Error(`The Action found no drift:\n${run.summary}${run.stdout}${run.stderr}`);
      });
      counted.push({ figure, requests });
    }
    return counted;
  } finally {
    await github.close();
  }
}

/** Files a candidate and gives the job its webhook would lead to. */
async function fileOne(github: EmbeddedGitHub, form: string, position: number): Promise<Job> {
  const candidate = candidates[position];
  if (candidate === undefined) throw new Error(`The story has no candidate ${position}`);
  const { author: login, title } = candidate;
  const body = renderCandidate(form, candidate);
  await github.fileIssue({ repository, login, title, body, labels: ['candidate'] });
  const delivery = github.deliveries.findLast(
    ({ event, action }) => event === 'issues' && action === 'opened',
  );
  if (delivery === undefined) throw new Error('Filing a candidate was not announced');
  const { event, guid: deliveryId, payload } = delivery;
  const [job] = toJobs({ event, deliveryId, receivedAt: new Date(), payload });
  if (job === undefined) throw new Error('Filing a candidate leads to no job');
  return job;
}

async function during(github: EmbeddedGitHub, work: () => Promise<void>): Promise<readonly RequestRecord[]> {
  const before = github.requests.length;
  await work();
  return github.requests.slice(before);
}

function showCount(requests: readonly RequestRecord[]): string {
  const unchanged = requests.filter(({ status }) => status === 304).length;
  return unchanged === 0 ? `${requests.length}` : `${requests.length}, of which ${unchanged} not modified`;
}

function showRequest({ status, method, path }: RequestRecord): string {
  return `  ${status} ${method} ${path}`;
}
