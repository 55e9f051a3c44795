/** Requests, memory and time of what reads a whole repository, beside reading everything. */
import { fileURLToPath } from 'node:url';
import { repository } from '../test/large-github/answers.ts';
import { type LargeGitHub, startLargeGitHub } from '../test/large-github/start.ts';
import { type ActionStart, runAction, runNode } from '../test/support/run-action.ts';
import { type Row, toRatio } from './table.ts';

const config = `
primary: { constraint: activation, since: 2026-11-02 }
duties: { issues: action, pull-requests: action, milestones: action, summary: action }
`;

/** More would take minutes and hours: their requests follow from the number of candidates. */
const plainAtMost = 1_000;

const tellPeak = `--import=${new URL('../test/large-github/tell-peak.ts', import.meta.url)}`;
const commandLine = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const plainBacklog = fileURLToPath(new URL('plain-backlog.ts', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));

/** For each size: so many open candidates, and as many merges within the days of an audit. */
export async function benchScale(form: string, sizes: readonly number[]): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const size of sizes) {
    const files = { '.github/chokepoint.yml': config, '.github/ISSUE_TEMPLATE/candidate.yml': form };
    const github = await startLargeGitHub(size, files);
    try {
      rows.push(...(await measureSize(github, size)));
    } finally {
      await github.close();
    }
  }
  return rows;
}

async function measureSize(github: LargeGitHub, size: number): Promise<readonly Row[]> {
  const shown = size.toLocaleString('en');
  const plain = size <= plainAtMost ? await count(github, () => runPlain(github)) : null;
  const plainRequests = plain?.requests ?? Math.ceil(size / 100) + size;
  const dispatched = (mode: string): ActionStart => ({
    github,
    event: 'workflow_dispatch',
    payload: { repository: { full_name: repository } },
    inputs: { mode, 'dry-run': mode === 'sweep' ? 'true' : 'false' },
  });
  const works: readonly (readonly [string, () => Promise<Ended>])[] = [
    ['summary, the first', () => act(dispatched('summary'))],
    ['summary, nothing changed', () => act(dispatched('summary'))],
    ['sweep, dry run', () => act(dispatched('sweep'))],
    [`audit of ${shown} merges`, () => runAudit(github)],
    ['check of a pull request', () => act(pullRequestTarget(github))],
  ];
  const rows: Row[] = [
    {
      figure: `${shown} open candidates, all of them and the comments of each by REST`,
      value: plain === null ? `${plainRequests.toLocaleString('en')} requests, computed` : show(plain),
      ratio: '1',
    },
  ];
  for (const [figure, work] of works) {
    const cost = await count(github, work);
    rows.push({ figure: `  ${figure}`, value: show(cost), ratio: toRatio(cost.requests, plainRequests) });
  }
  return rows;
}

interface Cost {
  readonly requests: number;
  /** The most memory the process ever held, all of Node included. */
  readonly megabytes: number;
  readonly seconds: number;
}

function show({ requests, megabytes, seconds }: Cost): string {
  return `${requests.toLocaleString('en')} requests, ${megabytes.toFixed(0)} MB, ${seconds.toFixed(1)} s`;
}

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly elapsedMilliseconds: number;
}

async function count({ requests }: LargeGitHub, work: () => Promise<Ended>): Promise<Cost> {
  requests.length = 0;
  const { exitCode, stdout, stderr, elapsedMilliseconds } = await work();
  const peak = /peak=(\d+)/.exec(stderr)?.[1];
  if (exitCode !== 0 || peak === undefined) throw new Error(`A program failed:\n${stdout}${stderr}`);
  return { requests: requests.length, megabytes: Number(peak) / 1_024, seconds: elapsedMilliseconds / 1_000 };
}

function act(start: ActionStart): Promise<Ended> {
  const env = { CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS: '0', NODE_OPTIONS: tellPeak };
  return runAction({ ...start, env });
}

function pullRequestTarget(github: LargeGitHub): ActionStart {
  const payload = { repository: { full_name: repository }, pull_request: { number: 10_001_000 } };
  return { github, event: 'pull_request_target', payload };
}

function runAudit(github: LargeGitHub): Promise<Ended> {
  const env = { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.workflowToken, NODE_OPTIONS: tellPeak };
  return runNode(commandLine, here, env, ['audit', repository, '--days', '365']);
}

function runPlain(github: LargeGitHub): Promise<Ended> {
  const words = [github.url, ...repository.split('/')];
  return runNode(plainBacklog, here, { NODE_OPTIONS: tellPeak }, words);
}
