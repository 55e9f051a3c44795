/** The state of one embedded GitHub: what the store behind it says, plus what that store cannot hold. */

import type { Deliveries } from './deliveries.ts';
import type { EmulateStore } from './emulate-store.ts';
import { Refusal } from './exchange.ts';
import type { FaultQueue } from './faults.ts';
import type { IssueField } from './issue-fields.ts';
import type {
  Account,
  CheckRunJson,
  CommentJson,
  IssueJson,
  Label,
  Milestone,
  PullJson,
  RepositoryJson,
} from './shapes.ts';

export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read';
export type Permissions = Record<string, 'read' | 'write'>;

export interface AppIdentity {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly owner: string;
}

/** An issue or a pull request: on GitHub every pull request is an issue too, with one number for both. */
export interface Subject {
  readonly number: number;
  issue: IssueJson;
  pull: PullJson | null;
  readonly writtenBy: AppIdentity | null;
  labelIds: number[];
  milestoneNumber: number | null;
  assigneeLogins: string[];
  lockReason: string | null;
  locked: boolean;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  closedBy: string | null;
  /** When, and by whom, its text was changed last. */
  lastEdit: { readonly at: string; readonly by: string } | null;
  mergedAt: string | null;
  mergedBy: string | null;
  mergeCommitSha: string | null;
  /** Newest commit of the pull request's branch; the store keeps the one it was opened with. */
  headSha: string | null;
  /** Login of the fork's owner when the branch lives in a fork. */
  forkOwner: string | null;
  linkedIssueNumbers: number[];
  changedFileCount: number;
  parent: SubjectKey | null;
  blockedBy: SubjectKey[];
}

export interface SubjectKey {
  readonly repositoryId: number;
  readonly number: number;
}

export interface Comment {
  readonly id: number;
  readonly subjectNumber: number;
  json: CommentJson;
  readonly writtenBy: AppIdentity | null;
}

export interface CheckRun {
  readonly id: number;
  json: CheckRunJson;
  readonly app: AppIdentity;
  annotations: Record<string, unknown>[];
  actions: Record<string, unknown>[];
}

export interface Reaction {
  readonly id: number;
  readonly content: string;
  readonly login: string;
  readonly createdAt: string;
}

export interface Repository {
  readonly id: number;
  json: RepositoryJson;
  readonly roles: Map<string, Role>;
  readonly labels: Map<number, Label>;
  readonly milestones: Map<number, Milestone>;
  readonly subjects: Map<number, Subject>;
  readonly deletedNumbers: Set<number>;
  readonly comments: Map<number, Comment>;
  readonly checkRuns: Map<number, CheckRun>;
  /** Keyed `comment:12` or `issue:3`. */
  readonly reactions: Map<string, Reaction[]>;
}

export interface Installation {
  readonly id: number;
  readonly account: string;
  readonly repositoryIds: Set<number>;
  suspendedAt: string | null;
}

export interface World {
  readonly url: string;
  readonly store: EmulateStore;
  readonly deliveries: Deliveries;
  readonly faults: FaultQueue;
  readonly accounts: Map<string, Account>;
  readonly repositories: Map<number, Repository>;
  /** Former `owner/name` in lower case → repository id, for redirects. */
  readonly formerNames: Map<string, number>;
  readonly installations: Installation[];
  readonly app: AppIdentity;
  readonly appEvents: readonly string[];
  readonly workflowApp: AppIdentity;
  appPermissions: Permissions;
  workflowPermissions: Permissions;
  readonly pageLimit: number;
  readonly issueFields: readonly IssueField[];
  /** `repository id#number` → field id → value. */
  readonly issueFieldValues: Map<string, Map<number, string | number>>;
  /** Whether any relation was ever made: without one, nobody has to look for children. */
  readonly related: { subIssues: boolean; dependencies: boolean };
  /** True while the seed is planted: nothing is announced by webhook. */
  muted: boolean;
  /** Set while something is dated back; null follows the clock. */
  instant: string | null;
  /** The clock's time as GitHub writes it: UTC, whole seconds. */
  now(): string;
  nextId(): number;
  /** Runs writes one after another, so that what is announced is what that write changed. */
  inTurn<T>(write: () => Promise<T>): Promise<T>;
}

export function accountOf(world: World, login: string): Account {
  const account = world.accounts.get(login.toLowerCase());
  if (account === undefined) throw new Refusal(404, 'Not Found');
  return account;
}

export function findRepository(world: World, owner: string, name: string): Repository | undefined {
  const wanted = `${owner}/${name}`.toLowerCase();
  for (const repository of world.repositories.values()) {
    if (repository.json.full_name.toLowerCase() === wanted) return repository;
  }
  return undefined;
}

export function subjectOf(repository: Repository, number: number): Subject {
  if (repository.deletedNumbers.has(number)) throw new Refusal(410, 'This issue was deleted');
  const subject = repository.subjects.get(number);
  if (subject === undefined) throw new Refusal(404, 'Not Found');
  return subject;
}

export function pullOf(repository: Repository, number: number): Subject & { pull: PullJson } {
  const subject = repository.subjects.get(number);
  if (subject === undefined || !isPull(subject)) throw new Refusal(404, 'Not Found');
  return subject;
}

export function isPull(subject: Subject): subject is Subject & { pull: PullJson } {
  return subject.pull !== null;
}

export function findLabel(repository: Repository, name: string): Label | undefined {
  const wanted = name.toLowerCase();
  for (const label of repository.labels.values()) {
    if (label.name.toLowerCase() === wanted) return label;
  }
  return undefined;
}
