/** Plants a seed: through the same functions as the routes, but announced to nobody and dated back. */
import { z } from 'zod';
import { botLoginOf } from './app-identity.ts';
import { BOT_LOGINS } from './built-in-apps.ts';
import { addComment } from './comments.ts';
import { branchSha, commitFiles, moveBranch, toFileTexts } from './commits.ts';
import { STEWARD } from './emulate-store.ts';
import { changeSubject, openIssue } from './issues.ts';
import { createLabel } from './labels.ts';
import { mergePull } from './merge.ts';
import { createMilestone } from './milestones.ts';
import { openPull } from './pull-requests.ts';
import type { Seed, SeedIssue, SeedPullRequest, SeedRepository } from './seed.ts';
import { storePath } from './subjects.ts';
import type { AppIdentity, Repository, Subject, World } from './world.ts';
import { findRepository, pullOf } from './world.ts';

export function loginsOf(seed: Seed): string[] {
  const logins = new Map<string, string>();
  const add = (login: string | undefined) => {
    if (login !== undefined && !BOT_LOGINS.some((bot) => bot === login))
      logins.set(login.toLowerCase(), login);
  };
  for (const login of seed.users ?? []) add(login);
  for (const repository of seed.repositories) {
    for (const login of Object.keys(repository.collaborators ?? {})) add(login);
    for (const subject of [...(repository.issues ?? []), ...(repository.pullRequests ?? [])]) {
      add(subject.author);
      for (const login of subject.assignees ?? []) add(login);
      for (const comment of subject.comments ?? []) add(comment.author);
    }
    for (const pull of repository.pullRequests ?? []) {
      add(pull.mergedBy);
      add(pull.forkOwner);
    }
  }
  for (const organisation of ownersOf(seed).organisations) logins.delete(organisation.toLowerCase());
  return [...logins.values()];
}

export function ownersOf(seed: Seed): { organisations: string[]; people: string[] } {
  const owners = [...new Set(seed.repositories.map(({ fullName }) => fullName.split('/')[0] ?? ''))];
  const people = owners.filter((owner) => seed.users?.includes(owner) ?? false);
  return { people, organisations: owners.filter((owner) => !people.includes(owner)) };
}

export async function plantSeed(world: World, seed: Seed): Promise<void> {
  for (const planned of seed.repositories) {
    const [owner = '', name = ''] = planned.fullName.split('/');
    const repository = findRepository(world, owner, name);
    if (repository !== undefined) await plantRepository(world, repository, planned, ownersOf(seed).people);
  }
}

async function plantRepository(
  world: World,
  repository: Repository,
  planned: SeedRepository,
  owningPeople: readonly string[],
): Promise<void> {
  for (const [login, role] of Object.entries(planned.collaborators ?? {})) {
    repository.roles.set(login.toLowerCase(), role);
  }
  // Roles are checked by the front; in the store everybody known may do everything.
  const owner = repository.json.owner.login;
  const admin = owningPeople.includes(owner) ? owner : STEWARD;
  for (const login of [
    STEWARD,
    ...[...world.accounts.values()]
      .filter(({ type }) => type !== 'Organization')
      .map((account) => account.login),
  ]) {
    const path = `${storePath(repository)}/collaborators/${encodeURIComponent(login)}`;
    await world.store.ask(z.unknown(), admin, 'PUT', path, { permission: 'admin' });
  }
  const files = { ...planned.files };
  if (Object.keys(files).length > 0) {
    const branch = repository.json.default_branch;
    const tip = await branchSha(world, repository, branch);
    if (tip !== undefined) {
      const sha = await commitFiles(world, repository, owner, [tip], files, 'Set up');
      await moveBranch(world, repository, branch, sha);
    }
  }
  for (const label of planned.labels ?? []) await createLabel(world, repository, label, owner);
  for (const { dueOn, ...milestone } of planned.milestones ?? []) {
    await createMilestone(world, repository, { ...milestone, due_on: dueOn ?? null }, owner);
  }
  const author = Object.entries(planned.collaborators ?? {}).find(([, role]) => role === 'admin')?.[0];
  const fallback = author ?? (admin === STEWARD ? 'github-actions[bot]' : owner);
  for (const issue of planned.issues ?? []) await plantIssue(world, repository, issue, fallback);
  for (const pull of planned.pullRequests ?? []) await plantPull(world, repository, pull, fallback);
}

