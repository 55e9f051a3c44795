import type { z } from 'zod';
import type { FileReading } from '../tasks/ports/files.ts';
import type { LinkedIssueReading, MergeLists, PullRequests } from '../tasks/ports/pull-requests.ts';
import type { Client } from './client.ts';
import { GitHubFault } from './fault.ts';
import { type Here, isHere, toHere } from './here.ts';
import { keepSettings } from './keep-settings.ts';
import { createPullRequestLister } from './list-pull-requests.ts';
import { pageSize, readPages } from './pages.ts';
import { pullRequestAnswerSchema, pullRequestQuery } from './pull-request-query.ts';
import { readPullRequestByRest, toSlug } from './read-pull-request-by-rest.ts';
import type { RepositoryReader } from './read-repository.ts';
import { toIssue } from './to-model.ts';
import { toCheckedPullRequest } from './to-pull-request.ts';

/** Reads pull requests: by GraphQL for the closing relation, by REST where GraphQL does not answer. */
export function createPullRequestReader(
  client: Client,
  repository: string,
  reader: RepositoryReader,
  knownFiles: Map<string, FileReading>,
): PullRequests & MergeLists {
  const here = toHere(repository);
  return {
    async readPullRequest(number) {
      const answer = await askPullRequest(client, { owner: here.owner, name: here.repo, number });
      if (answer === null) return readPullRequestByRest(client, repository, number, reader.account);
      const { pullRequest: found, ...settings } = answer.value.repository;
      if (answer.isWhole) keepSettings(knownFiles, settings);
      return found === null ? null : toCheckedPullRequest(repository, found, toSlug(answer.value.viewer));
    },
    async readLinkedIssue(number) {
      const issue = await reader.readIssue(number);
      if (issue === null || issue.isPullRequest) return null;
      return { ...issue, parent: issue.hasParent ? await readParent(client, here, number) : null };
    },
    readChangedFiles(number) {
      const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files';
      return readPages(
        (page) => client.request(route, { ...here, pull_number: number, ...page }),
        ({ filename }) => filename,
      );
    },
    readBlockedIssues: (number) => readBlockedIssues(client, here, number),
    ...createPullRequestLister(client, repository),
  };
}

/** Of another repository none: its labels mean nothing here. */
async function readBlockedIssues(
  client: Client,
  here: Here,
  number: number,
): Promise<readonly LinkedIssueReading[]> {
  const repository = `${here.owner}/${here.repo}`;
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocking';
  const { data } = await client.request(route, { ...here, issue_number: number, per_page: pageSize });
  const own = data.filter((issue) => issue.state === 'open' && isHere(here, issue));
  return Promise.all(
    own.map(async (one) => {
      const issue = toIssue(repository, one);
      return { ...issue, parent: issue.hasParent ? await readParent(client, here, issue.number) : null };
    }),
  );
}

interface Answer {
  readonly value: z.infer<typeof pullRequestAnswerSchema>;
  /** Where it is not, what is missing may only have been unreadable. */
  readonly isWhole: boolean;
}

/**
 * What GraphQL answers; `null` where it does not. Where the token may not read one part, such as check runs, the
 * rest of the answer counts, and what could not be read is asked again or said to be unreadable.
 */
async function askPullRequest(
  client: Client,
  variables: Readonly<Record<string, unknown>>,
): Promise<Answer | null> {
  try {
    const value = pullRequestAnswerSchema.parse(await client.graphql(pullRequestQuery, variables));
    return { value, isWhole: true };
  } catch (error) {
    if (error instanceof GitHubFault && error.retry === 'later') throw error;
    const partial = pullRequestAnswerSchema.safeParse(
      error instanceof Error && 'data' in error ? error.data : null,
    );
    return partial.data?.repository.pullRequest ? { value: partial.data, isWhole: false } : null;
  }
}

async function readParent(
  client: Client,
  { owner, repo }: Here,
  number: number,
): Promise<LinkedIssueReading['parent']> {
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/parent';
  const { data } = await client.request(route, { owner, repo, issue_number: number });
  const { labels } = toIssue(`${owner}/${repo}`, data);
  return { reference: `#${data.number}`, labels };
}
