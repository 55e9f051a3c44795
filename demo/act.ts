/** What the people of the story do, and the workflows they set up. */
import { askAs } from '../test/embedded-github/client.ts';
import type { EmbeddedGitHub } from '../test/embedded-github/start.ts';
import { dispatchEvent, pullRequestEvent } from '../test/support/action-events.ts';
import { type ActionRun, runAction } from '../test/support/run-action.ts';
import { renderCandidate } from './render-candidate.ts';
import type { FiledCandidate } from './story/candidate.ts';
import { metricNow } from './story/config.ts';
import type { StoryPullRequest } from './story/pull-requests.ts';
import { candidates, repository } from './story.ts';
import { readIssues, readMilestones } from './world-now.ts';

export interface Filed {
  readonly number: number;
  readonly candidate: FiledCandidate;
}

export interface Checked {
  readonly number: number;
  readonly pullRequest: StoryPullRequest;
  readonly run: ActionRun;
}

type Tell = (state: string) => void;

/** Files every candidate through the form and plans some of them. */
export async function fileCandidates(github: EmbeddedGitHub, form: string, tell: Tell) {
  const filed: Filed[] = [];
  const planned = await milestoneNumbers(github);
  for (const candidate of candidates) {
    const { author: login, title, milestone } = candidate;
    const body = renderCandidate(form, candidate);
    const number = await github.fileIssue({ repository, login, title, body, labels: ['candidate'] });
    filed.push({ number, candidate });
    if (milestone !== undefined) await planFor(github, number, planned.get(milestone));
    tell(`${filed.length} of ${candidates.length}`);
  }
  return filed;
}

/** Waits until every filed candidate carries a verdict. Rejects at the deadline, naming those that do not. */
export async function waitForVerdicts(
  github: EmbeddedGitHub,
  filed: readonly Filed[],
  milliseconds: number,
  tell: Tell,
): Promise<void> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    const labelled = (await readIssues(github))
      .filter(({ labels }) => labels.some((label) => label.startsWith('verdict: ')))
      .map(({ number }) => number);
    const open = filed.filter(({ number }) => !labelled.includes(number));
    if (open.length === 0) return;
    if (performance.now() > deadline) {
      const names = open.map(({ number }) => `#${number}`).join(', ');
      throw new Error(`No verdict after ${milliseconds / 1_000} s: ${names}`);
    }
    tell(`${filed.length - open.length} of ${filed.length}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Opens a pull request and runs the Action on it, as its workflow would. */
export async function openAndCheck(
  github: EmbeddedGitHub,
  pullRequest: StoryPullRequest,
  filed: readonly Filed[],
): Promise<Checked> {
  const { author: login, title, branch, files, text } = pullRequest;
  const closed = filed.find(({ candidate }) => candidate.title === pullRequest.closes);
  const body = closed === undefined ? text : `${text}\n\nCloses #${closed.number}`;
  const number = await github.openPullRequest({ repository, login, title, body, branch, files });
  const event = await pullRequestEvent(github, repository, number);
  return { number, pullRequest, run: await runAction({ github, ...event, env: withoutPause }) };
}

/** Runs the Action on every milestone, as the workflow does when one changes. */
export async function checkMilestones(github: EmbeddedGitHub): Promise<readonly ActionRun[]> {
  const runs: ActionRun[] = [];
  for (const number of (await milestoneNumbers(github)).values()) {
    const payload = { action: 'edited', milestone: { number }, repository: { full_name: repository } };
    runs.push(await runAction({ github, event: 'milestone', payload, env: withoutPause }));
  }
  return runs;
}

/** Starts the summary's workflow by hand, with the metric's reading of the day. */
export async function postSummary(github: EmbeddedGitHub): Promise<ActionRun> {
  const event = await dispatchEvent(github, repository);
  return runAction({ github, ...event, inputs: { metric: metricNow }, env: withoutPause });
}

const withoutPause = { CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS: '0' };

async function planFor(github: EmbeddedGitHub, number: number, milestone: number | undefined): Promise<void> {
  if (milestone === undefined) throw new Error(`#${number} is planned for a milestone that does not exist`);
  const answer = await askAs(github, 'ana')(`PATCH /repos/${repository}/issues/${number}`, { milestone });
  if (answer.status !== 200) throw new Error(`Planning #${number} answered ${answer.status}`);
}

async function milestoneNumbers(github: EmbeddedGitHub): Promise<ReadonlyMap<string, number>> {
  return new Map((await readMilestones(github)).map(({ number, title }) => [title, number]));
}
