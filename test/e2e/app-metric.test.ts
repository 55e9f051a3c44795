import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { createLog } from '../../src/app/log.ts';
import { createRunJob } from '../../src/app/run-job.ts';
import { openDesk } from '../support/open-desk.ts';
import { settingsFor } from '../support/start-app-on.ts';
import { repository, startTeam, type Team, writesIn } from './team.ts';

const since = new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10);
const config = `
duties: { summary: app }
primary:
  constraint: activation
  since: ${since}
  metric: { name: Activated, unit: "%", baseline: 30, target: 50, minimum: 40 }
`;

let team: Team;
let summary = 0;

beforeAll(async () => {
  team = await startTeam({ files: { '.github/chokepoint.yml': config } });
  const { github } = team;
  const answer = await team.ask('ana')(`GET /repos/${repository}`);
  const { id: repositoryId } = z.object({ id: z.number() }).parse(answer.json);
  const run = createRunJob(settingsFor(github), createLog({ level: 'error', secrets: [], write: () => {} }));
  const job = {
    installationId: github.app.installationId,
    repositoryId,
    repository,
    subject: { kind: 'summary', number: null },
    deliveryId: 'schedule',
    receivedAt: new Date().toISOString(),
  } as const;
  expect(await run(job, new AbortController().signal, openDesk)).toEqual({ kind: 'done' });
  await team.settled();
  const issues = await team.ask('ana')(`GET /repos/${repository}/issues?labels=chokepoint: summary`);
  summary = z.array(z.object({ number: z.number() })).parse(issues.json)[0]?.number ?? 0;
});
afterAll(() => team.close());

async function body(): Promise<string> {
  const answer = await team.ask('ana')(`GET /repos/${repository}/issues/${summary}`);
  return z.object({ body: z.string() }).parse(answer.json).body;
}

it('shows a reading that a maintainer comments, where the App holds the duty', async () => {
  const id = await team.say(summary, '/metric 36', 'max');
  await team.settled();
  expect((await team.comment(summary, id)).up).toBe(1);
  expect(await body()).toContain('30 → **36** → 50 %');
});

it('T7: refuses it to a triager, in one line under the summary', async () => {
  const id = await team.say(summary, '/metric 49', 'tia');
  await team.settled();
  expect((await team.comment(summary, id)).down).toBe(1);
  expect((await team.answers(summary)).join('\n')).toContain(
    '`/metric` is for a maintainer of this repository.',
  );
  expect(await body()).toContain('30 → **36** → 50 %');
});

it('writes nothing for a comment that commands nothing', async () => {
  const requests = await team.watch(() => team.say(summary, 'Well done.', 'rea'));
  expect(writesIn(requests).filter((request) => !request.endsWith('/graphql'))).toEqual([]);
});
