import { Octokit } from '@octokit/core';
import type { OctokitResponse } from '@octokit/types';
import { createPacer, type Pace } from './pacer.ts';
import { toFault } from './to-fault.ts';

export type Client = Pick<Octokit, 'request' | 'graphql'>;

/** What a signed-in Octokit is wrapped in; shared by all clients of one process. */
export interface ClientParts {
  readonly pace: Pace;
  /** Hears how many requests GitHub still allows in this hour. */
  readonly onBudget?: (left: number) => void;
  /** Answers of the contents API by address, asked again with their ETag. */
  readonly remembered: Map<string, Remembered>;
  readonly now: () => Date;
  /** Hears of every request before it is made. */
  readonly onRequest?: () => void;
}

interface Remembered {
  readonly etag: string;
  readonly response: OctokitResponse<unknown>;
}

const rememberedAtMost = 1_000;
const readAttempts = 3;

export function createClientParts(writeIntervalMilliseconds: number): ClientParts {
  return { pace: createPacer(writeIntervalMilliseconds), remembered: new Map(), now: () => new Date() };
}

/** A client for one token. */
export function createTokenClient(token: string | null, apiUrl: string, parts: ClientParts): Client {
  const auth = token === null ? {} : { auth: token };
  return wrapClient(new Octokit({ baseUrl: apiUrl, userAgent: 'chokepoint', ...auth }), parts);
}

/**
 * Spaces the writes, asks for files by ETag, repeats reads that broke (a write is never blindly repeated),
 * and turns every error into a `GitHubFault`.
 */
export function wrapClient(octokit: Octokit, parts: ClientParts): Client {
  const { pace, remembered, now, onBudget } = parts;
  octokit.hook.after('request', ({ headers }) => {
    const left = headers['x-ratelimit-remaining'];
    if (left !== undefined) onBudget?.(Number(left));
  });
  octokit.hook.wrap('request', async (request, options) => {
    parts.onRequest?.();
    const { method, url, headers } = octokit.request.endpoint(options);
    const isRead = method === 'GET' || String(options.url).endsWith('/graphql');
    // Asked for inside the write that needs it: in line behind that write it would wait for ever.
    const isToken = String(options.url).endsWith('/access_tokens');
    const known = url.includes('/contents/') ? remembered.get(url) : undefined;
    if (known !== undefined) options.headers = { ...headers, 'if-none-match': known.etag };
    try {
      const ask = async () => checkWhole(await request(options));
      if (isToken) return await ask();
      if (!isRead) return await pace(ask);
      const response = await repeatRead(ask);
      if (url.includes('/contents/')) remember(remembered, url, response);
      return response;
    } catch (error) {
      if (known !== undefined && isNotModified(error)) return known.response;
      throw toFault(error, `${method} ${new URL(url).pathname}`, now);
    }
  });
  return octokit;
}

/**
 * Octokit hands on JSON that it cannot read as the text it is. Taken for an answer it would say that there is
 * nothing, or that the token is "undefined" for an hour.
 */
function checkWhole<Data>(response: OctokitResponse<Data>): OctokitResponse<Data> {
  const { data, headers } = response;
  const isJson = /^application\/json\b/i.test(headers['content-type'] ?? '');
  if (!isJson || typeof data !== 'string' || data === '') return response;
  throw Object.assign(new Error('The answer is no JSON that can be read.'), { status: 502, response });
}

async function repeatRead<Value>(read: () => Promise<Value>, attempt = 1): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
    if (attempt >= readAttempts || status < 500) throw error;
    return repeatRead(read, attempt + 1);
  }
}

function remember(
  remembered: Map<string, Remembered>,
  url: string,
  response: OctokitResponse<unknown>,
): void {
  const { etag } = response.headers;
  if (etag === undefined) return;
  const [oldest] = remembered.keys();
  if (remembered.size >= rememberedAtMost && oldest !== undefined) remembered.delete(oldest);
  remembered.set(url, { etag, response });
}

function isNotModified(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 304;
}
