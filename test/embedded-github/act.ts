/** Does what people do on GitHub's pages and with git. */
import { z } from 'zod';
import type { Acting } from './acting.ts';
import { announceCheckRun, checkRunOf } from './check-runs.ts';
import { announcePush, branchSha, commitFiles, moveBranch, toFileTexts } from './commits.ts';
import { STEWARD } from './emulate-store.ts';
import { announceChanges, announceSubject, pictureOf } from './events.ts';
import { openIssue } from './issues.ts';
import { pushBranch } from './plant-seed.ts';
import { openPull } from './pull-requests.ts';
import { rereadSubject, storePath } from './subjects.ts';
import type { Repository, World } from './world.ts';
import { findLabel, pullOf, subjectOf } from './world.ts';

export function createActing(world: World, find: (fullName: string) => Repository): Acting {
  const acting = createUnorderedActing(world, find);
  return {
    ...acting,
    fileIssue: (wanted) => world.inTurn(() => acting.fileIssue(wanted)),
    openPullRequest: (wanted) => world.inTurn(() => acting.openPullRequest(wanted)),
    push: (wanted) => world.inTurn(() => acting.push(wanted)),
    setDraft: (...wanted) => world.inTurn(() => acting.setDraft(...wanted)),
    deleteIssue: (...wanted) => world.inTurn(() => acting.deleteIssue(...wanted)),
  };
}

function createUnorderedActing(world: World, find: (fullName: string) => Repository): Acting {
  return {
    fileIssue: async ({ repository: fullName, login, title, body, labels = [] }) => {
      const repository = find(fullName);
      const known = labels.filter((name) => findLabel(repository, name) !== undefined);
      const wanted = { title, body, labels: known, milestoneNumber: null, assignees: [] };
      return (await openIssue(world, repository, login, null, wanted)).number;
    },
    openPullRequest: async (wanted) => {
      const { login, title, body, branch, draft, forkOwner, linkedIssues = [] } = wanted;
      const repository = find(wanted.repository);
      const base = wanted.base ?? repository.json.default_branch;
      await pushBranch(world, repository, login, base, branch, wanted.files);
      const pull = { title, body, head: branch, base, draft, forkOwner: forkOwner ?? null, linkedIssues };
      const subject = await openPull(world, repository, login, null, pull);
      return subject.number;
    },
    push: async ({ repository: fullName, login, branch, files, message = `Change ${branch}` }) => {
      const repository = find(fullName);
      const before = await branchSha(world, repository, branch);
      if (before === undefined) throw new Error(`${fullName} has no branch ${branch}`);
      const sha = await commitFiles(world, repository, login, [before], toFileTexts(files), message);
      await moveBranch(world, repository, branch, sha);
      await announcePush(world, repository, login, branch, before, sha, message);
      return sha;
    },
    setDraft: async (fullName, number, draft, login) => {
      const repository = find(fullName);
      const subject = pullOf(repository, number);
      const before = pictureOf(repository, subject);
      const path = `${storePath(repository)}/pulls/${number}`;
      await world.store.ask(z.unknown(), STEWARD, 'PATCH', path, { draft });
      await rereadSubject(world, repository, subject);
      announceChanges(world, repository, subject, before, login);
    },
    deleteIssue: async (fullName, number, login) => {
      const repository = find(fullName);
      const subject = subjectOf(repository, number);
      announceSubject(world, repository, subject, login, 'deleted');
      repository.subjects.delete(number);
      repository.deletedNumbers.add(number);
    },
    requestCheckAction: async (fullName, checkRunId, identifier, login) => {
      const repository = find(fullName);
      const extra = { requested_action: { identifier } };
      announceCheckRun(
        world,
        repository,
        checkRunOf(repository, checkRunId),
        login,
        'requested_action',
        extra,
      );
    },
    linkIssues: (fullName, pullNumber, issueNumbers) => {
      const subject = pullOf(find(fullName), pullNumber);
      subject.linkedIssueNumbers = [...new Set([...subject.linkedIssueNumbers, ...issueNumbers])];
    },
  };
}
