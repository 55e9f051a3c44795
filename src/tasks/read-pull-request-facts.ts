import { verdicts } from '../core/candidate.ts';
import { readReferences } from '../core/closing-keywords.ts';
import { mayUse } from '../core/commands/guide.ts';
import { readCommands } from '../core/commands/read-commands.ts';
import { type Constraint, constraints } from '../core/constraint.ts';
import type { LinkedIssue, Links, Need, PullRequestCommands, PullRequestFacts } from '../core/drift/facts.ts';
import { selectLinks } from '../core/drift/select-links.ts';
import { readCandidate } from '../core/form/read-candidate.ts';
import { labelName } from '../core/labels.ts';
import type { Policy } from '../core/policy.ts';
import { hasLabel, judgeCandidate } from './judge-candidate.ts';
import type {
  Comment,
  Files,
  IssueLists,
  Issues,
  LinkedIssueReading,
  People,
  PullRequest,
  PullRequests,
} from './ports.ts';
import { readCandidateForm } from './read-candidate-form.ts';
import { readPermissions } from './read-permissions.ts';
import { isOwn } from './sticky-comment.ts';

export type PullRequestWorld = Files & People & Issues & IssueLists & PullRequests;

/** What a check starts from; whatever takes a further request stays `unread` until the check needs it. */
export async function readPullRequestFacts(
  world: PullRequestWorld,
  pullRequest: PullRequest,
  comments: readonly Comment[],
  policy: Policy,
): Promise<PullRequestFacts> {
  const { repository, number, title, author, labels, milestone, files, changedFileCount } = pullRequest;
  const links = await readLinks(world, pullRequest, policy);
  return {
    repository,
    number,
    title,
    author,
    labels,
    commands: await readPullRequestCommands(world, pullRequest, comments, policy),
    links,
    enables: mayEnable(pullRequest, links) ? 'unread' : [],
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
  need: Need,
  policy: Policy,
): Promise<PullRequestFacts> {
  switch (need.fact) {
    case 'files':
      return { ...facts, files: await orUnreadable(world.readChangedFiles(pullRequest.number)) };
    case 'enables':
      return { ...facts, enables: await orUnreadable(readEnabled(world, pullRequest, facts, policy)) };
    case 'milestone':
      return { ...facts, milestone: await readMilestone(world, pullRequest, policy) };
    case 'parents':
      return { ...facts, links: { ...facts.links, issues: facts.links.issues.map(withoutUnreadParent) } };
  }
}

async function readLinks(world: PullRequestWorld, pullRequest: PullRequest, policy: Policy): Promise<Links> {
  const { repository, body, closing } = pullRequest;
  const selected = selectLinks(repository, closing, readReferences(body, repository));
  const readings = await Promise.all(
    selected.numbers.map(async (number) => {
      const here = closing?.find((one) => one.number === number && isSame(one.repository, repository));
      return { number, reading: here ?? (await world.readLinkedIssue(number)) };
    }),
  );
  const found = readings.flatMap(({ reading }) => (reading === null ? [] : [reading]));
  return {
    source: selected.source,
    relation: closing === null ? 'unreadable' : 'read',
    issues: await Promise.all(found.map((reading) => toLinkedIssue(world, reading, policy))),
    unreadable: readings.flatMap(({ number, reading }) => (reading === null ? [number] : [])),
    otherRepositories: selected.otherRepositories,
  };
}

async function toLinkedIssue(
  world: PullRequestWorld,
  reading: LinkedIssueReading,
  policy: Policy,
): Promise<LinkedIssue> {
  const { number, title, state, labels, parent } = reading;
  const isCandidate = hasLabel(labels, 'candidate', policy.labels);
  const candidate = isCandidate ? await readCandidateFacts(world, reading, policy) : null;
  return { number, title, state, labels, parent, candidate };
}

/**
 * Kind and verdict of a linked candidate. The verdict is on its label; the form is read where a rule asks for
 * the kind, the comments under it where there is more than our own.
 */
async function readCandidateFacts(
  world: PullRequestWorld,
  reading: LinkedIssueReading,
  policy: Policy,
): Promise<NonNullable<LinkedIssue['candidate']>> {
  const labelled = [...verdicts, 'incomplete' as const].find((verdict) =>
    hasLabel(reading.labels, `verdict: ${verdict}`, policy.labels),
  );
  if (labelled !== undefined && !asksForKind(policy)) return { kind: null, verdict: labelled };
  const { template } = await readCandidateForm(world);
  const comments = reading.commentCount > 1 ? await world.readComments(reading.number) : [];
  if (comments.length === 0) {
    const { value, problems } = readCandidate(reading.body, template);
    return { kind: value.kind, verdict: labelled ?? (problems.length > 0 ? 'incomplete' : 'strengthen') };
  }
  const account = await world.account();
  const told = comments.filter((comment) => !isOwn(comment, account));
  const { scored } = await judgeCandidate({ issue: reading, comments: told, template, policy }, world);
  return { kind: scored.kind, verdict: labelled ?? scored.verdict };
}

/** The sequence rules and `drift.pause` are the only ones that look at the kind of work. */
function asksForKind({ primary, drift }: Policy): boolean {
  const sequenced = ['activation', 'reliability', 'throughput'];
  return drift.pause || (primary !== null && sequenced.includes(primary.constraint));
}

async function readPullRequestCommands(
  world: PullRequestWorld,
  { author }: PullRequest,
  comments: readonly Comment[],
  policy: Policy,
): Promise<PullRequestCommands> {
  if (comments.length === 0) return { constraint: null, acceptance: null };
  const account = await world.account();
  const used = comments
    .filter((comment) => !isOwn(comment, account))
    .flatMap((comment) =>
      readCommands(comment.body).value.map((command) => ({ by: comment.author, command })),
    )
    .filter(({ command }) => command.name === 'constraint' || command.name === 'accept');
  const permissions = await readPermissions(
    world,
    used.map(({ by }) => by),
  );
  const result: { -readonly [Key in keyof PullRequestCommands]: PullRequestCommands[Key] } = {
    constraint: null,
    acceptance: null,
  };
  for (const { by, command } of used) {
    const isAuthor = isSame(by, author);
    const permission = permissions.get(by.toLowerCase()) ?? 'none';
    if (!mayUse(command.name, { permission, isAuthor }, policy.scoring.whoMayScore)) continue;
    if (command.name === 'constraint') result.constraint = { constraint: command.constraint, by };
    if (command.name === 'accept') result.acceptance = { by, because: command.because, self: isAuthor };
  }
  return result;
}

function mayEnable({ body, repository }: PullRequest, { issues }: Links): boolean {
  return readReferences(body, repository).enables.length > 0 || issues.length > 0;
}

async function readEnabled(
  world: PullRequestWorld,
  { body, repository }: PullRequest,
  { links }: PullRequestFacts,
  policy: Policy,
): Promise<readonly LinkedIssue[]> {
  const named = readReferences(body, repository).enables.filter((one) => isSame(one.repository, repository));
  const readings = [
    ...(await Promise.all(named.map(({ number }) => world.readLinkedIssue(number)))),
    ...(await Promise.all(links.issues.map(({ number }) => world.readBlockedIssues(number)))).flat(),
  ];
  const found = readings.filter((reading) => reading !== null);
  return Promise.all(found.map((reading) => toLinkedIssue(world, reading, policy)));
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
    constraint: constraintByLabel(issue.labels, policy),
    complete: !hasLabel(issue.labels, 'verdict: incomplete', policy.labels),
  }));
  return { title: milestone.title, candidates };
}

/** The constraint its `constraint:` label names; two labels name none. */
function constraintByLabel(labels: readonly string[], policy: Policy): Constraint | null {
  const named = constraints.filter((constraint) =>
    hasLabel(labels, `constraint: ${constraint}`, policy.labels),
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}

function withoutUnreadParent(issue: LinkedIssue): LinkedIssue {
  return issue.parent === 'unread' ? { ...issue, parent: 'unreadable' } : issue;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** A fact the token may not read does not stop the check; the limits of GitHub do. */
async function orUnreadable<Value>(reading: Promise<Value>): Promise<Value | 'unreadable'> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && 'retry' in error && error.retry === 'never') return 'unreadable';
    throw error;
  }
}