async function plantIssue(
  world: World,
  repository: Repository,
  planned: SeedIssue,
  fallback: string,
): Promise<void> {
  world.instant = planned.createdAt ?? null;
  const author = planned.author ?? fallback;
  const subject = await openIssue(world, repository, author, appOf(world, author), {
    title: planned.title,
    body: planned.body ?? null,
    labels: planned.labels ?? [],
    milestoneNumber: milestoneNumber(repository, planned.milestone),
    assignees: planned.assignees ?? [],
  });
  await plantComments(world, repository, subject, planned);
  if (planned.state === 'closed' || planned.closedAt !== undefined) {
    world.instant = planned.closedAt ?? world.instant;
    const state_reason = planned.stateReason ?? 'completed';
    await changeSubject(world, repository, subject, author, {
      state: 'closed',
      state_reason,
    });
  }
  world.instant = null;
}

async function plantPull(
  world: World,
  repository: Repository,
  planned: SeedPullRequest,
  fallback: string,
): Promise<void> {
  const author = planned.author ?? fallback;
  world.instant = planned.createdAt ?? null;
  const base = planned.base ?? repository.json.default_branch;
  const branch = planned.branch ?? `branch-${world.nextId()}`;
  await pushBranch(world, repository, author, base, branch, planned.files ?? [`src/${branch}.ts`]);
  const { title, body, draft, forkOwner } = planned;
  const wanted = {
    title,
    body,
    head: branch,
    base,
    draft,
    forkOwner: forkOwner ?? null,
    linkedIssues: planned.linkedIssues ?? [],
  };
  const subject = await openPull(world, repository, author, appOf(world, author), wanted);
  const given = {
    labels: [...(planned.labels ?? [])],
    milestone: milestoneNumber(repository, planned.milestone),
    assignees: [...(planned.assignees ?? [])],
  };
  await changeSubject(world, repository, subject, author, given);
  await plantComments(world, repository, subject, planned);
  if (planned.mergedAt !== undefined) {
    world.instant = planned.mergedAt;
    await mergePull(world, repository, pullOf(repository, subject.number), planned.mergedBy ?? author);
  } else if (planned.state === 'closed' || planned.closedAt !== undefined) {
    world.instant = planned.closedAt ?? world.instant;
    await changeSubject(world, repository, subject, author, { state: 'closed' });
  }
  world.instant = null;
}

/** Makes a branch off `base` with one commit that changes these files. */
export async function pushBranch(
  world: World,
  repository: Repository,
  login: string,
  base: string,
  branch: string,
  files: readonly string[] | Readonly<Record<string, string | null>>,
): Promise<string> {
  const tip = (await branchSha(world, repository, branch)) ?? (await branchSha(world, repository, base));
  if (tip === undefined) throw new Error(`${repository.json.full_name} has no branch ${base}`);
  const sha = await commitFiles(world, repository, login, [tip], toFileTexts(files), `Change ${branch}`);
  await moveBranch(world, repository, branch, sha);
  return sha;
}

async function plantComments(
  world: World,
  repository: Repository,
  subject: Subject,
  planned: SeedIssue | SeedPullRequest,
): Promise<void> {
  const { instant } = world;
  for (const comment of planned.comments ?? []) {
    world.instant = comment.createdAt ?? instant;
    const { author, body } = comment;
    await addComment(world, repository, subject, author, body, appOf(world, author));
  }
  world.instant = instant;
}

/** The App that wrote what its bot wrote. */
function appOf(world: World, login: string): AppIdentity | null {
  return [world.app, world.workflowApp].find((app) => botLoginOf(app) === login) ?? null;
}

function milestoneNumber(repository: Repository, title: string | undefined): number | null {
  if (title === undefined) return null;
  const found = [...repository.milestones.values()].find((milestone) => milestone.title === title);
  if (found === undefined) throw new Error(`${repository.json.full_name} has no milestone ${title}`);
  return found.number;
}
