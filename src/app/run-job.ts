import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/core';
import type { Logger } from 'probot';
import type { Account } from '../core/account.ts';
import type { Problem } from '../core/problem.ts';
import { readAppAccount } from '../github/account.ts';
import { type Client, createClientParts, wrapClient } from '../github/client.ts';
import { GitHubFault } from '../github/fault.ts';
import { createPacer } from '../github/pacer.ts';
import { findPlace, type Place } from '../github/place.ts';
import type { Memory } from '../github/read-repository.ts';
import { connectRepository } from '../github/repository.ts';
import type { Job } from '../inbox/job.ts';
import type { Desk, Outcome, RunJob } from '../inbox/worker.ts';
import type { Settings } from './env.ts';
import { limitPasses, WritesTooOften } from './limit-passes.ts';
import { workSubject } from './work-subject.ts';

/** What this process signs in with, one client for each installation; writes of one are serial and paced. */
export interface AppClients {
  /** Signed in as the App itself. */
  readonly app: Client;
  of(installationId: number): Client;
  /** The desk whose turns the writes of all processes take, once there is one. */
  setDesk(desk: Pick<Desk, 'alone'>): void;
}

export function createAppClients(
  settings: Settings,
  onBudget: (left: number) => void = () => {},
): AppClients {
  const { writeIntervalMilliseconds: interval } = settings;
  const clients = new Map<number, Client>();
  let desk: Pick<Desk, 'alone'> = { alone: (_number, _milliseconds, work) => work() };
  const connect = (installationId: number) => {
    const inLine = createPacer(interval);
    const parts = {
      ...createClientParts(interval),
      onBudget,
      pace: <Value>(write: () => Promise<Value>) => inLine(() => desk.alone(installationId, interval, write)),
    };
    return wrapClient(createOctokit(settings, { installationId }), parts);
  };
  return {
    app: wrapClient(createOctokit(settings, {}), createClientParts(0)),
    of: (installationId) => {
      const client = clients.get(installationId) ?? connect(installationId);
      clients.set(installationId, client);
      return client;
    },
    setDesk: (given) => {
      desk = given;
    },
  };
}

/** What is known of a repository between jobs: caches only, dropped when it changes or a job fails. */
interface Known extends Memory {
  place?: Place;
}

/** Works one job: finds the repository by its id, and its subject as it is now. */
export function createRunJob(settings: Settings, log: Logger, clients = createAppClients(settings)): RunJob {
  const known = new Map<number, Known>();
  const limitedUntil = new Map<number, Date>();
  let account: Promise<Account> | null = null;

  return async (job, _signal, desk) => {
    const { installationId, repositoryId, subject } = job;
    const limit = limitedUntil.get(installationId);
    if (limit !== undefined && limit.getTime() > Date.now()) {
      return { kind: 'retry-at', at: limit, reason: "GitHub's rate limit is reached." };
    }
    clients.setDesk(desk);
    const client = clients.of(installationId);
    if (subject.kind === 'repository') known.delete(repositoryId);
    const memory: Known = known.get(repositoryId) ?? {};
    known.set(repositoryId, memory);
    const askAccount = () => {
      account ??= readAppAccount(clients.app, client).catch((error: unknown) => {
        account = null;
        throw error;
      });
      return account;
    };
    try {
      memory.place ??= await findPlace(client, repositoryId);
      const { place } = memory;
      if (place.kind === 'gone') {
        await desk.arrange([]);
        return { kind: 'done', note: 'The repository is gone, or out of reach.' };
      }
      if (place.isArchived) return { kind: 'done', note: 'The repository is archived.' };
      const repository = place.name;
      const connected = connectRepository({ client, repository, account: askAccount, memory });
      const world = limitPasses(connected, desk);
      const now = new Date().toISOString();
      const tell = (problems: readonly Problem[]) => {
        for (const problem of problems)
          log.warn({ repository, subject, problem }, 'Something could not be done.');
      };
      await workSubject({ tell, job, world, repository, serverUrl: toServerUrl(settings.apiUrl), now, desk });
      return { kind: 'done' };
    } catch (error) {
      // What was remembered of the repository may be what made it fail.
      known.delete(repositoryId);
      const outcome = toOutcome(error, log, job);
      const isLimit = error instanceof GitHubFault && error.isTimeNamed;
      if (isLimit && outcome.kind === 'retry-at' && outcome.at) limitedUntil.set(installationId, outcome.at);
      return outcome;
    }
  };
}

function createOctokit(
  { appId, privateKey, apiUrl }: Settings,
  installation: { installationId?: number },
): Octokit {
  const auth = { appId, privateKey, ...installation };
  return new Octokit({ baseUrl: apiUrl, userAgent: 'chokepoint', authStrategy: createAppAuth, auth });
}

/** The pages of GitHub stand beside its API: api.github.com, or /api/v3 of a server of one's own. */
function toServerUrl(apiUrl: string): string {
  return apiUrl.replace('://api.github.com', '://github.com').replace(/\/api\/v3$/, '');
}

function toOutcome(error: unknown, log: Logger, job: Job): Outcome {
  if (error instanceof WritesTooOften) {
    return { kind: 'retry-at', at: error.at, reason: error.message, problem: error.problem };
  }
  if (!(error instanceof GitHubFault)) throw error;
  if (error.retry === 'later') {
    return { kind: 'retry-at', at: error.isTimeNamed ? error.retryAt : null, reason: error.problem.message };
  }
  if (error.retry === 'never') return { kind: 'terminal', problem: error.problem };
  log.debug({ subject: job.subject, problem: error.problem }, 'GitHub did not answer.');
  throw error;
}
