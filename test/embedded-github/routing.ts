/** Matches a request's path against route patterns such as `/repos/:owner/:repo/contents/*path`. */
import type { Need } from './access.ts';
import type { ApiAnswer, ApiRequest } from './exchange.ts';
import type { Repository, World } from './world.ts';

type Answering = ApiAnswer | Promise<ApiAnswer>;

export interface Route {
  readonly method: string;
  readonly segments: readonly string[];
  readonly run: (world: World, request: ApiRequest) => Answering;
}

/** A route under `/repos/:owner/:repo`: the front finds the repository and checks the access first. */
export interface RepositoryRoute {
  readonly method: string;
  readonly segments: readonly string[];
  readonly need: Need;
  readonly runIn: (world: World, repository: Repository, request: ApiRequest) => Answering;
}

export function route(pattern: `${string} /${string}`, run: Route['run']): Route {
  const [method = '', path = ''] = pattern.split(' ');
  return { method, segments: path.split('/').slice(1), run };
}

/** `pattern` continues `/repos/:owner/:repo`. */
export function inRepository(
  pattern: `${string} /${string}` | 'GET ' | 'PATCH ',
  need: Need,
  runIn: RepositoryRoute['runIn'],
): RepositoryRoute {
  const [method = '', path = ''] = pattern.split(' ');
  return { method, segments: ['repos', ':owner', ':repo', ...path.split('/').slice(1)], need, runIn };
}

export function matchPath(segments: readonly string[], path: string): Record<string, string> | undefined {
  const parts = path.split('/').slice(1);
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const part = parts[index];
    if (part === undefined) return undefined;
    if (segment.startsWith('*')) {
      params[segment.slice(1)] = parts.slice(index).map(decode).join('/');
      return params;
    }
    if (segment.startsWith(':')) params[segment.slice(1)] = decode(part);
    else if (segment !== part) return undefined;
  }
  return parts.length === segments.length ? params : undefined;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
