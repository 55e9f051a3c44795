import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { renderCandidate } from '../../demo/render-candidate.ts';
import { candidates } from '../../demo/story.ts';
import { scoreShape } from '../../src/cli/shapes/candidate.ts';
import { verdicts } from '../../src/core/candidate.ts';
import { runHere } from '../cli/recorded-terminal.ts';
import { askAs } from '../embedded-github/client.ts';
import { type EmbeddedGitHub, startEmbeddedGitHub } from '../embedded-github/start.ts';
import { dispatchEvent } from '../support/action-events.ts';
import { type ActionRun, runAction } from '../support/run-action.ts';
import { startAppOn } from '../support/start-app-on.ts';

const form = readFileSync(new URL('../../.github/ISSUE_TEMPLATE/candidate.yml', import.meta.url), 'utf8');
const corpus: readonly (readonly [name: string, body: string])[] = [...ofTheDemo(2), ...oddities(16)];

/** The Action's comes first: the workflow's token is for the first repository. */
const repositories = { action: 'acme/by-action', app: 'acme/by-app' } as const;
type Side = keyof typeof repositories;

interface Decision {
  readonly labels: readonly string[];
  readonly comments: readonly string[];
}

let github: EmbeddedGitHub;
let swept: ActionRun;
/** By side, then in the order of the corpus. */
let decisions: Readonly<Record<Side, readonly Decision[]>>;

beforeAll(async () => {
  github = await startEmbeddedGitHub({
    seed: { repositories: [toSeed('action'), toSeed('app')] },
  });
  const app = await startAppOn(github);
  const numbers = await fileCorpus();
  await app.settled();
  await app.stop();
  const event = await dispatchEvent(github, repositories.action);
  const env = { CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS: '0' };
  swept = await runAction({ github, ...event, inputs: { mode: 'sweep' }, env });
  decisions = { action: await readDecisions('action', numbers), app: await readDecisions('app', numbers) };
});
afterAll(() => github.close());

describe('App, Action and CLI', () => {
  it('meet candidates of every verdict, complete and incomplete', () => {
    expect(swept.exitCode, swept.stdout).toBe(0);
    expect(swept.summary).toContain(`Looked at ${corpus.length} open candidates, repaired ${corpus.length}`);
    const found = decisions.app.flatMap(({ labels }) =>
      labels.filter((label) => label.startsWith('verdict: ')),
    );
    expect(found).toHaveLength(corpus.length);
    expect(new Set(found).size).toBe(verdicts.length + 1);
  });

  const cases = corpus.map(([name, body], position) => ({ name, body, position }));

  it.each(cases)('decide the same: $name', async ({ body, position }) => {
    const expected = await labelsByCli(body);
    expect(decisions.app[position]?.labels).toEqual(expected);
    expect(decisions.action[position]?.labels).toEqual(expected);
  });

  it.each(cases)('say the same, to the byte: $name', ({ position }) => {
    const app = decisions.app[position]?.comments;
    const action = decisions.action[position]?.comments;
    expect(app).toHaveLength(1);
    expect(app?.[0]).toContain(repositories.app);
    expect(action?.map((text) => text.replaceAll(repositories.action, repositories.app))).toEqual(app);
  });
});

/** Up to so many of each verdict. */
function ofTheDemo(count: number): readonly (readonly [string, string])[] {
  return [...verdicts, 'incomplete']
    .flatMap((wanted) => candidates.filter(({ verdict }) => verdict === wanted).slice(0, count))
    .map((candidate) => [candidate.title, renderCandidate(form, candidate)] as const);
}

/** At least so many, evenly from all that are read by the built-in form. */
function oddities(count: number): readonly (readonly [string, string])[] {
  const folder = new URL('../forms/', import.meta.url);
  const plain = readdirSync(folder).filter((name) => !existsSync(new URL(`${name}/template.yml`, folder)));
  const step = Math.max(1, Math.floor(plain.length / count));
  return plain
    .filter((_, position) => position % step === 0)
    .map((name) => [name, readFileSync(new URL(`${name}/body.md`, folder), 'utf8')] as const);
}

function toSeed(side: Side) {
  const config = [
    'primary: { constraint: activation, since: 2026-11-02, owner: ana, because: Sign-ups stall. }',
    `duties: { issues: ${side}, pull-requests: action, milestones: action, summary: action }`,
    'sweep: { comments: true }',
  ];
  return {
    fullName: repositories[side],
    private: true,
    collaborators: { ana: 'admin' },
    labels: [{ name: 'candidate' }],
    files: {
      '.github/chokepoint.yml': `${config.join('\n')}\n`,
      '.github/ISSUE_TEMPLATE/candidate.yml': form,
    },
  } as const;
}

/** Files every body in both repositories, under the same number. */
async function fileCorpus(): Promise<readonly number[]> {
  const numbers: number[] = [];
  for (const [title, body] of corpus) {
    const filed = { login: 'ana', title, body, labels: ['candidate'] };
    const byAction = await github.fileIssue({ ...filed, repository: repositories.action });
    const byApp = await github.fileIssue({ ...filed, repository: repositories.app });
    if (byAction !== byApp) throw new Error(`${title} is #${byAction} here and #${byApp} there`);
    numbers.push(byAction);
  }
  return numbers;
}

const labelsShape = z.array(z.object({ name: z.string() }));
const commentsShape = z.array(z.object({ body: z.string() }));

async function readDecisions(side: Side, numbers: readonly number[]): Promise<readonly Decision[]> {
  const read = async (path: string) => (await askAs(github, 'ana')(`GET /repos/${path}`)).json;
  const found: Decision[] = [];
  for (const number of numbers) {
    const issue = `${repositories[side]}/issues/${number}`;
    const labels = labelsShape.parse(await read(`${issue}/labels`)).map(({ name }) => name);
    const comments = commentsShape.parse(await read(`${issue}/comments`)).map(({ body }) => body);
    found.push({ labels: labels.sort(), comments });
  }
  return found;
}

async function labelsByCli(body: string): Promise<readonly string[]> {
  const { stdout } = await runHere(['score', '--json', '--primary', 'activation'], { stdin: body });
  const { constraint, band, verdict } = scoreShape.parse(JSON.parse(stdout));
  return [
    'candidate',
    ...(constraint === null ? [] : [`constraint: ${constraint}`]),
    ...(band === null ? [] : [`score: ${band}`]),
    `verdict: ${verdict}`,
  ];
}
