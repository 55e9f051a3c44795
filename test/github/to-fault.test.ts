import { describe, expect, it } from 'vitest';
import { createClientParts, createTokenClient } from '../../src/github/client.ts';
import { GitHubFault } from '../../src/github/fault.ts';
import { toFault } from '../../src/github/to-fault.ts';
import { freePort } from '../support/free-port.ts';

const now = new Date('2026-11-26T12:00:00Z');

/** What a request comes to that GitHub refuses like this. */
function faultOf(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
  const refusal = Object.assign(new Error(message), { status, response: { headers } });
  return toFault(refusal, 'GET /repos/acme/app', () => now);
}

const reset = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795696200' };

describe('T24: a limit of REST is waited for', () => {
  it.each([
    ['as long as retry-after says', 403, 'Slow down', { 'retry-after': '7' }, '2026-11-26T12:00:07Z', true],
    [
      'as long as it says before all else',
      429,
      'x',
      { 'retry-after': '0', ...reset },
      '2026-11-26T12:00:00Z',
      true,
    ],
    [
      'until the hour’s requests come back',
      403,
      'API rate limit exceeded',
      reset,
      '2026-11-26T12:30:00Z',
      true,
    ],
    [
      'a minute where the hour is spent and no end of it is named',
      403,
      'API rate limit exceeded',
      { 'x-ratelimit-remaining': '0' },
      '2026-11-26T12:01:00Z',
      false,
    ],
    [
      'a minute where it names none',
      403,
      'You have exceeded a secondary rate limit',
      {},
      '2026-11-26T12:01:00Z',
      false,
    ],
    ['a minute after an abuse, as it was called', 403, 'abuse detection', {}, '2026-11-26T12:01:00Z', false],
    ['a minute after 429 of whatever words', 429, 'No', {}, '2026-11-26T12:01:00Z', false],
  ] as const)('%s', (_, status, message, headers, retryAt, isTimeNamed) => {
    const fault = faultOf(status, message, headers);
    expect(fault).toMatchObject({ retry: 'later', retryAt: new Date(retryAt), isTimeNamed });
    expect(fault.problem.code).toBe('GITHUB_RATE_LIMIT');
  });

  it.each([
    [
      'T23: a permission that is missing',
      403,
      'Resource not accessible by integration',
      'GITHUB_PERMISSION_MISSING',
      'never',
    ],
    ['an hour that is not spent', 403, 'No', 'GITHUB_REFUSED', 'never'],
    ['a token that is no more', 401, 'Bad credentials', 'GITHUB_TOKEN_REFUSED', 'never'],
    ['what is not there', 404, 'Not Found', 'GITHUB_NOT_FOUND', 'never'],
    ['what is gone', 410, 'Gone', 'GITHUB_NOT_FOUND', 'never'],
    ['a server that fails', 502, 'Bad gateway', 'GITHUB_FAILED', 'again'],
  ] as const)('not for %s', (_, status, message, code, retry) => {
    const fault = faultOf(status, message, { 'x-ratelimit-remaining': '4999', 'x-ratelimit-reset': '1' });
    expect(fault).toMatchObject({ retry, problem: { code } });
  });

  it('not for a connection that broke', () => {
    expect(
      toFault(Object.assign(new Error('socket hang up'), { status: 500 }), 'GET /', () => now),
    ).toMatchObject({
      retry: 'again',
      problem: { code: 'GITHUB_UNREACHABLE' },
    });
  });
});

/** The Problem of a request to a port on which nothing listens. */
async function problemWith(token: string, port: number) {
  const client = createTokenClient(token, `http://127.0.0.1:${port}`, createClientParts(0));
  const fault = await client.request('GET /user').catch((error: unknown) => error);
  if (!(fault instanceof GitHubFault)) throw new Error('no fault');
  return fault.problem;
}

describe('a connection that fails', () => {
  it('T30: is told without the token that no header can hold, though the error over it quotes it', async () => {
    const problem = await problemWith('ghp_canary\nY', await freePort());
    expect(problem).toMatchObject({ code: 'GITHUB_UNREACHABLE', found: 'GET /user: no answer' });
    expect(JSON.stringify(problem)).not.toContain('canary');
  });

  it('is told as the system says it', async () => {
    const port = await freePort();
    const { found } = await problemWith('ghp_canary', port);
    expect(found).toBe(`GET /user: connect ECONNREFUSED 127.0.0.1:${port}`);
  });
});
