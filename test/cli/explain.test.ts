import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainShape, rankShape } from '../../src/cli/shapes/candidate.ts';
import { type EmbeddedGitHub, startEmbeddedGitHub } from '../embedded-github/start.ts';
import { bodyOf, filed, rated } from './bodies.ts';
import { runHere } from './recorded-terminal.ts';

let github: EmbeddedGitHub;

beforeAll(async () => {
  const candidate = (title: string, body: string, labels: readonly string[] = ['candidate']) => ({
    title,
    body,
    labels: [...labels],
    author: 'ana',
    createdAt: '2026-11-03T10:00:00Z',
  });
  github = await startEmbeddedGitHub({
    clock: () => new Date('2026-11-10T08:00:00Z'),
    seed: {
      repositories: [
        {
          fullName: 'acme/app',
          collaborators: { ana: 'admin', ben: 'write' },
          files: { '.github/chokepoint.yml': 'primary:\n  constraint: activation\n' },
          issues: [
            candidate('Guided import', bodyOf(rated([5, 4, 4, 5]))),
            candidate('Bulk export', bodyOf({ ...rated([5, 5, 5, 5]), constraint: 3 })),
            candidate('Half an idea\u202e', bodyOf(filed({ metric: '' }))),
            candidate('Sample data', bodyOf(rated([4, 4, 4, 4]))),
            candidate('Loved by all', bodyOf(rated([5, 4, 4, 5], ''))),
            candidate('A plain issue', 'Something is slow.', []),
            { ...candidate('Done', bodyOf(filed())), state: 'closed' as const },
          ],
          pullRequests: [{ title: 'Import', author: 'ana', body: 'Closes #1', files: { 'src/a.ts': 'a' } }],
        },
        {
          fullName: 'acme/team',
          collaborators: { ana: 'admin' },
          files: { '.github/chokepoint.yml': 'summary: { repositories: [acme/app] }\n' },
          issues: [candidate('Guided import', bodyOf(rated([5, 4, 4, 5])))],
        },
        {
          fullName: 'acme/broken',
          collaborators: { ana: 'admin' },
          files: { '.github/chokepoint.yml': 'primary:\n  constraint: growth\n' },
          issues: [candidate('Guided import', bodyOf(rated([5, 4, 4, 5])))],
        },
      ],
    },
  });
});

afterAll(() => github.close());

async function runOnGitHub(...words: readonly string[]) {
  github.requests.length = 0;
  const env = { GITHUB_TOKEN: github.token('ana'), GITHUB_API_URL: github.url };
  const ran = await runHere(words, { env });
  const written = github.requests.filter(({ method, path }) => method !== 'GET' && !path.includes('graphql'));
  expect(written).toEqual([]);
  return ran;
}

async function explainJson(number: number) {
  const ran = await runOnGitHub('explain', `acme/app#${number}`, '--json');
  return { ...ran, json: explainShape.parse(JSON.parse(ran.stdout)) };
}

describe('rank owner/repo', () => {
  it('ranks the open candidates by the rules of the repository and names the incomplete ones', async () => {
    const { exitCode, stdout, stderr } = await runOnGitHub('rank', 'acme/app', '--json');
    const json = rankShape.parse(JSON.parse(stdout));
    expect(json.map(({ number }) => number)).toEqual([1, 4, 5, 2]);
    expect(json.at(-1)).toMatchObject({ rank: 4, score: 5, verdict: 'ready', onPrimary: false });
    expect(stderr).toBe(
      'Incomplete, not ranked: acme/app#3 Half an idea (the business metric is asked for next)\n',
    );
    expect(exitCode).toBe(1);
  });

  it('takes another constraint for the declared one', async () => {
    const { stdout } = await runOnGitHub('rank', 'acme/app', '--primary', 'operations', '--json');
    const json = rankShape.parse(JSON.parse(stdout));
    expect(json[0]).toMatchObject({ number: 2, onPrimary: true });
  });

  it('tells the Problems of the config and ends with 1', async () => {
    const { exitCode, stdout, stderr } = await runOnGitHub('rank', 'acme/broken', '--json');
    expect(rankShape.parse(JSON.parse(stdout))).toHaveLength(1);
    expect(stderr).toContain('.github/chokepoint.yml:2:15 CONFIG_');
    expect(exitCode).toBe(1);
  });

  it.each(['rank acme', 'rank acme/absent', 'rank acme/app --file -', 'rank acme/app --template form.yml'])(
    'ends with 2 for %s',
    async (line) => {
      const { exitCode, stdout, stderr } = await runOnGitHub(...line.split(' '), '--json');
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
      expect(stderr).not.toBe('');
    },
  );
});

