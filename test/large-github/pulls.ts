/** The pull request that is checked, and merges a hundred a page: as many as there are open candidates. */
import { bot, pullRequest } from './answers.ts';
import type { Population } from './population.ts';

const pageSize = 100;

/** An open one that closes a candidate, with the settings that come along; nothing was published on it yet. */
export function checkedPullRequest(population: Population, blobs: object, now: number): object {
  const commits = { nodes: [{ commit: { checkSuites: { nodes: [] } } }] };
  const open = pullRequest(population, 0, now, null);
  return {
    viewer: { login: bot.login, databaseId: bot.id },
    repository: { ...blobs, pullRequest: { ...open, commits } },
  };
}

/** Merged one a minute up to now, the last first. */
export function mergedWork(population: Population, after: unknown, now: number): object {
  const start = typeof after === 'string' ? Number(after) : 0;
  const end = Math.min(start + pageSize, population.open);
  const nodes = Array.from({ length: end - start }, (_, at) => {
    const mergedAt = now - (start + at + 1) * 60_000;
    return pullRequest(population, start + at, mergedAt, mergedAt);
  });
  return {
    repository: {
      pullRequests: { pageInfo: { hasNextPage: end < population.open, endCursor: String(end) }, nodes },
    },
  };
}
