/** Announces changes by webhook: what changed between two looks at a subject decides which events are sent. */
import type { Label } from './shapes.ts';
import { renderIssue, renderMilestone, renderPull, renderRepository } from './subjects.ts';
import type { Repository, Subject, World } from './world.ts';
import { accountOf, isPull } from './world.ts';

type Json = Record<string, unknown>;

/** Sends one event to the App, where it is installed, not suspended and subscribed. */
export function announce(
  world: World,
  repository: Repository,
  login: string,
  event: string,
  action: string | null,
  extra: Json,
): void {
  if (world.muted || !world.appEvents.includes(event)) return;
  const installation = world.installations.find(({ repositoryIds }) => repositoryIds.has(repository.id));
  if (installation === undefined || installation.suspendedAt !== null) return;
  const owner = repository.json.owner;
  const payload = {
    ...(action === null ? {} : { action }),
    ...extra,
    repository: renderRepository(repository),
    ...(owner.type === 'Organization' ? { organization: owner } : {}),
    sender: accountOf(world, login),
    installation: { id: installation.id, node_id: `I_${installation.id}` },
  };
  // A payload is a picture of the moment: what changes later must not show in it.
  world.deliveries.send(event, structuredClone(payload), {
    installationId: installation.id,
    repositoryId: repository.id,
  });
}

export interface SubjectPicture {
  readonly title: string;
  readonly body: string | null;
  readonly state: string;
  readonly draft: boolean;
  readonly labels: readonly Label[];
  readonly milestoneNumber: number | null;
  readonly assigneeLogins: readonly string[];
  readonly locked: boolean;
  readonly base: string | undefined;
}

export function pictureOf(repository: Repository, subject: Subject): SubjectPicture {
  return {
    title: subject.issue.title,
    body: subject.issue.body,
    state: subject.issue.state,
    draft: subject.pull?.draft ?? false,
    labels: subject.labelIds.flatMap((id) => repository.labels.get(id) ?? []),
    milestoneNumber: subject.milestoneNumber,
    assigneeLogins: subject.assigneeLogins,
    locked: subject.locked,
    base: subject.pull?.base.ref,
  };
}

export function announceSubject(
  world: World,
  repository: Repository,
  subject: Subject,
  login: string,
  action: string,
  extra: Json = {},
): void {
  if (isPull(subject)) {
    const pull_request = renderPull(world, repository, subject);
    announce(world, repository, login, 'pull_request', action, {
      number: subject.number,
      pull_request,
      ...extra,
    });
  } else {
    announce(world, repository, login, 'issues', action, {
      issue: renderIssue(world, repository, subject),
      ...extra,
    });
  }
}

/** Announces everything that differs from `before`, in GitHub's order. */
export function announceChanges(
  world: World,
  repository: Repository,
  subject: Subject,
  before: SubjectPicture,
  login: string,
): void {
  const after = pictureOf(repository, subject);
  const tell = (action: string, extra: Json = {}) =>
    announceSubject(world, repository, subject, login, action, extra);

  const changes = textChanges(before, after);
  if (Object.keys(changes).length > 0) tell('edited', { changes });
  if (before.state !== after.state) tell(after.state === 'closed' ? 'closed' : 'reopened');
  if (before.draft !== after.draft) tell(after.draft ? 'converted_to_draft' : 'ready_for_review');
  for (const label of missingFrom(after.labels, before.labels)) tell('unlabeled', { label });
  for (const label of missingFrom(before.labels, after.labels)) tell('labeled', { label });
  if (before.milestoneNumber !== after.milestoneNumber) {
    const milestone = (number: number) => ({ milestone: renderMilestone(world, repository, number) });
    if (before.milestoneNumber !== null) tell('demilestoned', milestone(before.milestoneNumber));
    if (after.milestoneNumber !== null) tell('milestoned', milestone(after.milestoneNumber));
  }
  for (const gone of before.assigneeLogins.filter((one) => !after.assigneeLogins.includes(one))) {
    tell('unassigned', { assignee: accountOf(world, gone) });
  }
  for (const come of after.assigneeLogins.filter((one) => !before.assigneeLogins.includes(one))) {
    tell('assigned', { assignee: accountOf(world, come) });
  }
  if (before.locked !== after.locked) tell(after.locked ? 'locked' : 'unlocked');
}

function textChanges(before: SubjectPicture, after: SubjectPicture): Json {
  return {
    ...(before.title === after.title ? {} : { title: { from: before.title } }),
    ...(before.body === after.body ? {} : { body: { from: before.body ?? '' } }),
    ...(before.base === after.base ? {} : { base: { ref: { from: before.base } } }),
  };
}

/** The labels of `now` that `earlier` lacks. */
function missingFrom(earlier: readonly Label[], now: readonly Label[]): Label[] {
  return now.filter(({ id }) => !earlier.some((label) => label.id === id));
}
