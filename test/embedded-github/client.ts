/** A bare REST client for tests: one call, its status, its document and its headers. */
import type { EmbeddedGitHub } from './start.ts';

export interface Answer {
  readonly status: number;
  readonly json: unknown;
  readonly headers: Headers;
}

export type Ask = (
  call: `${string} /${string}`,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>;

/** Asks with this token; `call` is a method and a path, as in `GET /repos/acme/app`. */
export function askWith(github: Pick<EmbeddedGitHub, 'url'>, token: string | null): Ask {
  return async (call, body, headers = {}) => {
    const [method = 'GET', ...path] = call.split(' ');
    const response = await fetch(`${github.url}${path.join(' ')}`, {
      method,
      headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json');
    return {
      status: response.status,
      json: isJson && text !== '' ? JSON.parse(text) : text,
      headers: response.headers,
    };
  };
}

export function askAs(github: EmbeddedGitHub, login: string): Ask {
  return askWith(github, github.token(login));
}

/** The address behind `rel`, relative to the front, or undefined. */
export function linkOf(github: EmbeddedGitHub, answer: Answer, rel: string): `GET /${string}` | undefined {
  const link = new RegExp(`<([^>]+)>; rel="${rel}"`).exec(answer.headers.get('link') ?? '')?.[1];
  return link === undefined ? undefined : `GET /${link.slice(github.url.length + 1)}`;
}
