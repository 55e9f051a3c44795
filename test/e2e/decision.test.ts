import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createClientParts, createTokenClient } from '../../src/github/client.ts';
import { connectRepository } from '../../src/github/repository.ts';
import { decisionMarker } from '../../src/render/decision/record.ts';
import { applyReview } from '../../src/tasks/apply-review.ts';
import { installationToken } from '../embedded-github/app-token.ts';
import { repository, startTeam, type Team } from './team.ts';

/** A declaration that is on day 80 today. */
const since = new Date(Date.now() - 79 * 86_400_000).toISOString().slice(0, 10);
const config = (side: string) => `
primary: { constraint: activation, since: ${since}, owner: ana, metric: { name: Activated, unit: "%", baseline: 38, target: 55, minimum: 45 } }
duties: { issues: app, pull-requests: app, milestones: app, summary: ${side} }
`;

/** As the App's own schedule would: by its bot, whose token it is. */
async function review({ github }: Team, token: string, login: string, side: 'app' | 'action') {
  const client = createTokenClient(token, github.url, createClientParts(0));
  const account = async () => ({ login, id: null });
  const world = connectRepository({ client, repository, account });
  await applyReview(world, { repository, now: new Date().toISOString(), side });
}

async function decisionIssues(team: Team): Promise<readonly { number: number; state: string }[]> {
  const label = encodeURIComponent('chokepoint: decision');
  const { json } = await team.ask('ana')(`GET /repos/${repository}/issues?state=all&labels=${label}`);
  return JSON.parse(JSON.stringify(json));
}

describe('the decision where the App holds the duty of the summary', { timeout: 180_000 }, () => {
  it('is opened once, decided by a comment, and closed with the answer', async () => {
    const team = await startTeam({ files: { '.github/chokepoint.yml': config('app') } });
    try {
      const { botLogin } = team.github.app;
      const token = await installationToken(team.github);
      await review(team, token, botLogin, 'app');
      await review(team, token, botLogin, 'app');
      await team.settled();
      const [issue, ...more] = await decisionIssues(team);
      expect(more).toEqual([]);
      const number = issue?.number ?? 0;
      const refused = await team.say(number, '/decide move because of me', 'tia');
      await team.settled();
      expect((await team.comment(number, refused)).down).toBe(1);
      const decided = await team.say(number, '/decide move because growth stalls elsewhere', 'max');
      await team.settled();
      expect((await team.comment(number, decided)).up).toBe(1);
      expect((await decisionIssues(team))[0]?.state).toBe('closed');
      const answers = await team.answers(number);
      expect(answers).toHaveLength(1);
      expect(answers[0]).toContain('**Move**, decided by max');
      expect(answers[0]).toContain('/issues/new?template=diagnosis.yml');
    } finally {
      await team.close();
    }
  });

  it('is answered and closed as well where the config has moved on before anybody decided', async () => {
    const team = await startTeam({ files: { '.github/chokepoint.yml': config('app') } });
    try {
      await review(team, await installationToken(team.github), team.github.app.botLogin, 'app');
      await team.settled();
      const number = (await decisionIssues(team))[0]?.number ?? 0;
      const path = `/repos/${repository}/contents/.github/chokepoint.yml` as const;
      const { sha } = z.object({ sha: z.string() }).parse((await team.ask('ana')(`GET ${path}`)).json);
      const moved = config('app').replace('constraint: activation', 'constraint: reliability');
      const content = Buffer.from(moved).toString('base64');
      expect((await team.ask('ana')(`PUT ${path}`, { message: 'Move', content, sha })).status).toBe(200);
      const decided = await team.say(number, '/decide move because growth stalls elsewhere', 'max');
      await team.settled();
      expect((await team.comment(number, decided)).up).toBe(1);
      const before = (await decisionIssues(team)).find((issue) => issue.number === number);
      expect(before?.state).toBe('closed');
      const [answer, ...more] = await team.answers(number);
      expect(more).toEqual([]);
      expect(answer).toContain('**Move**, decided by max');
      expect(answer).toContain('The config has changed since, so nothing is left to commit.');
      expect(answer).not.toContain('primary:');
    } finally {
      await team.close();
    }
  });
});

describe('the decision where the Action holds it', { timeout: 180_000 }, () => {
  it('T2: is not taken for opened because somebody planted its marker', async () => {
    const team = await startTeam({ files: { '.github/chokepoint.yml': config('action') } });
    try {
      const { github } = team;
      await team.ask('ana')(`POST /repos/${repository}/labels`, { name: 'chokepoint: decision' });
      const planted = decisionMarker(repository, { constraint: 'activation', since });
      const forged = await team.open(planted, 'max');
      await team.ask('max')(`POST /repos/${repository}/issues/${forged}/labels`, {
        labels: ['chokepoint: decision'],
      });
      await review(team, github.workflowToken, 'github-actions[bot]', 'action');
      const numbers = (await decisionIssues(team)).map(({ number }) => number);
      expect(numbers).toHaveLength(2);
      expect(numbers).toContain(forged);
    } finally {
      await team.close();
    }
  });

  it('T25: is asked once though two writers opened it at the same time: the younger is closed', async () => {
    const team = await startTeam({ files: { '.github/chokepoint.yml': config('action') } });
    try {
      const { workflowToken: token } = team.github;
      const both = [1, 2].map(() => review(team, token, 'github-actions[bot]', 'action'));
      await Promise.all(both);
      await review(team, token, 'github-actions[bot]', 'action');
      const issues = await decisionIssues(team);
      const open = issues.filter(({ state }) => state === 'open').map(({ number }) => number);
      expect(open).toEqual([Math.min(...issues.map(({ number }) => number))]);
    } finally {
      await team.close();
    }
  });

  it('is left alone by the side that does not hold the duty', async () => {
    const team = await startTeam({ files: { '.github/chokepoint.yml': config('action') } });
    try {
      await review(team, await installationToken(team.github), team.github.app.botLogin, 'app');
      expect(await decisionIssues(team)).toEqual([]);
    } finally {
      await team.close();
    }
  });
});
