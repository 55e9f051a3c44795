import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jobKey, readJob } from '../../src/inbox/job.ts';
import { toJobs, webhookEvents } from '../../src/inbox/subject.ts';
import { examplePayloads } from '../app/support.ts';

const origin = {
  repository: { id: 20, full_name: 'acme/shop', default_branch: 'main' },
  installation: { id: 10 },
};
const elsewhere = { id: 21, full_name: 'acme/docs' };

/** The keys of the jobs without installation and repository where these are the usual ones. */
function touched(event: string, payload: object): string[] {
  const jobs = toJobs({
    event,
    deliveryId: 'guid',
    receivedAt: new Date(0),
    payload: { ...origin, ...payload },
  });
  return jobs.map((job) => jobKey(job).replace(/^10\/20\//, ''));
}

const push = (ref: string, paths: readonly string[], changes: object = {}) => ({
  ref,
  forced: false,
  commits: [{ added: [], modified: paths, removed: [] }],
  ...changes,
});

describe('a webhook', () => {
  it.each([
    ['issues', { action: 'opened', issue: { number: 3 } }, ['issue/3']],
    ['issues', { action: 'labeled', issue: { number: 3, milestone: { number: 7 } } }, ['issue/3']],
    [
      'issues',
      { action: 'closed', issue: { number: 3, milestone: { number: 7 } } },
      ['issue/3', 'milestone/7'],
    ],
    [
      'issues',
      { action: 'demilestoned', issue: { number: 3, milestone: null }, milestone: { number: 7 } },
      ['issue/3', 'milestone/7'],
    ],
    ['pull_request', { action: 'synchronize', pull_request: { number: 4 } }, ['pull-request/4']],
    [
      'pull_request',
      { action: 'milestoned', pull_request: { number: 4, milestone: { number: 7 } } },
      ['pull-request/4', 'milestone/7'],
    ],
    ['issue_comment', { action: 'created', issue: { number: 3 } }, ['issue/3']],
    [
      'issue_comment',
      { action: 'deleted', issue: { number: 4, pull_request: { url: '…' } } },
      ['pull-request/4'],
    ],
    ['milestone', { action: 'edited', milestone: { number: 7 } }, ['milestone/7']],
    ['label', { action: 'deleted', label: { name: 'candidate' } }, ['repository/-']],
    ['repository', { action: 'renamed' }, ['repository/-']],
    ['check_run', { action: 'completed', check_run: { pull_requests: [{ number: 4 }] } }, []],
    [
      'check_run',
      { action: 'rerequested', check_run: { pull_requests: [{ number: 4 }] } },
      ['pull-request/4'],
    ],
    [
      'check_run',
      { action: 'rerequested', check_run: { pull_requests: [{ number: 4, base: { repo: { id: 99 } } }] } },
      [],
    ],
    [
      'sub_issues',
      { action: 'sub_issue_added', parent_issue: { number: 1 }, sub_issue: { number: 2 } },
      ['issue/1', 'issue/2'],
    ],
    [
      'sub_issues',
      {
        action: 'parent_issue_added',
        parent_issue: { number: 1 },
        parent_issue_repo: elsewhere,
        sub_issue: { number: 2 },
      },
      ['issue/2'],
    ],
    [
      'issue_dependencies',
      {
        action: 'blocked_by_added',
        blocked_issue: { number: 1 },
        blocking_issue: { number: 2 },
        blocking_issue_repo: elsewhere,
      },
      ['issue/1'],
    ],
    ['push', push('refs/heads/main', ['.github/chokepoint.yml']), ['repository/-']],
    ['push', push('refs/heads/main', ['src/a.ts', 'docs/.github/x']), []],
    ['push', push('refs/heads/topic', ['.github/chokepoint.yml']), []],
    ['push', push('refs/heads/main', ['src/a.ts'], { forced: true }), ['repository/-']],
    ['push', push('refs/heads/main', [], { commits: [{}] }), ['repository/-']],
    ['star', { action: 'created' }, []],
    ['toString', { action: 'created' }, []],
  ])('of %s, %j, touches %j', (event, payload, subjects) => {
    expect(touched(event, payload)).toEqual(subjects);
  });

  it.each([
    ['installation', { action: 'created', repositories: [origin.repository, elsewhere] }],
    ['installation_repositories', { action: 'added', repositories_added: [origin.repository, elsewhere] }],
  ])('of %s touches every repository that came within reach', (event, payload) => {
    const jobs = toJobs({
      event,
      deliveryId: 'guid',
      receivedAt: new Date(0),
      payload: { ...payload, installation: { id: 10 } },
    });
    expect(jobs.map(jobKey)).toEqual(['10/20/repository/-', '10/21/repository/-']);
  });

  it('without an installation or a repository touches nothing', () => {
    const payload = { action: 'opened', issue: { number: 3 } };
    expect(touched('issues', { ...payload, installation: undefined })).toEqual([]);
    expect(touched('issues', { ...payload, repository: undefined })).toEqual([]);
  });

  it('keeps one subject under one key through a rename', () => {
    const payload = { action: 'edited', issue: { number: 3 } };
    const renamed = { ...payload, repository: { ...origin.repository, full_name: 'acme/store' } };
    expect(touched('issues', renamed)).toEqual(touched('issues', payload));
  });

  it('gives jobs that can be read back, for every example payload', () => {
    const jobs = examplePayloads().flatMap(({ name, payload }) =>
      toJobs({ event: name, deliveryId: 'guid', receivedAt: new Date(0), payload }),
    );
    expect(jobs.length).toBeGreaterThan(30);
    for (const job of jobs)
      expect(readJob(JSON.parse(JSON.stringify(job)))).toEqual({ ok: true, value: job });
  });

  it('never throws, whatever the payload', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.anything().map((value) => ({ ...origin, issue: value, commits: value })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...webhookEvents), anything, (event, payload) => {
        expect(Array.isArray(toJobs({ event, deliveryId: 'guid', receivedAt: new Date(0), payload }))).toBe(
          true,
        );
      }),
    );
  });
});

describe('a stored job', () => {
  it('that is not one is a Problem', () => {
    expect(readJob({ repository: 'acme' })).toMatchObject({
      ok: false,
      problems: [{ code: 'JOB_UNREADABLE' }],
    });
  });
});
