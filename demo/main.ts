/**
 * `npm run demo`: a small product's backlog goes through the real App, the shipped Action and the weekly summary,
 * on an embedded GitHub. Exits with 1 when a result is not what it should be.
 * `npm run demo -- --open` shows the repository as one page and opens it where there is a browser;
 * `npm run demo -- --keep` leaves both servers up and prints their addresses.
 */
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { Command } from 'commander';
import { type EmbeddedGitHub, startEmbeddedGitHub } from '../test/embedded-github/start.ts';
import { type AppOnGitHub, startAppOn } from '../test/support/start-app-on.ts';
import {
  type Checked,
  checkMilestones,
  fileCandidates,
  openAndCheck,
  postSummary,
  waitForVerdicts,
} from './act.ts';
import { createStoryClock, playEarlierWeeks } from './earlier-weeks.ts';
import { findDifferences, type Outcome } from './findings.ts';
import { renderOutcome } from './outcome-text.ts';
import { openBrowser, servePage } from './page/serve.ts';
import { createProgress } from './progress.ts';
import { pullRequests } from './story/pull-requests.ts';
import { candidates, repository, seedOf } from './story.ts';
import { readIssues } from './world-now.ts';

const options = new Command('npm run demo --')
  .description('Plays the product on an embedded GitHub.')
  .option('--open', 'show the repository as one page, in a browser where there is one')
  .option('--keep', 'leave both servers up and print their addresses')
  .parse()
  .opts<{ open?: true; keep?: true }>();
const { step } = createProgress(process.stdout);
const startedAt = performance.now();

const form = await readFile(new URL('../.github/ISSUE_TEMPLATE/candidate.yml', import.meta.url), 'utf8');
const begun = new Date().toISOString();
const clock = createStoryClock();
const github = await step('A GitHub with the repository of Ledgerline', () =>
  startEmbeddedGitHub({ seed: seedOf(begun, form), clock: clock.now }),
);
await step('Seven Mondays pass, each with its summary', (tell) =>
  playEarlierWeeks(github, clock, begun, tell),
);
const app = await step('The App, listening for webhooks', () => startAppOn(github));

try {
  const outcome = await play(github, app);
  process.stdout.write(`${await renderOutcome(github, outcome)}\n`);
  judge(await findDifferences(github, outcome));
} catch (error) {
  judge([error instanceof Error ? error.message : String(error)]);
}
if (options.keep || options.open) await untilInterrupted(github, app);
else process.stdout.write('See it as a page: npm run demo -- --open\n');
await app.stop();
await github.close();

async function play(on: EmbeddedGitHub, running: AppOnGitHub): Promise<Outcome> {
  const filed = await step(`People file ${candidates.length} candidates`, (tell) =>
    fileCandidates(on, form, tell),
  );
  await step('The App labels and answers them', async (tell) => {
    await waitForVerdicts(on, filed, 25_000, tell);
    tell('the last comments');
    await running.settled(10_000);
  });
  const checked: Checked[] = [];
  for (const pullRequest of pullRequests) {
    const name = `The Action checks "${pullRequest.title}"`;
    checked.push(await step(name, () => openAndCheck(on, pullRequest, filed)));
  }
  const milestoneRuns = await step('The Action reads the milestones', () => checkMilestones(on));
  const summaryRun = await step('The Action posts the summary', () => postSummary(on));
  return { filed, checked, milestoneRuns, summaryRun, issues: await readIssues(on) };
}

function judge(differences: readonly string[]): void {
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  if (differences.length === 0) {
    process.stdout.write(`\n✓ Everything is as it should be, after ${seconds} s.\n`);
    return;
  }
  process.exitCode = 1;
  process.stderr.write(`\n✗ Not as it should be, after ${seconds} s:\n`);
  for (const difference of differences) process.stderr.write(`  - ${difference}\n`);
  const complaints = app.log.filter((line) => !line.startsWith('{"level":30,')).slice(-5);
  if (complaints.length > 0) process.stderr.write(`\nThe App logged:\n${complaints.join('')}`);
}

async function untilInterrupted(on: EmbeddedGitHub, running: AppOnGitHub): Promise<void> {
  const page = await servePage(on);
  if (options.open) openBrowser(page.address, process.platform);
  process.stdout.write(
    [
      '',
      `Page    ${page.address}`,
      `GitHub  ${on.url}`,
      `App     ${running.address}`,
      `Look around: GITHUB_API_URL=${on.url} GITHUB_TOKEN=${on.token('ana')} npm run --silent chokepoint -- rank ${repository}`,
      'Ctrl+C ends all of it.',
      '',
    ].join('\n'),
  );
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  page.close();
}
