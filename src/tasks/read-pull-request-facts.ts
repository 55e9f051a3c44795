import { readReferences } from '../core/closing-keywords.ts';
import type { LinkedIssue, Need, PullRequestCommands, PullRequestFacts } from '../core/drift/facts.ts';
import { issuesLookedAt } from '../core/drift/select-links.ts';
import { constraintCarried, hasLabel, labelName } from '../core/labels.ts';
import type { Policy } from '../core/policy.ts';
import { isFinal } from './ports/fault.ts';
import type { IssueLists } from './ports/issue-lists.ts';
import type { PullRequest } from './ports/pull-requests.ts';
import { enabledBy, readEnabled } from './read-enabled-issues.ts';
import { type LinkedIssueWorld, readLinks } from './read-linked-issues.ts';

export type PullRequestWorld = LinkedIssueWorld & IssueLists;

/** What a check starts from; whatever takes a further request stays `unread` until the check needs it. */
export async function readPullRequestFacts(
  world: PullRequestWorld,
  pullRequest: PullRequest,
  commands: PullRequestCommands,
  policy: Policy,
): Promise<PullRequestFacts> {
  const { repository, number, title, author, labels, milestone, files, changedFileCount } = pullRequest;
  const references = readReferences(pullRequest.body, repository);
  const links = await readLinks(world, pullRequest, references, policy);
  const enabled = enabledBy(references, repository).length;
  return {
    repository,
    number,
    title,
    author,
    labels,
    commands,
    links,
    enables: enabled > 0 || links.issues.length > 0 ? 'unread' : [],
    moreEnabled: Math.max(0, enabled - issuesLookedAt),
    milestone: milestone === null ? null : { title: milestone.title, candidates: 'unread' },
    files: files ?? (changedFileCount > changedFilesListed ? 'too-many' : 'unread'),
  };
}

/** GitHub lists 3,000 changed files of a pull request at most. */
const changedFilesListed = 3_000;

/** The facts with the one asked for; what cannot be read is `unreadable`, never empty. */
export async function readPullRequestNeed(
  world: PullRequestWorld,
  pullRequest: PullRequest,
  facts: PullRequestFacts,
  need: Exclude<Need, { fact: 'share' }>,
  policy: Policy,
): Promise<PullRequestFacts> {
  switch (need.fact) {
    case 'files':
      return { ...facts, files: await orUnreadable(world.readChangedFiles(pullRequest.number)) };
    case 'enables': {
      const { body, repository } = pullRequest;
      const enabled = enabledBy(readReferences(body, repository), repository);
      return { ...facts, enables: await orUnreadable(readEnabled(world, enabled, facts.links)) };
    }
    case 'milestone':
      return { ...facts, milestone: await readMilestone(world, pullRequest, policy) };
    case 'parents':
      return { ...facts, links: { ...facts.links, issues: facts.links.issues.map(withoutUnreadParent) } };
  }
}

async function readMilestone(
  world: PullRequestWorld,
  { milestone }: PullRequest,
  policy: Policy,
): Promise<PullRequestFacts['milestone']> {
  if (milestone === null) return null;
  const labels = [labelName('candidate', policy.labels)];
  const issues = await orUnreadable(world.listIssues({ state: 'open', labels, milestone: milestone.number }));
  if (issues === 'unreadable') return { title: milestone.title, candidates: issues };
  const candidates = issues.map((issue) => ({
    number: issue.number,
    constraint: constraintCarried(issue.labels, policy.labels),
    complete: !hasLabel(issue.labels, 'verdict: incomplete', policy.labels),
  }));
  return { title: milestone.title, candidates };
}

function withoutUnreadParent(issue: LinkedIssue): LinkedIssue {
  return issue.parent === 'unread' ? { ...issue, parent: 'unreadable' } : issue;
}

/** A fact the token may not read does not stop the check; the limits of GitHub do. */
async function orUnreadable<Value>(reading: Promise<Value>): Promise<Value | 'unreadable'> {
  try {
    return await reading;
  } catch (error) {
    if (isFinal(error)) return 'unreadable';
    throw error;
  }
}
