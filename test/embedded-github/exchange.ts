/** Requests and answers as the front's routes see them, and GitHub's way of refusing one. */
import type { IncomingHttpHeaders } from 'node:http';
import type { z } from 'zod';
import type { Principal } from './access.ts';

export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  readonly params: Readonly<Record<string, string>>;
  readonly principal: Principal;
}

export interface ApiAnswer {
  readonly status: number;
  readonly json?: unknown;
  readonly bytes?: { readonly content: Buffer; readonly type: string };
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown by a route; the front turns it into GitHub's error document. */
export class Refusal extends Error {
  readonly status: number;
  readonly details: Record<string, unknown>;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    message: string,
    details: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ) {
    super(message);
    this.status = status;
    this.details = details;
    this.headers = headers;
  }
}

export function validationFailed(resource: string, field: string, code: string, message?: string): Refusal {
  return new Refusal(422, 'Validation Failed', {
    errors: [{ resource, code, field, ...(message === undefined ? {} : { message }) }],
  });
}

/** Reads a request's body by its shape, or refuses with 422 and GitHub's `errors[]`. */
export function readBody<T>(shape: z.ZodType<T>, body: unknown, resource: string): T {
  const read = shape.safeParse(body ?? {});
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const field = String(issue?.path[0] ?? 'body');
  const given = typeof body === 'object' && body !== null && field in body;
  throw validationFailed(resource, field, given ? 'invalid' : 'missing_field');
}

export function numberParam(request: ApiRequest, name: string): number {
  const text = request.params[name] ?? '';
  if (!/^\d+$/.test(text)) throw new Refusal(404, 'Not Found');
  return Number(text);
}

export function pageSize(request: ApiRequest, pageLimit: number): number {
  const wanted = Number(request.query.get('per_page') ?? '30');
  return Math.max(1, Math.min(pageLimit, Number.isInteger(wanted) ? wanted : 30));
}

/** One numbered page of a list, with GitHub's `Link` header (first, prev, next, last). */
export function pageOf<T>(
  url: string,
  request: ApiRequest,
  items: readonly T[],
  pageLimit: number,
): { items: T[]; headers: Record<string, string> } {
  const size = pageSize(request, pageLimit);
  const page = Math.max(1, Number.parseInt(request.query.get('page') ?? '1', 10) || 1);
  const lastPage = Math.max(1, Math.ceil(items.length / size));
  const links: string[] = [];
  const link = (number: number, rel: string) => {
    links.push(`<${linkTo(url, request, { page: String(number) })}>; rel="${rel}"`);
  };
  if (page > 1) {
    link(Math.min(page - 1, lastPage), 'prev');
    link(1, 'first');
  }
  if (page < lastPage) {
    link(page + 1, 'next');
    link(lastPage, 'last');
  }
  const headers: Record<string, string> = links.length > 0 ? { link: links.join(', ') } : {};
  return { items: items.slice((page - 1) * size, page * size), headers };
}

export function linkTo(url: string, request: ApiRequest, changed: Record<string, string | null>): string {
  const query = new URLSearchParams(request.query);
  for (const [name, value] of Object.entries(changed)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  return `${url}${request.path}?${query}`;
}
