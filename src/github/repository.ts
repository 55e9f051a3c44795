import type { Account } from '../core/account.ts';
import type { IssueFields } from '../tasks/ports/fields.ts';
import type { FileReading, ForeignFiles, Opening, WorkflowFiles } from '../tasks/ports/files.ts';
import type { IssueIndex, IssueLists, IssuePages, Threads } from '../tasks/ports/issue-lists.ts';
import type { MilestoneLists, Milestones } from '../tasks/ports/milestones.ts';
import type { LinkedPullRequests, MergeLists, PullRequests } from '../tasks/ports/pull-requests.ts';
import type { Writer } from '../tasks/ports/writer.ts';
import type { Client } from './client.ts';
import { GitHubFault } from './fault.ts';
import type { KnownEdits } from './known-edits.ts';
import { createFieldReader } from './native-fields.ts';
import { createIssueIndex } from './read-issue-index.ts';
import { createIssueLister } from './read-issue-lists.ts';
import { listLinkedPullRequests } from './read-linked-pull-requests.ts';
import { createMilestoneReader } from './read-milestones.ts';
import { createOpening } from './read-opening.ts';
import { createPullRequestReader } from './read-pull-requests.ts';
import { createRepositoryReader, type Memory, type RepositoryReader, readFile } from './read-repository.ts';
import { createThreadReader } from './read-threads.ts';
import { createWorkflowReader } from './read-workflows.ts';
import { createWriter } from './write.ts';

/** Everything the tasks may ask of one repository, and the one writer. */
export interface ConnectedRepository
  extends RepositoryReader,
    IssueLists,
    IssuePages,
    IssueIndex,
    Opening,
    PullRequests,
    LinkedPullRequests,
    MergeLists,
    Milestones,
    MilestoneLists,
    Threads,
    WorkflowFiles,
    IssueFields,
    ForeignFiles,
    Writer {
  /** Another repository, by the same token. */
  connectTo(repository: string): ConnectedRepository;
}

export interface Connection {
  readonly client: Client;
  /** `owner/repo`. */
  readonly repository: string;
  /** Who writes with this client's token. */
  readonly account: () => Promise<Account>;
  /** Kept between jobs by whoever hears of changes to it. */
  readonly memory?: Memory;
}

/** Connects to one repository for one piece of work; what it read once in that time is not read again. */
export function connectRepository({
  client,
  repository,
  account: askAccount,
  memory = {},
}: Connection): ConnectedRepository {
  const account = async () => memory.account ?? (await askAccount());
  const knownFiles = new Map<string, FileReading>();
  const knownEdits: KnownEdits = new Map();
  const reader = createRepositoryReader(client, repository, account, memory, knownFiles, knownEdits);
  const lister = createIssueLister(client, repository);
  return {
    ...reader,
    ...lister,
    ...createOpening(client, repository, memory, knownFiles),
    ...createIssueIndex(client, repository, reader, knownEdits),
    connectTo: (other) => connectRepository({ client, repository: other, account }),
    ...createPullRequestReader(client, repository, reader, knownFiles),
    ...createWorkflowReader(client, repository),
    ...createFieldReader(client, repository),
    ...createMilestoneReader(client, repository),
    ...createThreadReader(client, repository, reader, knownEdits),
    listLinkedPullRequests: (issue) => listLinkedPullRequests(client, repository, issue),
    ...createWriter(client, repository, { ...reader, ...lister }, memory),
    async readConfigFile(name, path) {
      try {
        return await readFile(client, name, path);
      } catch (error) {
        if (error instanceof GitHubFault && error.retry === 'never') return { kind: 'unreadable' };
        throw error;
      }
    },
  };
}
