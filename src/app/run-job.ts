import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/core';
import type { Logger } from 'probot';
import { readAppAccount } from '../github/account.ts';
import { type Client, createClientParts, wrapClient } from '../github/client.ts';
import { GitHubFault } from '../github/fault.ts';
import type { Memory } from '../github/read-repository.ts';
import { type ConnectedRepository, connectRepository } from '../github/repository.ts';
import type { Job } from '../inbox/job.ts';
import type { Outcome, RunJob } from '../inbox/worker.ts';
import { planDiagnosisAnswer } from '../tasks/answer-diagnosis.ts';
import { apply } from '../tasks/apply.ts';
import { applyDecisionAnswers } from '../tasks/apply-decision.ts';
import { applySummaryAnswers } from '../tasks/apply-summary.ts';
import { planMilestoneCheck } from '../tasks/check-milestone.ts';
import { planPullRequestCheck } from '../tasks/check-pull-request.ts';
import { hasLabel } from '../tasks/judge-candidate.ts';
import { planIssueLabels } from '../tasks/label-issue.ts';
import type { Account } from '../tasks/ports.ts';
import { recheckLinkedPullRequests } from '../tasks/recheck-linked.ts';
import type { Settings } from './env.ts';

/** Works one job: reads the subject as it is now, plans, applies. Carries nothing from one job to the next but caches. */
export function createRunJob(settings: Settings, log: Logger): RunJob {
  const parts = createClientParts(settings.writeIntervalMilliseconds);
  const clients = new Map<number, Client>();
  const memories = new Map<number, Memory>();
  let account: Promise<Account> | null = null;

  const appClient = wrapClient(createOctokit(settings, {}), parts);
  const clientOf = (installationId: number) => {
    const known = clients.get(installationId);
    const client = known ?? wrapClient(createOctokit(settings, { installationId }), parts);
    clients.set(installationId, client);
    return client;
  };

  return async (job) => {
    const client = clientOf(job.installationId);
    const memory = memories.get(job.repositoryId) ?? {};
    memories.set(job.repositoryId, memory);
    const askAccount = () => {
      account ??= readAppAccount(appClient, client).catch((error: unknown) => {
        account = null;
        throw error;
      });
      return account;
    };
    const world = connectRepository({ client, repository: job.repository, account: askAccount, memory });
    try {
      if (job.subject.kind === 'repository') memories.delete(job.repositoryId);
      await work(job, world, settings);
      return { kind: 'done' };
    } catch (error) {
      // What was remembered of the repository may be what made it fail.
      memories.delete(job.repositoryId);
      return toOutcome(error, log, job);
    }
  };
}

async function work(job: Job, world: ConnectedRepository, { apiUrl }: Settings): Promise<void> {
  const { repository } = job;
  const { kind, number } = job.subject;
  if (number === null) return;
  const now = new Date().toISOString();
  if (kind === 'issue') {
    const settings = { repository, serverUrl: toServerUrl(apiUrl), side: 'app' as const };
    const plan = await planIssueLabels(world, number, settings);
    if (plan === null) return;
    const { issue, rules, judged } = plan.report;
    const { policy } = rules;
    await apply(plan.changes, world, policy);
    if (judged === null) {
      await apply(await planDiagnosisAnswer(world, issue, rules, { ...settings, now }), world, policy);
    }
    if (hasLabel(issue.labels, 'chokepoint: summary', policy.labels)) {
      await applySummaryAnswers(world, { repository, now, side: 'app' });
    }
    if (hasLabel(issue.labels, 'chokepoint: decision', policy.labels)) {
      await applyDecisionAnswers(world, { ...settings, now });
    }
    if (policy.duties['pull-requests'] === 'app' && policy.primary !== null) {
      const checked = await recheckLinkedPullRequests(world, number, { repository, side: 'app', now });
      for (const { changes } of checked) await apply(changes, world, policy);
    }
  }
  if (kind === 'pull-request') {
    const settings = { repository, side: 'app' as const, now };
    const plan = await planPullRequestCheck(world, number, settings);
    if (plan !== null) await apply(plan.changes, world, plan.report.policy);
  }
  if (kind === 'milestone') {
    const plan = await planMilestoneCheck(world, number, { repository, side: 'app' });
    if (plan !== null) await apply(plan.changes, world, plan.report.rules.policy);
  }
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
  if (!(error instanceof GitHubFault)) throw error;
  if (error.retry === 'later' && error.retryAt !== null) {
    return { kind: 'retry-at', at: error.retryAt, reason: error.problem.message };
  }
  if (error.retry === 'never') return { kind: 'terminal', problem: error.problem };
  log.debug({ subject: job.subject, problem: error.problem }, 'GitHub did not answer.');
  throw error;
}
