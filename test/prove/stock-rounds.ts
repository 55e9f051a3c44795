/** The same kills, done to a stock Probot app. */
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { askAs } from '../embedded-github/client.ts';
import { freePort } from '../support/free-port.ts';
import { startAppProgram } from './app-program.ts';
import { repository, startWorld } from './candidates.ts';

const program = fileURLToPath(new URL('stock-app.ts', import.meta.url));
const issueShape = z.object({ labels: z.array(z.unknown()) });

/** Issues filed, those whose event was acknowledged, and of each those that never got the label. */
export async function runStockRounds({ kills, random }: { kills: number; random: () => number }) {
  const github = await startWorld();
  const port = await freePort();
  const filed: number[] = [];
  const start = () => startAppProgram({ github, program, env: { PORT: String(port), HOST: 'localhost' } });
  github.setWebhookUrl(`http://localhost:${port}/api/github/webhooks`);
  const file = async () => {
    const wanted = { repository, login: 'ana', title: 'A better start', body: 'Soon.' };
    filed.push(await github.fileIssue(wanted));
  };
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const app = start();
      await app.ready;
      const end = performance.now() + 300 + random() * 900;
      while (performance.now() < end) {
        await file();
        await pause(150);
      }
      await app.kill();
      await file();
    }
    const last = start();
    await last.ready;
    await pause(5_000);
    await last.kill();
    const bare = new Set<number>();
    for (const number of filed) {
      const answer = await askAs(github, 'ana')(`GET /repos/${repository}/issues/${number}`);
      if (issueShape.parse(answer.json).labels.length === 0) bare.add(number);
    }
    const opened = github.deliveries.filter(
      ({ action, statusCode }) => action === 'opened' && statusCode !== 0,
    );
    const accepted = opened.map(({ payload }) =>
      z.object({ issue: z.object({ number: z.number() }) }).parse(payload),
    );
    const lostAfterAnswer = accepted.filter(({ issue }) => bare.has(issue.number)).length;
    return { filed: filed.length, accepted: accepted.length, lostAfterAnswer, withoutLabel: bare.size };
  } finally {
    await github.close();
  }
}
