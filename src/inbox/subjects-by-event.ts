import { z } from 'zod';
import type { Job } from './job.ts';
import { pushTouchesSettings } from './push-event.ts';

export type Subject = Job['subject'];

const numbered = z.object({ number: z.int().positive() });
const inMilestone = numbered.extend({ milestone: numbered.nullish() });
const inRepository = z.object({ repository: z.object({ id: z.int() }) });

export const wholeRepository: Subject = { kind: 'repository', number: null };

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

const pushEvent = pushTouchesSettings.transform((touches) => (touches ? [wholeRepository] : []));

const repositoryEvent = z.unknown().transform(() => [wholeRepository]);

/** What a payload of each event Chokepoint works on is read as: the subjects it touches. */
export const subjectsByEvent = {
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
