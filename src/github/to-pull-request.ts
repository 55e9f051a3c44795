import type { z } from 'zod';
import type {
  CheckReading,
  LinkedIssueReading,
  ListedPullRequest,
  PullRequest,
} from '../tasks/ports/pull-requests.ts';
import { toComment, toLogin } from './issue-fields.ts';
import type {
  linkedIssueSchema,
  listedPullRequestSchema,
  pullRequestAnswerSchema,
  pullRequestSchema,
} from './pull-request-query.ts';

type AnsweredPullRequest = NonNullable<z.infer<typeof pullRequestAnswerSchema>['repository']['pullRequest']>;

/** A pull request of a list: without its files and its check. */
function toPullRequest(repository: string, answer: z.infer<typeof pullRequestSchema>): PullRequest {
  return {
    repository,
    number: answer.number,
    title: answer.title,
    body: answer.body,
    author: toLogin(answer.author),
    state: answer.state === 'MERGED' ? 'merged' : answer.state === 'CLOSED' ? 'closed' : 'open',
    isDraft: answer.isDraft,
    headSha: answer.headRefOid,
    labels: toNames(answer.labels),
    milestone: answer.milestone,
    changedFileCount: answer.changedFiles,
    commentCount: answer.comments.totalCount,
    createdAt: answer.createdAt,
    mergedAt: answer.mergedAt,
    mergedBy: answer.mergedBy === null ? null : toLogin(answer.mergedBy),
    closing: answer.closingIssuesReferences?.nodes.map(toLinkedIssue) ?? null,
    files: null,
    check: null,
  };
}

/** A pull request of a list, with its comments and those of the issues it closes where they came along whole. */
export function toListedPullRequest(
  repository: string,
  answer: z.infer<typeof listedPullRequestSchema>,
): ListedPullRequest {
  const { files, closingIssuesReferences: closing } = answer;
  const here = closing?.nodes.filter((issue) => issue.repository.nameWithOwner === repository) ?? [];
  const whole = [answer, ...here].filter(({ comments }) => !comments.pageInfo.hasNextPage);
  return {
    ...toPullRequest(repository, answer),
    files: toPaths(files),
    comments: new Map(whole.map(({ number, comments }) => [number, comments.nodes.map(toComment)])),
  };
}

/** The pull request with what only the single query asks: files where all were sent, and our check run. */
export function toCheckedPullRequest(
  repository: string,
  answer: AnsweredPullRequest,
  appSlug: string,
): PullRequest {
  const { files } = answer;
  return {
    ...toPullRequest(repository, answer),
    files: toPaths(files),
    check: toCheck(answer, appSlug),
  };
}

/** `null` where not all of them came along. */
function toPaths(files: AnsweredPullRequest['files']): readonly string[] | null {
  return files === null || files.pageInfo.hasNextPage ? null : files.nodes.map(({ path }) => path);
}

function toLinkedIssue(issue: z.infer<typeof linkedIssueSchema>): LinkedIssueReading {
  return {
    repository: issue.repository.nameWithOwner,
    number: issue.number,
    title: issue.title,
    body: issue.body,
    author: toLogin(issue.author),
    state: issue.state === 'OPEN' ? 'open' : 'closed',
    createdAt: issue.createdAt,
    labels: toNames(issue.labels),
    parent:
      issue.parent === null
        ? null
        : {
            reference: `${issue.parent.repository.nameWithOwner}#${issue.parent.number}`,
            labels: toNames(issue.parent.labels),
          },
    commentCount: issue.comments.totalCount,
    blockingCount: issue.issueDependenciesSummary?.blocking ?? null,
  };
}

function toCheck({ commits }: AnsweredPullRequest, appSlug: string): CheckReading | null {
  const suites = commits.nodes.at(-1)?.commit.checkSuites?.nodes ?? [];
  const ours = suites
    .filter(({ app }) => app?.slug === appSlug)
    .flatMap(({ checkRuns }) => checkRuns?.nodes ?? []);
  const [run] = ours.toSorted((one, other) => other.permalink - one.permalink);
  if (run === undefined) return null;
  return {
    id: run.permalink,
    conclusion: run.conclusion?.toLowerCase() ?? '',
    title: run.title ?? '',
    summary: run.summary ?? '',
    text: run.text ?? '',
  };
}

function toNames(labels: { readonly nodes: readonly { readonly name: string }[] } | null): readonly string[] {
  return labels?.nodes.map(({ name }) => name) ?? [];
}
