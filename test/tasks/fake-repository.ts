/** One repository in memory, as the tasks see it. It counts what is written and refuses what GitHub would. */
import type { Permission } from '../../src/core/permission.ts';
import type { Change } from '../../src/tasks/change.ts';
import type { IssueWorld } from '../../src/tasks/label-issue.ts';
import type { IssueLists } from '../../src/tasks/ports/issue-lists.ts';
import type { Comment, Issue, ReactionReading } from '../../src/tasks/ports/issues.ts';
import type { Writer } from '../../src/tasks/ports/writer.ts';

export const repository = 'acme/app';
export const bot = { login: 'chokepoint[bot]', id: 900 };

export interface FakeRepository extends IssueWorld, IssueLists, Writer {
  /** Every Change carried out, in order. */
  readonly written: Change[];
  readonly issue: { -readonly [Key in keyof Issue]: Issue[Key] };
  readonly comments: Comment[];
  /** By comment. */
  readonly reactions: Map<number, ReactionReading[]>;
  readonly permissions: Map<string, Permission>;
  readonly labelNames: Set<string>;
  say(author: string, body: string): number;
}

export interface FakeSettings {
  readonly issue?: Partial<Issue>;
  readonly files?: Readonly<Record<string, string>>;
  readonly isPublic?: boolean;
  readonly permissions?: Readonly<Record<string, Permission>>;
}

export function commentBy(author: string, authorId: number, body: string, id = 1): Comment {
  const at = '2026-01-01T00:00:00Z';
  return { id, author, authorId, body, createdAt: at, updatedAt: at, reactions: { up: 0, down: 0 } };
}

/** One issue, number 1, by ana. Its clock goes on by a second at every write and every comment. */
export function createFakeRepository(settings: FakeSettings = {}): FakeRepository {
  let seconds = 0;
  let lastId = 0;
  const now = () => {
    seconds += 1;
    return new Date(Date.UTC(2026, 0, 1) + seconds * 1_000).toISOString();
  };
  const nextId = () => {
    lastId += 1;
    return lastId;
  };
  const written: Change[] = [];
  const comments: Comment[] = [];
  const reactions = new Map<number, ReactionReading[]>();
  const permissions = new Map(Object.entries(settings.permissions ?? {}));
  const labelNames = new Set<string>();
  const createdAt = now();
  const issue = { ...plainIssue, createdAt, updatedAt: createdAt, ...settings.issue };
  const add = (author: string, authorId: number, body: string) => {
    const id = nextId();
    const at = now();
    comments.push({
      id,
      author,
      authorId,
      body,
      createdAt: at,
      updatedAt: at,
      reactions: { up: 0, down: 0 },
    });
    return id;
  };
  const world = { issue, comments, reactions, labelNames, add, now, nextId };
  return {
    written,
    issue,
    comments,
    reactions,
    permissions,
    labelNames,
    say: (author, body) => add(author, author.length + 100, body),
    account: async () => bot,
    isPublic: async () => settings.isPublic ?? false,
    lastEditOf: async () => null,
    permissionOf: async (login) => permissions.get(login) ?? 'none',
    readFile: async (path) => {
      const text = settings.files?.[path];
      return text === undefined ? { kind: 'absent' } : { kind: 'file', text };
    },
    readConfigFile: async () => ({ kind: 'absent' }),
    readIssue: async (number) =>
      number === issue.number ? { ...issue, commentCount: comments.length } : null,
    listIssues: async ({ labels = [] }) =>
      labels.every((label) => issue.labels.includes(label))
        ? [{ ...issue, commentCount: comments.length }]
        : [],
    readComments: async () =>
      comments.map((comment) => ({ ...comment, reactions: countIn(reactions, comment.id) })),
    readReactions: async (id) => reactions.get(id) ?? [],
    readLabelNames: async () => [...labelNames],
    write: async (change) => {
      carryOut(change, world);
      written.push(change);
      return { url: null, number: null };
    },
  };
}

const plainIssue = {
  repository,
  number: 1,
  title: 'An idea',
  body: '',
  author: 'ana',
  authorId: 103,
  state: 'open',
  labels: [],
  closedAt: null,
  commentCount: 0,
  isPullRequest: false,
  isDropped: false,
  isLocked: false,
  milestone: null,
  hasParent: false,
  blockingCount: 0,
} as const satisfies Partial<Issue>;

interface Inside extends Pick<FakeRepository, 'issue' | 'comments' | 'reactions' | 'labelNames'> {
  readonly add: (author: string, authorId: number, body: string) => number;
  readonly now: () => string;
  readonly nextId: () => number;
}

/** Throws where a Change would write what is there already: no plan may ask for that. */
function carryOut(
  change: Change,
  { issue, comments, reactions, labelNames, add, now, nextId }: Inside,
): void {
  switch (change.kind) {
    case 'create-label':
      refuseIf(labelNames.has(change.name), change);
      labelNames.add(change.name);
      return;
    case 'add-labels':
      refuseIf(
        change.names.some((name) => issue.labels.includes(name) || !labelNames.has(name)),
        change,
      );
      issue.labels = [...issue.labels, ...change.names];
      return;
    case 'remove-label':
      refuseIf(!issue.labels.includes(change.name), change);
      issue.labels = issue.labels.filter((name) => name !== change.name);
      return;
    case 'post-comment':
      refuseIf(
        comments.some(({ authorId }) => authorId === bot.id),
        change,
      );
      add(bot.login, bot.id, change.body);
      return;
    case 'edit-comment': {
      const at = comments.findIndex(({ id }) => id === change.commentId);
      const found = comments[at];
      refuseIf(found === undefined || found.body === change.body, change);
      if (found !== undefined) comments[at] = { ...found, body: change.body, updatedAt: now() };
      return;
    }
    case 'react': {
      const given = reactions.get(change.commentId) ?? [];
      refuseIf(
        given.some(({ authorId, content }) => authorId === bot.id && content === change.content),
        change,
      );
      const own = { id: nextId(), author: bot.login, authorId: bot.id, content: change.content };
      reactions.set(change.commentId, [...given, own]);
      return;
    }
    case 'remove-reaction': {
      const given = reactions.get(change.commentId) ?? [];
      const left = given.filter(({ id }) => id !== change.reactionId);
      refuseIf(left.length !== given.length - 1, change);
      reactions.set(change.commentId, left);
      return;
    }
    default:
      refuseIf(true, change);
  }
}

function refuseIf(isWrong: boolean, change: Change): void {
  if (isWrong) throw new Error(`Nothing asks for this: ${JSON.stringify(change)}`);
}

function countIn(reactions: FakeRepository['reactions'], commentId: number): Comment['reactions'] {
  const given = reactions.get(commentId) ?? [];
  const count = (wanted: string) => given.filter(({ content }) => content === wanted).length;
  return { up: count('+1'), down: count('-1') };
}
