/** REST: files, people, lists of issues by cursor, and the few writes of a summary and a sweep. */
import { z } from 'zod';
import { labelCatalogue } from '../../src/core/labels.ts';
import { bot, commentsOf, repository, restIssue } from './answers.ts';
import type { Candidate, Population } from './population.ts';

export interface Posted {
  readonly number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  readonly labels: readonly string[];
  readonly createdAt: number;
}

export interface Large {
  readonly population: Population;
  readonly files: Readonly<Record<string, string>>;
  readonly now: number;
  url: string;
  /** Issues that were opened over the API, oldest first. */
  readonly posted: Posted[];
  /** Labels of candidates that were changed over the API. */
  readonly labels: Map<number, readonly string[]>;
}

export interface RestAnswer {
  readonly status: number;
  readonly json: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const base = `/repos/${repository}`;
const notFound: RestAnswer = { status: 404, json: { message: 'Not Found' } };
const issueShape = z.object({ title: z.string(), body: z.string(), labels: z.array(z.string()) });
const changeShape = z
  .object({ title: z.string(), body: z.string(), state: z.enum(['open', 'closed']) })
  .partial();
const labelsShape = z.object({ labels: z.array(z.string()) });

export function answerRest(large: Large, method: string, url: URL, body: unknown): RestAnswer {
  const path = url.pathname.slice(base.length);
  if (!url.pathname.startsWith(base)) return notFound;
  if (method !== 'GET') return write(large, method, path, body);
  if (path === '') return { status: 200, json: { private: true, full_name: repository } };
  if (path.startsWith('/contents/'))
    return contents(large, decodeURIComponent(path.slice('/contents/'.length)));
  if (path.startsWith('/collaborators/')) {
    return {
      status: 200,
      json: { permission: 'admin', user: { permissions: { triage: true, push: true } } },
    };
  }
  if (path === '/labels') return { status: 200, json: labelCatalogue.map(({ key }) => ({ name: key })) };
  if (path === '/milestones') return { status: 200, json: [] };
  if (path === '/issues') return list(large, url);
  const [, digits, below] = /^\/issues\/(\d+)(\/comments)?$/.exec(path) ?? [];
  const number = Number(digits);
  if (!(number > 0 && number <= large.population.open)) return notFound;
  const candidate = candidateOf(large, number);
  return { status: 200, json: below === undefined ? restIssue(candidate) : commentsOf(candidate) };
}

/** A candidate with the labels that it was given meanwhile. */
export function candidateOf({ population, labels }: Large, number: number): Candidate {
  const candidate = population.candidate(number);
  return { ...candidate, labels: labels.get(number) ?? candidate.labels };
}

function contents({ files }: Large, path: string): RestAnswer {
  const text = files[path];
  return text === undefined ? notFound : { status: 200, json: text };
}

/** One page after the cursor; filtered by label, state and `since`, in the order asked for. */
function list(large: Large, url: URL): RestAnswer {
  const { searchParams: query } = url;
  if (query.has('page'))
    return { status: 422, json: { message: 'Pagination by page is not supported here.' } };
  const labels = (query.get('labels') ?? '').split(',').filter((label) => label !== '');
  const state = z.enum(['open', 'closed', 'all']).parse(query.get('state') ?? 'open');
  const since = Date.parse(query.get('since') ?? '1970-01-01T00:00:00Z');
  const size = Number(query.get('per_page') ?? 30);
  const oldestFirst = large.population.select(state, labels);
  const ordered = query.get('direction') === 'asc' ? oldestFirst : oldestFirst.toReversed();
  const start = Number(query.get('after') ?? 0);
  const items: Candidate[] = [];
  let at = start;
  for (; at < ordered.length && items.length < size; at += 1) {
    const candidate = candidateOf(large, ordered[at] ?? 0);
    if (candidate.updatedAt >= since) items.push(candidate);
  }
  const next = new URL(url);
  next.searchParams.set('after', String(at));
  const headers = at < ordered.length ? { link: `<${next}>; rel="next"` } : {};
  return { status: 200, json: items.map(restIssue), headers };
}

function write(large: Large, method: string, path: string, body: unknown): RestAnswer {
  const number = Number(/^\/issues\/(\d+)/.exec(path)?.[1]);
  if (method === 'POST' && path === '/issues') {
    const { title, body: text, labels } = issueShape.parse(body);
    const posted: Posted = {
      number: 20_000_000 + large.posted.length,
      title,
      body: text,
      labels,
      state: 'open',
      createdAt: large.now,
    };
    large.posted.push(posted);
    return {
      status: 201,
      json: { number: posted.number, html_url: `${large.url}/${repository}/issues/${posted.number}` },
    };
  }
  if (/\/labels(\/.*)?$/.test(path)) return writeLabels(large, method, number, path, body);
  const issue = large.posted.find((one) => one.number === number);
  if (method === 'PATCH' && issue !== undefined) Object.assign(issue, changeShape.parse(body));
  return { status: 200, json: { number, id: number, html_url: '', user: bot } };
}

function writeLabels(large: Large, method: string, number: number, path: string, body: unknown): RestAnswer {
  const held = candidateOf(large, number).labels;
  const name = decodeURIComponent(path.split('/labels/')[1] ?? '');
  const labels =
    method === 'DELETE'
      ? held.filter((label) => label !== name)
      : [...held, ...labelsShape.parse(body).labels];
  large.labels.set(number, labels);
  return { status: 200, json: [] };
}
