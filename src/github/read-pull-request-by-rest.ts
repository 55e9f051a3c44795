import type { Account } from '../core/account.ts';
import type { CheckReading, PullRequest } from '../tasks/ports/pull-requests.ts';
import type { Client } from './client.ts';
import { orNull } from './fault.ts';
import { toHere } from './here.ts';

/**
 * A pull request where GraphQL does not answer: without the closing relation, which REST does not tell. `null`
 * where there is none.
 */
export async function readPullRequestByRest(
  client: Client,
  repository: string,
  number: number,
  account: () => Promise<Account>,
): Promise<PullRequest | null> {
  const { owner, repo } = toHere(repository);
  const asked = { owner, repo, pull_number: number };
  const answer = await orNull(client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', asked));
  if (answer === null) return null;
  const { data } = answer;
  return {
    repository,
    number,
    title: data.title,
    body: data.body ?? '',
    author: data.user.login,
    state: data.merged ? 'merged' : data.state,
    isDraft: data.draft ?? false,
    headSha: data.head.sha,
    labels: data.labels.map(({ name }) => name),
    milestone:
      data.milestone === null ? null : { number: data.milestone.number, title: data.milestone.title },
    changedFileCount: data.changed_files,
    commentCount: data.comments,
    createdAt: data.created_at,
    mergedAt: data.merged_at,
    mergedBy: data.merged_by?.login ?? null,
    closing: null,
    files: null,
    check: await readCheck(client, { owner, repo, ref: data.head.sha }, toSlug(await account())),
  };
}

/** `chokepoint[bot]` writes as the App `chokepoint`. */
export function toSlug({ login }: { readonly login: string }): string {
  return login.replace(/\[bot\]$/, '');
}

/** Who may not read check runs may not write one either, so that there is none of ours to find. */
async function readCheck(
  client: Client,
  commit: { readonly owner: string; readonly repo: string; readonly ref: string },
  slug: string,
): Promise<CheckReading | null> {
  const route = 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs';
  const query = { ...commit, check_name: 'Chokepoint' };
  const runs = await orNull(client.request(route, query), 'GITHUB_PERMISSION_MISSING');
  const run = runs?.data.check_runs.find(({ app }) => app?.slug === slug);
  if (run === undefined) return null;
  const { title, summary, text } = run.output;
  return {
    id: Number(run.id),
    conclusion: run.conclusion ?? '',
    title: title ?? '',
    summary: summary ?? '',
    text: text ?? '',
  };
}
