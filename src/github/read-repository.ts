import type { Account } from '../core/account.ts';
import type { Permission } from '../core/permission.ts';
import type { DefaultBranch, FileReading, Files, HeadFiles } from '../tasks/ports/files.ts';
import type { Comment, Issues, ReactionReading, Reactions } from '../tasks/ports/issues.ts';
import type { People } from '../tasks/ports/people.ts';
import type { Client } from './client.ts';
import { orNull } from './fault.ts';
import { type Here, type IssueHome, isHere, toHere } from './here.ts';
import { type KnownEdits, readLastEdit } from './known-edits.ts';
import { readPages } from './pages.ts';
import { toComment, toIssue, toPermission, toReaction } from './to-model.ts';

export type RepositoryReader = Files & HeadFiles & DefaultBranch & People & Issues & Reactions;

/** What is known of a repository beyond one job; the App keeps it, a single run starts anew. */
export interface Memory {
  about?: { readonly isPublic: boolean; readonly defaultBranch: string };
  labelNames?: readonly string[];
  account?: Account;
}

/** Reads one repository, `owner/repo`, through REST. Rejects with `GitHubFault`. */
export function createRepositoryReader(
  client: Client,
  repository: string,
  account: () => Promise<Account>,
  memory: Memory,
  knownFiles: Map<string, FileReading>,
  knownEdits: KnownEdits,
): RepositoryReader {
  const here = toHere(repository);
  const permissions = new Map<string, Promise<Permission>>();
  const readAbout = async () => {
    memory.about ??= await readRepository(client, here);
    return memory.about;
  };
  return {
    account,
    readFileAt: (path, commit) => readFile(client, repository, path, commit),
    async readFile(path) {
      const file = knownFiles.get(path) ?? (await readFile(client, repository, path));
      knownFiles.set(path, file);
      return file;
    },
    async permissionOf(username) {
      const login = username.toLowerCase();
      const known = permissions.get(login) ?? readPermission(client, here, username);
      permissions.set(login, known);
      return known;
    },
    isPublic: async () => (await readAbout()).isPublic,
    lastEditOf: (issue) => readLastEdit(client, repository, issue, knownEdits),
    defaultBranch: async () => (await readAbout()).defaultBranch,
    async readIssue(number) {
      const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}';
      const answer = await orNull(client.request(route, { ...here, issue_number: number }));
      if (answer === null || (await wasMoved(client, here, answer.data))) return null;
      return toIssue(repository, answer.data);
    },
    readComments: (number) => readComments(client, here, number),
    readReactions: (commentId) => readReactions(client, here, commentId),
    async readLabelNames() {
      memory.labelNames ??= await readLabelNames(client, here);
      return memory.labelNames;
    },
  };
}

/**
 * GitHub leads on from an issue that was moved to another repository, to whatever number it has there, as it does from
 * the former name of a repository.
 */
async function wasMoved(client: Client, here: Here, issue: IssueHome): Promise<boolean> {
  if (isHere(here, issue)) return false;
  const { data } = await client.request('GET /repos/{owner}/{repo}', { ...here });
  return !isHere(toHere(data.full_name), issue);
}

async function readRepository(client: Client, here: Here): Promise<NonNullable<Memory['about']>> {
  const { data } = await client.request('GET /repos/{owner}/{repo}', { ...here });
  return { isPublic: !data.private, defaultBranch: data.default_branch };
}

async function readPermission(client: Client, here: Here, username: string): Promise<Permission> {
  const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
  const answer = await orNull(client.request(route, { ...here, username }));
  return answer === null ? 'none' : toPermission(answer.data);
}

/** A file of any repository the token reads, of its default branch or as it is in `ref`. */
export async function readFile(
  client: Client,
  repository: string,
  path: string,
  ref?: string,
): Promise<FileReading> {
  const { owner, repo } = toHere(repository);
  const answer = await orNull(
    client.request('GET /repos/{owner}/{repo}/contents/{path}', {
      owner,
      repo,
      path,
      ...(ref === undefined ? {} : { ref }),
      headers: { accept: 'application/vnd.github.raw+json' },
    }),
  );
  if (answer === null) return { kind: 'absent' };
  return { kind: 'file', text: toText(answer.data) };
}

/** Without a character set in the answer Octokit leaves the bytes as they are. */
function toText(data: unknown): string {
  if (typeof data === 'string') return data;
  return data instanceof ArrayBuffer ? new TextDecoder().decode(data) : '';
}

function readComments(client: Client, here: Here, issue_number: number): Promise<readonly Comment[]> {
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
  return readPages((page) => client.request(route, { ...here, issue_number, ...page }), toComment);
}

function readReactions(client: Client, here: Here, comment_id: number): Promise<readonly ReactionReading[]> {
  const route = 'GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions';
  return readPages((page) => client.request(route, { ...here, comment_id, ...page }), toReaction);
}

function readLabelNames(client: Client, here: Here): Promise<readonly string[]> {
  const route = 'GET /repos/{owner}/{repo}/labels';
  return readPages(
    (page) => client.request(route, { ...here, ...page }),
    ({ name }) => name,
  );
}
