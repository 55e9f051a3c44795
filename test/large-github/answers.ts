/** The population as GitHub would tell it, REST and GraphQL. */
import { bodyOf } from '../support/filled-form.ts';
import type { Candidate, Population } from './population.ts';

export const repository = 'acme/large';
export const bot = { login: 'github-actions[bot]', id: 41_898_282 };
const rater = { login: 'tia', id: 7 };
const filer = { login: 'ana', id: 5 };

const bodies = new Map<string, string>();

export function bodyFor({ constraint, ratings, verdict }: Candidate): string {
  const { impact, evidence, confidence, timing } = ratings;
  const given = [impact, evidence, confidence, timing];
  const key = `${constraint} ${given} ${verdict === 'incomplete'}`;
  const known =
    bodies.get(key) ??
    bodyOf({ constraint, ratings: given, ...(verdict === 'incomplete' ? { risk: '' } : {}) });
  bodies.set(key, known);
  return known;
}

export function titleOf(number: number): string {
  return `Improvement ${number} that somebody asked for, in words of usual length`;
}

const instant = (milliseconds: number) => new Date(milliseconds).toISOString();

export function restIssue(candidate: Candidate): object {
  const { number, state, labels, createdAt, updatedAt, closedAt, comments } = candidate;
  return {
    number,
    title: titleOf(number),
    body: bodyFor(candidate),
    user: filer,
    state,
    labels: labels.map((name) => ({ name })),
    created_at: instant(createdAt),
    updated_at: instant(updatedAt),
    closed_at: closedAt === null ? null : instant(closedAt),
    comments,
    locked: false,
    milestone: null,
  };
}

/** Our own comment, and under every tenth a triager's second opinion that agrees. */
export function commentsOf({ number, createdAt, comments, ratings }: Candidate): readonly object[] {
  const own = comment(number * 10, 'Scored.', bot, createdAt);
  const { impact, evidence, confidence, timing } = ratings;
  const said = `/score ${impact} ${evidence} ${confidence} ${timing} because I see it too`;
  return comments === 1 ? [own] : [own, comment(number * 10 + 1, said, rater, createdAt)];
}

export function comment(
  id: number,
  body: string,
  { login, id: authorId }: { readonly login: string; readonly id: number },
  at: number,
): object {
  const isBot = login.endsWith('[bot]');
  return {
    fullDatabaseId: String(id),
    body,
    createdAt: instant(at),
    updatedAt: instant(at),
    author: { __typename: isBot ? 'Bot' : 'User', login: login.replace('[bot]', ''), databaseId: authorId },
    reactionGroups: [{ content: 'THUMBS_UP', reactors: { totalCount: 1 } }],
  };
}

export function connection(nodes: readonly object[]): object {
  return { totalCount: nodes.length, pageInfo: { hasNextPage: false, endCursor: null }, nodes };
}

/** A pull request that closes one candidate; `mergedAt` in milliseconds, `null` while it is open. */
export function pullRequest(
  population: Population,
  position: number,
  at: number,
  mergedAt: number | null,
): object {
  const issue = population.candidate(
    mergedAt === null ? position + 1 : population.open + (position % 100) + 1,
  );
  return {
    number: 10_000_000 + position + (mergedAt === null ? 1_000 : 0),
    title: `Change ${position}`,
    body: `Closes #${issue.number}`,
    state: mergedAt === null ? 'OPEN' : 'MERGED',
    isDraft: false,
    createdAt: instant(at - 86_400_000),
    updatedAt: instant(at),
    mergedAt: mergedAt === null ? null : instant(mergedAt),
    headRefOid: 'a'.repeat(40),
    changedFiles: 1,
    author: { __typename: 'User', login: 'ana' },
    mergedBy: mergedAt === null ? null : { __typename: 'User', login: 'ana' },
    labels: { nodes: [] },
    milestone: null,
    comments: connection([]),
    files: { pageInfo: { hasNextPage: false }, nodes: [{ path: 'src/change.ts' }] },
    closingIssuesReferences: {
      nodes: [
        {
          number: issue.number,
          title: titleOf(issue.number),
          body: bodyFor(issue),
          state: issue.state.toUpperCase(),
          createdAt: instant(issue.createdAt),
          author: { __typename: 'User', login: 'ana' },
          repository: { nameWithOwner: repository },
          labels: { nodes: issue.labels.map((name) => ({ name })) },
          parent: null,
          issueDependenciesSummary: { blocking: 0 },
          comments: connection(commentsOf(issue)),
        },
      ],
    },
  };
}
