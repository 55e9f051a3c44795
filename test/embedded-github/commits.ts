/** Commits, branches and the difference between them, kept in the store's own git. */
import { z } from 'zod';
import { STEWARD } from './emulate-store.ts';
import { announce, announceSubject } from './events.ts';
import { Refusal } from './exchange.ts';
import { CommitShape, ShaShape } from './shapes.ts';
import { storePath } from './subjects.ts';
import type { Repository, World } from './world.ts';
import { accountOf, isPull } from './world.ts';

export type FileTexts = Readonly<Record<string, string | null>>;

export interface ChangedFile {
  readonly path: string;
  readonly status: 'added' | 'modified' | 'removed';
  /** Of the file's content; of the former content when it was removed. */
  readonly sha: string;
}

const RefShape = z.looseObject({ object: ShaShape });
const TreeShape = z.looseObject({
  sha: z.string(),
  tree: z.array(z.looseObject({ path: z.string(), type: z.string(), sha: z.string() })),
});
const ComparisonShape = z.looseObject({ merge_base_commit: ShaShape });

/** The sha of a branch's newest commit, or undefined when there is no such branch. */
export async function branchSha(
  world: World,
  repository: Repository,
  branch: string,
): Promise<string | undefined> {
  const path = `${storePath(repository)}/git/ref/heads/${branch}`;
  const answer = await world.store.pass(world.store.authorizationOf(STEWARD), 'GET', path);
  return answer.status === 200 ? RefShape.parse(answer.json).object.sha : undefined;
}

export function toFileTexts(files: readonly string[] | FileTexts): FileTexts {
  if (!isPathList(files)) return files;
  return Object.fromEntries(
    files.map((path) => [
      path,
      `changed: ${path}
`,
    ]),
  );
}

function isPathList(files: readonly string[] | FileTexts): files is readonly string[] {
  return Array.isArray(files);
}

/** Commits on top of `parent` and gives the new commit's sha; no branch moves. */
export async function commitFiles(
  world: World,
  repository: Repository,
  login: string,
  parents: readonly [string, ...string[]],
  files: FileTexts,
  message: string,
): Promise<string> {
  const path = `${storePath(repository)}/git`;
  const parent = await world.store.ask(CommitShape, STEWARD, 'GET', `${path}/commits/${parents[0]}`);
  const removed = Object.entries(files).some(([, text]) => text === null);
  const base = await treePaths(world, repository, parents[0]);
  const entries = Object.entries(files)
    .filter(([file, text]) => text !== null || base.has(file))
    .map(([file, text]) => ({
      path: file,
      mode: '100644',
      type: 'blob',
      ...(text === null ? { sha: null } : { content: text }),
    }));
  if (removed && entries.length === 0) throw new Refusal(404, 'Not Found');
  const tree = await world.store.ask(ShaShape, STEWARD, 'POST', `${path}/trees`, {
    base_tree: parent.tree.sha,
    tree: entries,
  });
  return commitTree(world, repository, login, parents, tree.sha, message);
}

export async function commitTree(
  world: World,
  repository: Repository,
  login: string,
  parents: readonly string[],
  tree: string,
  message: string,
): Promise<string> {
  const author = { name: login, email: `${login}@users.noreply.github.com`, date: world.now() };
  const body = { message, tree, parents, author, committer: author };
  const commit = await world.store.ask(
    ShaShape,
    STEWARD,
    'POST',
    `${storePath(repository)}/git/commits`,
    body,
  );
  return commit.sha;
}

/** Points a branch at a commit, creating the branch where it is missing. */
export async function moveBranch(
  world: World,
  repository: Repository,
  branch: string,
  sha: string,
): Promise<void> {
  const path = `${storePath(repository)}/git/refs`;
  if ((await branchSha(world, repository, branch)) === undefined) {
    await world.store.ask(z.unknown(), STEWARD, 'POST', path, { ref: `refs/heads/${branch}`, sha });
  } else {
    await world.store.ask(z.unknown(), STEWARD, 'PATCH', `${path}/heads/${branch}`, { sha, force: true });
  }
}

/** What `head` changes since it left `base`, sorted by path. */
export async function changedFiles(
  world: World,
  repository: Repository,
  base: string,
  head: string,
): Promise<ChangedFile[]> {
  const path = `${storePath(repository)}/compare/${base}...${head}`;
  const { merge_base_commit } = await world.store.ask(ComparisonShape, STEWARD, 'GET', path);
  const before = await treePaths(world, repository, merge_base_commit.sha);
  const after = await treePaths(world, repository, head);
  const files: ChangedFile[] = [];
  for (const [file, sha] of after) {
    const former = before.get(file);
    if (former === undefined) files.push({ path: file, status: 'added', sha });
    else if (former !== sha) files.push({ path: file, status: 'modified', sha });
  }
  for (const [file, sha] of before) {
    if (!after.has(file)) files.push({ path: file, status: 'removed', sha });
  }
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}

async function treePaths(world: World, repository: Repository, commit: string): Promise<Map<string, string>> {
  const path = `${storePath(repository)}/git/trees/${commit}?recursive=1`;
  const { tree } = await world.store.ask(TreeShape, STEWARD, 'GET', path);
  return new Map(tree.filter(({ type }) => type === 'blob').map((entry) => [entry.path, entry.sha]));
}

/** Tells of a push: `push`, and `synchronize` on every open pull request of that branch. */
export async function announcePush(
  world: World,
  repository: Repository,
  login: string,
  branch: string,
  before: string | undefined,
  after: string,
  message: string,
): Promise<void> {
  const files = before === undefined ? [] : await changedFiles(world, repository, before, after);
  const paths = (status: ChangedFile['status']) =>
    files.filter((file) => file.status === status).map(({ path }) => path);
  const commit = {
    id: after,
    message,
    timestamp: world.now(),
    author: { name: login, email: `${login}@users.noreply.github.com`, username: login },
    added: paths('added'),
    modified: paths('modified'),
    removed: paths('removed'),
  };
  announce(world, repository, login, 'push', null, {
    ref: `refs/heads/${branch}`,
    before: before ?? '0'.repeat(40),
    after,
    created: before === undefined,
    deleted: false,
    forced: false,
    commits: [commit],
    head_commit: commit,
    pusher: { name: login, email: accountOf(world, login)['email'] ?? null },
  });
  for (const subject of repository.subjects.values()) {
    if (!isPull(subject) || subject.pull.head.ref !== branch || subject.issue.state !== 'open') continue;
    if (subject.headSha === after) continue;
    const extra = { before: subject.headSha, after };
    subject.headSha = after;
    subject.changedFileCount = (await changedFiles(world, repository, subject.pull.base.sha, after)).length;
    subject.updatedAt = world.now();
    announceSubject(world, repository, subject, login, 'synchronize', extra);
  }
}
