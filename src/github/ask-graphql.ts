import { z } from 'zod';
import type { Client } from './client.ts';
import { GitHubFault, notFound, rateLimited } from './fault.ts';

const refusalSchema = z.object({
  errors: z.array(z.object({ type: z.string().optional(), message: z.string() })).min(1),
  headers: z.record(z.string(), z.unknown()).default({}),
  data: z.object({ repository: z.record(z.string(), z.unknown()).nullish() }).nullish(),
});

/**
 * What GraphQL answers to a query about one repository. It refuses with status 200: a limit becomes a fault that ends
 * by itself, a repository that is not there `GITHUB_NOT_FOUND`. Where only parts of it are gone, the rest is the
 * answer.
 */
export async function askGraphql(
  client: Client,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  try {
    return await client.graphql(query, { ...variables });
  } catch (error) {
    if (error instanceof GitHubFault) throw error;
    const refusal = refusalSchema.safeParse(error);
    if (!refusal.success) throw error;
    const { errors, headers, data } = refusal.data;
    const isGone = errors.every(({ type }) => type === 'NOT_FOUND');
    if (isGone && data?.repository) return data;
    const found = errors.map(({ message }) => message).join(' ');
    if (errors.some(({ type }) => type === 'RATE_LIMITED')) {
      const reset = Number(headers['x-ratelimit-reset']);
      throw rateLimited(found, new Date(reset > 0 ? reset * 1000 : Date.now() + 60_000), reset > 0);
    }
    throw isGone ? notFound(found) : refused(found);
  }
}

function refused(found: string): GitHubFault {
  const fix = 'Check that the token may read issues and pull requests.';
  return new GitHubFault(
    { code: 'GITHUB_REFUSED', message: 'GitHub refused the query.', found, fix },
    'never',
  );
}
