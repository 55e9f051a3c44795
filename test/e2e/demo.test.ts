import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fileCandidates } from '../../demo/act.ts';
import { findDifferences } from '../../demo/findings.ts';
import { candidates, seedOf } from '../../demo/story.ts';
import { readIssues } from '../../demo/world-now.ts';
import { startEmbeddedGitHub } from '../embedded-github/start.ts';

const demo = fileURLToPath(new URL('../../demo/main.ts', import.meta.url));
const formFile = new URL('../../.github/ISSUE_TEMPLATE/candidate.yml', import.meta.url);

interface Started {
  readonly child: ChildProcess;
  readonly said: { text: string };
}

function startDemo(options: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, [demo, ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const said = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said.text += text;
    });
  }
  return { child, said };
}

/** Resolves when the demo has said these words, or has ended. */
function untilSaid({ child, said }: Started, words: string): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (said.text.includes(words)) resolve();
    };
    child.stdout?.on('data', look);
    child.once('close', () => resolve());
    look();
  });
}

describe.concurrent('the demo', () => {
  it('labels the backlog, checks three pull requests and posts the summary', async () => {
    const { child, said } = startDemo();
    const [exitCode] = await once(child, 'close');
    expect(said.text).toContain('✓ Everything is as it should be');
    expect(exitCode).toBe(0);
    expect(said.text).toMatch(new RegExp(`^ +${candidates.length} {2}candidate$`, 'm'));
    expect(said.text).toContain('**Validate first** · 3.8 · Activation, the constraint');
    expect(said.text).toMatch(/^ {2}success +ALIGNED +#\d+ /m);
    expect(said.text).toMatch(/^ {2}neutral +DRIFT +#\d+ /m);
    expect(said.text).toMatch(/^ {2}neutral +UNCLASSIFIED +#\d+ /m);
    expect(said.text).toContain('**Activation** · day 29 of 90');
    expect(said.text).toContain('38 → **43** → 55 %');
    expect(said.text).toMatch(/^5 of 7 merges on the constraint, 1 off, 1 accepted\.$/m);
  }, 240_000);

  it('writes plain lines where nobody watches, and keeps its page and both servers up where no browser can be opened', async () => {
    const started = startDemo(['--open'], { PATH: '' });
    await untilSaid(started, 'Ctrl+C ends all of it.');
    const { child, said } = started;
    expect(said.text).not.toContain('\u001b');
    const github = /^GitHub +(\S+)$/m.exec(said.text)?.[1];
    const app = /^App +(\S+)$/m.exec(said.text)?.[1];
    const page = /^Page +(\S+)$/m.exec(said.text)?.[1];
    const [shown, listed, ready] = await Promise.all([
      fetch(`${page}/`),
      fetch(`${github}/repos/ledgerline/ledgerline/issues`),
      fetch(`${app}/readyz`),
    ]);
    expect([shown.status, listed.status, ready.status]).toEqual([200, 200, 200]);
    expect(await shown.text()).toContain('<h1>Activation is the constraint</h1>');
    child.kill('SIGINT');
    const [exitCode] = await once(child, 'close');
    expect(exitCode).toBe(0);
  }, 240_000);

  it('names what is not as it should be', async () => {
    const form = await readFile(formFile, 'utf8');
    const github = await startEmbeddedGitHub({ seed: seedOf('2026-11-25T08:00:00Z', form) });
    try {
      const filed = await fileCandidates(github, form, () => {});
      const summaryRun = {
        exitCode: 1,
        stdout: '::error::No token',
        stderr: '',
        outputs: new Map<string, string>(),
        outputText: '',
        summary: '',
        elapsedMilliseconds: 1,
      };
      const issues = await readIssues(github);
      const differences = await findDifferences(github, {
        issues,
        filed,
        checked: [],
        milestoneRuns: [],
        summaryRun,
      });
      const first = filed[0]?.number;
      expect(differences).toContain(`#${first} has the verdict nothing, not verdict: ready.`);
      expect(differences).toContain(`#${first} is answered by nothing, not chokepoint[bot].`);
      expect(differences).toContain('The Action for the summary ended with 1:\n::error::No token');
      expect(differences).toContain('The summary is posted by nothing, not github-actions[bot].');
    } finally {
      await github.close();
    }
  });
});
