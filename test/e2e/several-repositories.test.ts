import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planSummary } from '../../src/tasks/post-summary.ts';
import { type EmbeddedGitHub, startEmbeddedGitHub } from '../embedded-github/start.ts';
import { connectWorld } from '../support/connect-world.ts';
import { bodyOf } from '../support/filled-form.ts';

const config = `
primary: { constraint: activation, since: 2026-11-02 }
summary: { repositories: [acme/api, acme/hidden, acme/gone] }
`;
const now = '2026-11-30T08:00:00Z';

let github: EmbeddedGitHub;

beforeAll(async () => {
  const candidate = (title: string, ratings: readonly number[]) => ({
    title,
    body: bodyOf({ ratings }),
    author: 'ana',
    labels: ['candidate'],
    createdAt: '2026-11-25T10:00:00Z',
  });
  github = await startEmbeddedGitHub({
    clock: () => new Date(now),
    seed: {
      users: ['ana', 'olga'],
      repositories: [
        {
          fullName: 'acme/app',
          files: { '.github/chokepoint.yml': config },
          collaborators: { ana: 'admin' },
          issues: [candidate('Sign-up in four steps', [4, 4, 4, 4]), candidate('Tour', [3, 3, 3, 3])],
        },
        {
          fullName: 'acme/api',
          collaborators: { ana: 'admin' },
          milestones: [{ title: 'Autumn' }],
          issues: [
            candidate('Faster first sync', [5, 4, 4, 5]),
            { title: 'Slow', labels: ['constraint: reliability'], milestone: 'Autumn' },
          ],
          pullRequests: [
            { title: 'Sync', author: 'ana', body: 'Closes #1', files: ['sync.ts'] },
            {
              title: 'Done',
              author: 'ana',
              files: ['a.ts'],
              mergedAt: '2026-11-26T09:00:00Z',
              mergedBy: 'ana',
            },
          ],
        },
        {
          fullName: 'acme/hidden',
          private: true,
          collaborators: { olga: 'admin' },
          issues: [candidate('Secret', [5, 5, 5, 5])],
        },
      ],
    },
  });
});
afterAll(() => github.close());

async function summarise() {
  const world = connectWorld(github.url, github.token('ana'), 'acme/app');
  return planSummary(world, { repository: 'acme/app', now, side: 'reader', trigger: 'person' });
}

describe('a summary of several repositories', () => {
  it('ranks their candidates as one backlog, written owner/repo#12', async () => {
    const { report } = await summarise();
    expect(
      report.summary.top.items.map(({ repository, number, rank }) => `${rank} ${repository}#${number}`),
    ).toEqual(['1 acme/api#1', '2 acme/app#1', '3 acme/app#2']);
    expect(report.rendered.body).toContain('acme/api#1 Faster first sync · *in review as acme/api#3*');
    expect(report.summary.focus.week.merges).toBe(1);
  });

  it('tells the focus of their milestones by what is declared here, where they declare nothing', async () => {
    const { report } = await summarise();
    expect(report.summary.drift?.milestones.items).toEqual([
      { repository: 'acme/api', title: 'Autumn', on: 0, classified: 1, wantedPercent: 60 },
    ]);
  });

  it('names what could not be read, hidden or gone, and counts nothing of it', async () => {
    const { report } = await summarise();
    expect(report.summary.unread).toEqual(['acme/hidden', 'acme/gone']);
    expect(report.rendered.body).toContain(
      '**2 repositories missing here**, not found or not readable: acme/hidden, acme/gone.',
    );
    expect(report.rendered.body).not.toContain('Secret');
  });
});
