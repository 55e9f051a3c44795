/** The events that start the Action, with the payloads a runner finds in its event file. */
import { z } from 'zod';
import { askWith } from '../embedded-github/client.ts';
import type { EmbeddedGitHub } from '../embedded-github/start.ts';
import type { ActionStart, EventPayload } from './run-action.ts';

export type ActionEvent = Pick<ActionStart, 'event' | 'payload'>;

const repositoryShape = z.looseObject({ full_name: z.string() });

/** `pull_request_target` (or `event`), with the pull request as it now is. */
export async function pullRequestEvent(
  github: EmbeddedGitHub,
  repository: string,
  number: number,
  { event = 'pull_request_target', action = 'opened' } = {},
): Promise<ActionEvent> {
  const pull_request = await read(github, `/repos/${repository}/pulls/${number}`);
  return { event, payload: await payloadOf(github, repository, { action, number, pull_request }) };
}

/** `issues`, with the issue as it now is. */
export async function issueEvent(
  github: EmbeddedGitHub,
  repository: string,
  number: number,
  action = 'opened',
): Promise<ActionEvent> {
  const issue = await read(github, `/repos/${repository}/issues/${number}`);
  return { event: 'issues', payload: await payloadOf(github, repository, { action, issue }) };
}

/** `workflow_dispatch`: a person started the workflow. */
export async function dispatchEvent(github: EmbeddedGitHub, repository: string): Promise<ActionEvent> {
  const extra = { inputs: null, ref: 'refs/heads/main', workflow: '.github/workflows/chokepoint.yml' };
  return { event: 'workflow_dispatch', payload: await payloadOf(github, repository, extra) };
}

/** `schedule`: the workflow's own clock. */
export async function scheduleEvent(github: EmbeddedGitHub, repository: string): Promise<ActionEvent> {
  const payload = await payloadOf(github, repository, { schedule: '17 5 * * *' });
  return { event: 'schedule', payload };
}

async function payloadOf(github: EmbeddedGitHub, fullName: string, extra: object): Promise<EventPayload> {
  const repository = repositoryShape.parse(await read(github, `/repos/${fullName}`));
  return { ...extra, repository };
}

async function read(github: EmbeddedGitHub, path: `/${string}`): Promise<unknown> {
  const answer = await askWith(github, github.workflowToken)(`GET ${path}`);
  if (answer.status !== 200) throw new Error(`GET ${path} answered ${answer.status}`);
  return answer.json;
}
