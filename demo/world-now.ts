/** What GitHub shows now, read through its REST API as a member of the team. */
import { z } from 'zod';
import { askAs, linkOf } from '../test/embedded-github/client.ts';
import type { EmbeddedGitHub } from '../test/embedded-github/start.ts';
import { repository } from './story.ts';

const issueShape = z
  .object({
    number: z.number(),
    title: z.string(),
    body: z.string().nullable(),
    state: z.enum(['open', 'closed']),
    comments: z.number(),
    user: z.object({ login: z.string() }),
    labels: z.array(z.object({ name: z.string() }).transform(({ name }) => name)),
    assignees: z.array(z.object({ login: z.string() }).transform(({ login }) => login)),
    pull_request: z.unknown().optional(),
  })
  .readonly();

const commentShape = z.object({ body: z.string(), user: z.object({ login: z.string() }) });
const checkRunShape = z.object({
  name: z.string(),
  conclusion: z.string().nullable(),
  output: z.object({ title: z.string().nullable(), summary: z.string().nullable() }),
});
const labelShape = z.object({ name: z.string(), color: z.string(), description: z.string().nullable() });
const milestoneShape = z.object({
  number: z.number(),
  title: z.string(),
  description: z.string().nullable(),
  open_issues: z.number(),
  closed_issues: z.number(),
});
const pullShape = z.object({ head: z.object({ sha: z.string() }) });

export type IssueNow = z.infer<typeof issueShape>;
export type CommentNow = z.infer<typeof commentShape>;
export type CheckRunNow = z.infer<typeof checkRunShape>;
export type LabelNow = z.infer<typeof labelShape>;
export type MilestoneNow = z.infer<typeof milestoneShape>;

/** Issues and pull requests, as GitHub lists both together. */
export async function readIssues(github: EmbeddedGitHub): Promise<readonly IssueNow[]> {
  const issues: IssueNow[] = [];
  const first = `/repos/${repository}/issues?state=all&per_page=100` as const;
  for (let next: `GET /${string}` | undefined = `GET ${first}`; next !== undefined; ) {
    const answer = await askAs(github, 'ana')(next);
    issues.push(...z.array(issueShape).parse(answer.json));
    next = linkOf(github, answer, 'next');
  }
  return issues;
}

export async function readComments(github: EmbeddedGitHub, number: number): Promise<readonly CommentNow[]> {
  return z.array(commentShape).parse(await read(github, `/issues/${number}/comments?per_page=100`));
}

/** The check runs on the head of a pull request. */
export async function readCheckRuns(github: EmbeddedGitHub, number: number): Promise<readonly CheckRunNow[]> {
  const { head } = pullShape.parse(await read(github, `/pulls/${number}`));
  const listed = await read(github, `/commits/${head.sha}/check-runs`);
  return z.object({ check_runs: z.array(checkRunShape) }).parse(listed).check_runs;
}

export async function readLabels(github: EmbeddedGitHub): Promise<readonly LabelNow[]> {
  return z.array(labelShape).parse(await read(github, '/labels?per_page=100'));
}

export async function readMilestones(github: EmbeddedGitHub): Promise<readonly MilestoneNow[]> {
  return z.array(milestoneShape).parse(await read(github, '/milestones?state=open&per_page=100'));
}

async function read(github: EmbeddedGitHub, path: `/${string}`): Promise<unknown> {
  const answer = await askAs(github, 'ana')(`GET /repos/${repository}${path}`);
  if (answer.status !== 200) throw new Error(`GET ${path} answered ${answer.status}`);
  return answer.json;
}
