import { z } from 'zod';
import type { Job } from './job.ts';

export interface Webhook {
  readonly event: string;
  readonly deliveryId: string;
  readonly receivedAt: Date;
  readonly payload: unknown;
}

/**
 * The subjects a webhook touches, each once. A payload without an installation or a repository, or
 * one that says nothing Chokepoint works on, touches none; no payload makes this throw. Events that
 * the App's own writes caused are kept: they coalesce into one job per subject, and a job that finds
 * everything as it should be writes nothing.
 */
export function toJobs({ event, deliveryId, receivedAt, payload }: Webhook): readonly Job[] {
  const installation = installationSchema.safeParse(payload);
  if (!installation.success) return [];
  const identity = {
    installationId: installation.data.installation.id,
    deliveryId,
    receivedAt: receivedAt.toISOString(),
  };
  return touchedSubjects(event, payload).map(({ repository, subject }) => ({
    ...identity,
    repositoryId: repository.id,
    repository: repository.full_name,
    subject,
  }));
}

type Subject = Job['subject'];
type Repository = z.infer<typeof repositorySchema>;

const repositorySchema = z.object({
  id: z.int().positive(),
  full_name: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
});
const installationSchema = z.object({ installation: z.object({ id: z.int().positive() }) });
const numbered = z.object({ number: z.int().positive() });
const inMilestone = numbered.extend({ milestone: numbered.nullish() });
const inRepository = z.object({ repository: z.object({ id: z.int() }) });

const wholeRepository: Subject = { kind: 'repository', number: null };

/** What people and plans see of a milestone changes when one of its items enters, leaves, closes or opens. */
const milestoneActions = [
  'milestoned',
  'demilestoned',
  'opened',
  'closed',
  'reopened',
  'deleted',
  'transferred',
];

const issueEvent = z
  .object({ action: z.string(), issue: inMilestone, milestone: numbered.nullish() })
  .transform(({ action, issue, milestone }) => [
    issueSubject(issue.number),
    ...milestoneSubjects(action, milestone ?? issue.milestone),
  ]);

const pullRequestEvent = z
  .object({ action: z.string(), pull_request: inMilestone, milestone: numbered.nullish() })
  .transform(({ action, pull_request: pull, milestone }) => [
    pullRequestSubject(pull.number),
    ...milestoneSubjects(action, milestone ?? pull.milestone),
  ]);

/** GitHub sends the comments of a pull request as comments on an issue that says it is one. */
const commentEvent = z
  .object({ issue: numbered.extend({ pull_request: z.unknown().optional() }) })
  .transform(({ issue }) => [
    issue.pull_request ? pullRequestSubject(issue.number) : issueSubject(issue.number),
  ]);

const milestoneEvent = z
  .object({ milestone: numbered })
  .transform(({ milestone }): Subject[] => [{ kind: 'milestone', number: milestone.number }]);

/** Only what a person asked for: the start and end of check runs, other programs' too, change nothing. */
const checkEvent = z
  .object({
    action: z.enum(['rerequested', 'requested_action']),
    check_run: z.object({
      pull_requests: z.array(
        numbered.extend({ base: z.object({ repo: z.object({ id: z.int() }) }).optional() }),
      ),
    }),
  })
  .and(inRepository)
  .transform(({ check_run: check, repository }) =>
    check.pull_requests
      .filter((pull) => (pull.base?.repo.id ?? repository.id) === repository.id)
      .map((pull) => pullRequestSubject(pull.number)),
  );

/** The related issue may live in another repository; it is told of the relation there. */
const relatedRepository = z.object({ id: z.int() }).nullish();

const subIssueEvent = z
  .object({
    parent_issue: numbered,
    parent_issue_repo: relatedRepository,
    sub_issue: numbered,
    sub_issue_repo: relatedRepository,
  })
  .and(inRepository)
  .transform((event) => [
    ...issueHere(event.parent_issue, event.parent_issue_repo, event.repository),
    ...issueHere(event.sub_issue, event.sub_issue_repo, event.repository),
  ]);

