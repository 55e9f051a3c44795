/** What an issue's own document says of its parent, sub-issues and blockers. */
import type { Repository, Subject, SubjectKey, World } from './world.ts';

type Json = Record<string, unknown>;

export interface Related {
  readonly repository: Repository;
  readonly subject: Subject;
}

export function keyOf({ repository, subject }: Related): SubjectKey {
  return { repositoryId: repository.id, number: subject.number };
}

export function sameKey(one: SubjectKey | null, other: SubjectKey): boolean {
  return one !== null && one.repositoryId === other.repositoryId && one.number === other.number;
}

export function relatedOf(world: World, key: SubjectKey): Related[] {
  const repository = world.repositories.get(key.repositoryId);
  const subject = repository?.subjects.get(key.number);
  return repository === undefined || subject === undefined ? [] : [{ repository, subject }];
}

export function subIssuesOf(world: World, parent: Related): Related[] {
  return everySubject(world, ({ subject }) => sameKey(subject.parent, keyOf(parent)));
}

export function blockedByOf(world: World, { subject }: Related): Related[] {
  return subject.blockedBy.flatMap((key) => relatedOf(world, key));
}

export function blockingOf(world: World, blocker: Related): Related[] {
  return everySubject(world, ({ subject }) => subject.blockedBy.some((key) => sameKey(key, keyOf(blocker))));
}

export function everySubject(world: World, wanted: (related: Related) => boolean): Related[] {
  return [...world.repositories.values()].flatMap((repository) =>
    [...repository.subjects.values()].map((subject) => ({ repository, subject })).filter(wanted),
  );
}

export function renderSubIssues(world: World, repository: Repository, subject: Subject): Json {
  const children = world.related.subIssues ? subIssuesOf(world, { repository, subject }) : [];
  const completed = children.filter((child) => child.subject.issue.state === 'closed').length;
  const parent = subject.parent === null ? undefined : relatedOf(world, subject.parent)[0];
  return {
    sub_issues_summary: {
      total: children.length,
      completed,
      percent_completed: children.length === 0 ? 0 : Math.floor((completed / children.length) * 100),
    },
    ...(parent === undefined
      ? {}
      : {
          parent_issue_url: `${world.url}/repos/${parent.repository.json.full_name}/issues/${parent.subject.number}`,
        }),
  };
}

export function renderDependencies(world: World, repository: Repository, subject: Subject) {
  const blockers = blockedByOf(world, { repository, subject });
  const blocked = world.related.dependencies ? blockingOf(world, { repository, subject }) : [];
  return {
    issue_dependencies_summary: {
      blocked_by: blockers.filter(isOpen).length,
      total_blocked_by: blockers.length,
      blocking: blocked.filter(isOpen).length,
      total_blocking: blocked.length,
    },
  };
}

function isOpen({ subject }: Related): boolean {
  return subject.issue.state === 'open';
}