describe('explain', () => {
  it('says that the summary ranks further repositories with this one, and nothing of it where it does not', async () => {
    const { stdout } = await runOnGitHub('explain', 'acme/team#1');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(
      'This is its place in acme/team; the weekly summary ranks that together with acme/app.',
    );
    expect((await runOnGitHub('explain', 'acme/app#1')).stdout).not.toContain('weekly summary');
  });

  it('says which rule decides between a candidate and both its neighbours', async () => {
    const { json, exitCode, stderr } = await explainJson(5);
    expect(json).toMatchObject({
      verdict: 'validate',
      claimed: { impact: 5, evidence: 4, confidence: 4, timing: 5 },
      counted: { impact: 5, evidence: 2, confidence: 4, timing: 5 },
      because: expect.stringContaining('nothing shows it yet'),
      next: expect.stringContaining('Link the support thread'),
      missing: [],
      place: {
        rank: 3,
        of: 4,
        above: { number: 4, rule: 'verdict', because: 'the verdict comes first: ready before validate' },
        below: {
          number: 2,
          rule: 'on-constraint',
          because: '5.0 stands below 3.8 because the constraint comes first',
        },
      },
    });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });

  it('agrees with rank on every candidate', async () => {
    const ranked = rankShape.parse(JSON.parse((await runOnGitHub('rank', 'acme/app', '--json')).stdout));
    for (const [index, { number, rank, best, worst, score, verdict }] of ranked.entries()) {
      const { json } = await explainJson(number);
      expect(json).toMatchObject({ number, score, verdict, place: { rank, best, worst } });
      expect(json.place?.above?.number).toBe(ranked[index - 1]?.number);
      expect(json.place?.below?.number).toBe(ranked[index + 1]?.number);
    }
  });

  it('says it in words', async () => {
    const { stdout } = await runOnGitHub('explain', 'acme/app#4');
    expect(stdout).toMatch(/^#2 \(\d–\d\) of 4: acme\/app#4 Sample data\n/);
    expect(stdout).toContain('Ready · 4.0 · Activation, the constraint');
    expect(stdout).toContain('Business impact       4\n');
    expect(stdout).toContain(
      'Above it stands #1, acme/app#1 Guided import: same verdict; higher product: 400 beats 256.',
    );
    expect(stdout).toContain(
      'It stands above #3, acme/app#5 Loved by all: the verdict comes first: ready before validate.',
    );
    expect(stdout).toContain('No single step up of one rating leads to a better verdict.');
  });

  it('names the one step that would change the verdict', async () => {
    const { json } = await explainJson(5);
    const { stdout } = await runOnGitHub('explain', 'acme/app#5');
    const { dimension, to, verdict } = json.counterfactual ?? {};
    expect(dimension).toBe('evidence');
    expect(stdout).toContain(`With ${dimension} counted ${to} it would be ${verdict}.`);
  });

  it('says of an incomplete candidate what is asked next and ends with 1', async () => {
    const { json, exitCode } = await explainJson(3);
    expect(json).toMatchObject({
      verdict: 'incomplete',
      score: null,
      because: null,
      place: null,
      missing: ['metric'],
    });
    expect(json.next).toContain('Answer with `/answer metric: …`.');
    expect(exitCode).toBe(1);
    const { stdout } = await runOnGitHub('explain', 'acme/app#3');
    expect(stdout).toContain('Asked next: What business metric would prove the improvement mattered?');
    expect(stdout).not.toContain('\u202e');
  });

  it.each([
    ['acme/app#6', 'an issue without the label candidate'],
    ['acme/app#7', 'a closed issue'],
    ['acme/app#8', 'a pull request'],
    ['acme/app#99', 'no issue of that number'],
  ])('ends with 2 where %s is no candidate', async (name, found) => {
    const { exitCode, stdout, stderr } = await runOnGitHub('explain', name, '--json');
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('CANDIDATE_ABSENT');
    expect(stderr).toContain(`found: ${found}`);
    expect(stderr).toContain('fix:');
  });

  it('tells the Problems of the config and ends with 1', async () => {
    const { exitCode, stdout, stderr } = await runOnGitHub('explain', 'acme/broken#1', '--json');
    expect(explainShape.parse(JSON.parse(stdout)).place).toMatchObject({ rank: 1, above: null, below: null });
    expect(stderr).toContain('.github/chokepoint.yml:2:15 CONFIG_');
    expect(exitCode).toBe(1);
  });

  it('counts what people wrote in comments, for an incomplete candidate too', async () => {
    await comment('ben', 1, '/score 2 4 4 5');
    const rated = await explainJson(1);
    expect(rated.json.claimed.impact).toBe(3);
    expect(rated.json.next).toContain('`/score impact=4`');
    await comment('ben', 3, '/score 5 3 3 3');
    const incomplete = await explainJson(3);
    expect(incomplete.json).toMatchObject({ place: null, missing: ['metric'], claimed: { impact: 4 } });
  });
});

async function comment(login: string, number: number, body: string) {
  const response = await fetch(`${github.url}/repos/acme/app/issues/${number}/comments`, {
    method: 'POST',
    headers: { authorization: `token ${github.token(login)}` },
    body: JSON.stringify({ body }),
  });
  expect(response.status).toBe(201);
}
