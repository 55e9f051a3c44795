/** Merging: the branch's changes land on the base, and the issues it closes are closed. */
import { z } from 'zod';
import { closingReferences } from './closing-references.ts';
import { announcePush, branchSha, changedFiles, commitTree, moveBranch } from './commits.ts';
import { STEWARD } from './emulate-store.ts';
import { announceChanges, pictureOf } from './events.ts';
import { Refusal } from './exchange.ts';
import { changeSubject } from './issues.ts';
import type { PullJson } from './shapes.ts';
import { CommitShape, ShaShape } from './shapes.ts';
import { rereadSubject, storePath } from './subjects.ts';
import type { Repository, Subject, World } from './world.ts';

/** Gives the merge commit's sha. */
export async function mergePull(
  world: World,
  repository: Repository,
  subject: Subject & { pull: PullJson },
  login: string,
  expectedHeadSha?: string,
): Promise<string> {
  const head = subject.headSha ?? subject.pull.head.sha;
  if (subject.pull.draft) throw new Refusal(405, 'Pull Request is still a draft');
  if (subject.issue.state === 'closed') throw new Refusal(405, 'Pull Request is not mergeable');
  if (expectedHeadSha !== undefined && expectedHeadSha !== head) {
    throw new Refusal(409, 'Head branch was modified. Review and try the merge again.');
  }
  const base = subject.pull.base.ref;
  const tip = await branchSha(world, repository, base);
  if (tip === undefined) throw new Refusal(404, 'Not Found');

  const closing = closingReferences(world, repository, subject);
  const before = pictureOf(repository, subject);
  const tree = await mergedTree(world, repository, tip, head, subject.pull.base.sha);
  const path = `${storePath(repository)}/pulls/${subject.number}/merge`;
  await world.store.ask(z.unknown(), STEWARD, 'PUT', path, {});
  // The store puts the branch as it was opened in place of the base; GitHub applies the branch's changes.
  const message = `Merge pull request #${subject.number} from ${subject.pull.head.ref}`;
  const sha = await commitTree(world, repository, login, [tip, head], tree, message);
  await moveBranch(world, repository, base, sha);

  await rereadSubject(world, repository, subject);
  const at = world.now();
  Object.assign(subject, {
    mergedAt: at,
    mergedBy: login,
    mergeCommitSha: sha,
    closedAt: at,
    closedBy: login,
  });
  announceChanges(world, repository, subject, before, login);
  await announcePush(world, repository, login, base, tip, sha, message);
  for (const issue of closing) {
    if (issue.subject.issue.state === 'closed') continue;
    const closed = { state: 'closed', state_reason: 'completed' } as const;
    await changeSubject(world, issue.repository, issue.subject, login, closed);
  }
  return sha;
}

async function mergedTree(
  world: World,
  repository: Repository,
  tip: string,
  head: string,
  base: string,
): Promise<string> {
  const git = `${storePath(repository)}/git`;
  const commit = await world.store.ask(CommitShape, STEWARD, 'GET', `${git}/commits/${tip}`);
  const files = await changedFiles(world, repository, base, head);
  if (files.length === 0) return commit.tree.sha;
  const tree = await world.store.ask(ShaShape, STEWARD, 'POST', `${git}/trees`, {
    base_tree: commit.tree.sha,
    tree: files.map((file) => ({
      path: file.path,
      mode: '100644',
      type: 'blob',
      sha: file.status === 'removed' ? null : file.sha,
    })),
  });
  return tree.sha;
}
