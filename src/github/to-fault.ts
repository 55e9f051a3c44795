import { GitHubFault, notFound, rateLimited } from './fault.ts';

interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}

/** Where GitHub names no time. */
const unnamedLimitSeconds = 60;

/** Any error of a request as a fault with its Problem. `request` names the endpoint; no token is in it. */
export function toFault(error: unknown, request: string, now: () => Date): GitHubFault {
  if (error instanceof GitHubFault) return error;
  const refusal = refusalIn(error);
  if (refusal === null) {
    return new GitHubFault(
      {
        code: 'GITHUB_UNREACHABLE',
        message: 'GitHub could not be reached.',
        found: `${request}: ${whatSystemSays(error)}`,
        fix: 'Try again; if it stays, check the network and GITHUB_API_URL.',
      },
      'again',
    );
  }
  return toRefusal(refusal, request, now);
}

/** The first cause with a code of the system. Any other message may quote what was sent, the token included. */
function whatSystemSays(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer';
  if ('code' in error && typeof error.code === 'string') return error.message || error.code;
  return whatSystemSays(error.cause);
}

function toRefusal(refusal: Refusal, request: string, now: () => Date): GitHubFault {
  const found = `${refusal.status} for ${request}: ${refusal.message}`;
  const retryAt = rateLimitEnd(refusal, now);
  if (retryAt !== null) {
    return rateLimited(found, retryAt.time, retryAt.isNamed);
  }
  if ([404, 410, 451].includes(refusal.status)) return notFound(found);
  if (refusal.status >= 500) {
    const problem = { code: 'GITHUB_FAILED', message: 'GitHub failed to answer.', found };
    return new GitHubFault({ ...problem, fix: 'Try again; if it stays, see githubstatus.com.' }, 'again');
  }
  return new GitHubFault(toFinalProblem(refusal, found), 'never');
}

function toFinalProblem({ status, message, headers }: Refusal, found: string) {
  if (status === 401) {
    const fix = 'Check that the token is whole, not expired, and meant for this GitHub.';
    return { code: 'GITHUB_TOKEN_REFUSED', message: 'GitHub does not accept the token.', found, fix };
  }
  if (status === 403 && /suspended/i.test(message)) {
    const fix = "Resume the installation in the account's settings on GitHub; what waited is then done.";
    return { code: 'INSTALLATION_SUSPENDED', message: 'The installation is suspended.', found, fix };
  }
  if (status === 403 && /not accessible|permission|must have/i.test(message)) {
    const wanted = headers['x-accepted-github-permissions'];
    return {
      code: 'GITHUB_PERMISSION_MISSING',
      message: 'The token lacks a permission.',
      found,
      ...(wanted === undefined ? {} : { expected: String(wanted) }),
      fix: 'Grant the permission in the workflow (`permissions:`) or to the App, then run it again.',
    };
  }
  const fix = 'See what GitHub says above; the repository may be archived or the conversation locked.';
  return { code: 'GITHUB_REFUSED', message: 'GitHub refused the request.', found, fix };
}

interface LimitEnd {
  readonly time: Date;
  readonly isNamed: boolean;
}

/** docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api: which limit, and when it ends. */
function rateLimitEnd({ status, message, headers }: Refusal, now: () => Date): LimitEnd | null {
  if (status !== 403 && status !== 429) return null;
  const after = Number(headers['retry-after']);
  if (Number.isFinite(after) && headers['retry-after'] !== undefined) {
    return { time: new Date(now().getTime() + after * 1000), isNamed: true };
  }
  const isSpent = String(headers['x-ratelimit-remaining']) === '0';
  const reset = Number(headers['x-ratelimit-reset'] ?? 0);
  if (isSpent && reset > 0) return { time: new Date(reset * 1000), isNamed: true };
  const isLimit = isSpent || status === 429 || /secondary rate limit|abuse/i.test(message);
  return isLimit ? { time: new Date(now().getTime() + unnamedLimitSeconds * 1000), isNamed: false } : null;
}

function refusalIn(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null;
  // Octokit turns a connection that broke into a 500 without a response.
  if (!('response' in error) || error.response === undefined) return null;
  const response: unknown = error.response;
  const hasHeaders = typeof response === 'object' && response !== null && 'headers' in response;
  return {
    status: error.status,
    message: error.message,
    headers: hasHeaders ? toHeaders(response.headers) : {},
  };
}

function toHeaders(headers: unknown): Refusal['headers'] {
  return typeof headers === 'object' && headers !== null ? Object.fromEntries(Object.entries(headers)) : {};
}
