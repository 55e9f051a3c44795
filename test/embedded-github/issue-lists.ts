/** Lists of issues as GitHub pages them: by cursor, forward and back, never by number and without a last page. */

import type { ApiRequest } from './exchange.ts';
import { linkTo, pageSize, Refusal } from './exchange.ts';
import { renderCommentCount } from './reactions.ts';
import type { Repository, Subject } from './world.ts';

export interface SubjectFilter {
  readonly state: 'open' | 'closed' | 'all';
  readonly labels: readonly string[];
  readonly since: string | null;
  readonly milestone: string | null;
  readonly assignee: string | null;
  readonly creator: string | null;
}

export interface SubjectOrder {
  readonly by: 'created' | 'updated' | 'comments';
  readonly direction: 'asc' | 'desc';
}

export function readFilter(query: URLSearchParams): SubjectFilter {
  const state = query.get('state') ?? 'open';
  if (state !== 'open' && state !== 'closed' && state !== 'all') throw new Refusal(422, 'Validation Failed');
  return {
    state,
    labels: (query.get('labels') ?? '')
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter(Boolean),
    since: query.get('since'),
    milestone: query.get('milestone'),
    assignee: query.get('assignee'),
    creator: query.get('creator'),
  };
}

export function readOrder(query: URLSearchParams): SubjectOrder {
  const by = query.get('sort');
  return {
    by: by === 'updated' || by === 'comments' ? by : 'created',
    direction: query.get('direction') === 'asc' ? 'asc' : 'desc',
  };
}

export function selectSubjects(
  repository: Repository,
  filter: SubjectFilter,
  order: SubjectOrder,
): Subject[] {
  const names = new Map([...repository.labels.values()].map((label) => [label.id, label.name.toLowerCase()]));
  return [...repository.subjects.values()]
    .filter((subject) => matches(subject, filter, names))
    .sort((one, other) => compare(rankOf(repository, one, order), rankOf(repository, other, order), order));
}

/** One page after (or before) the cursor, and the `Link` header that leads on. */
export function cursorPage(
  url: string,
  request: ApiRequest,
  repository: Repository,
  selected: readonly Subject[],
  pageLimit: number,
): { items: Subject[]; headers: Record<string, string> } {
  const page = request.query.get('page');
  if (page !== null && page !== '1') {
    throw new Refusal(
      422,
      'Pagination with the page parameter is not supported for large datasets, please use cursor based pagination (after/before)',
    );
  }
  const order = readOrder(request.query);
  const size = pageSize(request, pageLimit);
  const after = request.query.get('after');
  const before = request.query.get('before');
  let start = 0;
  if (after !== null) {
    const cursor = readCursor(after);
    start = selected.findIndex((subject) => compare(rankOf(repository, subject, order), cursor, order) > 0);
    if (start === -1) start = selected.length;
  } else if (before !== null) {
    const cursor = readCursor(before);
    const end = selected.findIndex(
      (subject) => compare(rankOf(repository, subject, order), cursor, order) >= 0,
    );
    start = Math.max(0, (end === -1 ? selected.length : end) - size);
  }
  const items = selected.slice(start, start + size);
  const cursorOf = (subject: Subject | undefined) =>
    subject === undefined ? '' : renderCursor(rankOf(repository, subject, order));
  const links: string[] = [];
  if (start + size < selected.length) {
    const next = linkTo(url, request, { page: null, before: null, after: cursorOf(items.at(-1)) });
    links.push(`<${next}>; rel="next"`);
  }
  if (start > 0 && items.length > 0) {
    const previous = linkTo(url, request, { page: null, after: null, before: cursorOf(items[0]) });
    links.push(`<${previous}>; rel="prev"`);
  }
  return { items, headers: links.length > 0 ? { link: links.join(', ') } : {} };
}

function matches(subject: Subject, filter: SubjectFilter, names: ReadonlyMap<number, string>): boolean {
  const { milestone, assignee, creator, since } = filter;
  if (filter.state !== 'all' && subject.issue.state !== filter.state) return false;
  const held = subject.labelIds.map((id) => names.get(id));
  if (!filter.labels.every((name) => held.includes(name))) return false;
  if (since !== null && Date.parse(subject.updatedAt) < Date.parse(since)) return false;
  if (milestone === 'none' && subject.milestoneNumber !== null) return false;
  if (milestone === '*' && subject.milestoneNumber === null) return false;
  if (milestone !== null && /^\d+$/.test(milestone) && subject.milestoneNumber !== Number(milestone))
    return false;
  const assignees = subject.assigneeLogins.map((login) => login.toLowerCase());
  if (assignee === 'none' && assignees.length > 0) return false;
  if (assignee === '*' && assignees.length === 0) return false;
  const named = assignee !== null && assignee !== 'none' && assignee !== '*';
  if (named && !assignees.includes(assignee.toLowerCase())) return false;
  return creator === null || subject.issue.user.login.toLowerCase() === creator.toLowerCase();
}

type Rank = readonly [value: number, number: number];

function rankOf(repository: Repository, subject: Subject, order: SubjectOrder): Rank {
  if (order.by === 'comments') return [renderCommentCount(repository, subject.number), subject.number];
  return [Date.parse(order.by === 'updated' ? subject.updatedAt : subject.createdAt), subject.number];
}

function compare(one: Rank, other: Rank, order: SubjectOrder): number {
  const ascending = one[0] - other[0] || one[1] - other[1];
  return order.direction === 'asc' ? ascending : -ascending;
}

function renderCursor(rank: Rank): string {
  return Buffer.from(`cursor:v2:${rank[0]}:${rank[1]}`).toString('base64url');
}

function readCursor(text: string): Rank {
  const parts = /^cursor:v2:(-?\d+):(\d+)$/.exec(Buffer.from(text, 'base64url').toString('utf8'));
  if (parts === null) throw new Refusal(422, 'Validation Failed');
  return [Number(parts[1]), Number(parts[2])];
}