const dependencyEvent = z
  .object({
    blocked_issue: numbered,
    blocked_issue_repo: relatedRepository,
    blocking_issue: numbered,
    blocking_issue_repo: relatedRepository,
  })
  .and(inRepository)
  .transform((event) => [
    ...issueHere(event.blocked_issue, event.blocked_issue_repo, event.repository),
    ...issueHere(event.blocking_issue, event.blocking_issue_repo, event.repository),
  ]);

/** GitHub lists at most this many commits of a push; beyond it the list is no longer the whole truth. */
const listedCommitsLimit = 2048;

/** Config and forms live under `.github/` of the default branch. A push whose files are not told may hold them. */
const pushEvent = z
  .object({
    ref: z.string(),
    forced: z.boolean().optional(),
    commits: z.array(
      z.object({
        added: z.array(z.string()).optional(),
        modified: z.array(z.string()).optional(),
        removed: z.array(z.string()).optional(),
      }),
    ),
    repository: z.object({ default_branch: z.string() }),
  })
  .transform(({ ref, forced, commits, repository }) => {
    if (ref !== `refs/heads/${repository.default_branch}`) return [];
    const isWhole = forced !== true && commits.length > 0 && commits.length < listedCommitsLimit;
    const touchesSettings = commits.some(({ added, modified, removed }) => {
      if (added === undefined || modified === undefined || removed === undefined) return true;
      return [...added, ...modified, ...removed].some((path) => path.startsWith('.github/'));
    });
    return !isWhole || touchesSettings ? [wholeRepository] : [];
  });

const repositoryEvent = z.unknown().transform(() => [wholeRepository]);

const subjectsByEvent = {
  issues: issueEvent,
  issue_comment: commentEvent,
  pull_request: pullRequestEvent,
  milestone: milestoneEvent,
  label: repositoryEvent,
  check_run: checkEvent,
  sub_issues: subIssueEvent,
  issue_dependencies: dependencyEvent,
  push: pushEvent,
  repository: repositoryEvent,
} as const satisfies Record<string, z.ZodType<readonly Subject[]>>;

/** Repositories that came within the App's reach. */
const installedRepositories = z
  .union([
    z.object({
      action: z.enum(['created', 'unsuspend', 'new_permissions_accepted']),
      repositories: z.array(repositorySchema),
    }),
    z
      .object({ action: z.literal('added'), repositories_added: z.array(repositorySchema) })
      .transform((event) => ({ repositories: event.repositories_added })),
  ])
  .transform((event) => event.repositories);

type SubjectEvent = keyof typeof subjectsByEvent;

/** The events Chokepoint listens to; GitHub sends the two about installations to every App. */
export const webhookEvents = [...eventNames(), 'installation', 'installation_repositories'] as const;

function eventNames(): readonly SubjectEvent[] {
  return Object.keys(subjectsByEvent).filter(isSubjectEvent);
}

function isSubjectEvent(event: string): event is SubjectEvent {
  return Object.hasOwn(subjectsByEvent, event);
}

function touchedSubjects(
  event: string,
  payload: unknown,
): readonly { repository: Repository; subject: Subject }[] {
  if (event === 'installation' || event === 'installation_repositories') {
    const repositories = installedRepositories.safeParse(payload).data ?? [];
    return repositories.map((repository) => ({ repository, subject: wholeRepository }));
  }
  const origin = z.object({ repository: repositorySchema }).safeParse(payload);
  if (!origin.success || !isSubjectEvent(event)) return [];
  const subjects: readonly Subject[] = subjectsByEvent[event].safeParse(payload).data ?? [];
  return subjects.map((subject) => ({ repository: origin.data.repository, subject }));
}

function issueSubject(number: number): Subject {
  return { kind: 'issue', number };
}

function pullRequestSubject(number: number): Subject {
  return { kind: 'pull-request', number };
}

function milestoneSubjects(action: string, milestone: { number: number } | null | undefined): Subject[] {
  return milestone && milestoneActions.includes(action)
    ? [{ kind: 'milestone', number: milestone.number }]
    : [];
}

function issueHere(
  issue: { number: number },
  home: { id: number } | null | undefined,
  repository: { id: number },
): Subject[] {
  return (home?.id ?? repository.id) === repository.id ? [issueSubject(issue.number)] : [];
}
