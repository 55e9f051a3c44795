import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EmbeddedGitHub, startEmbeddedGitHub } from '../embedded-github/start.ts';
import { bodyOf } from '../support/filled-form.ts';
import { runHere } from './recorded-terminal.ts';

const repository = 'acme/app';
const config = 'primary: { constraint: activation }\n';
let github: EmbeddedGitHub;

beforeAll(async () => {
  const candidate = (title: string, ratings: readonly number[], links?: string) => ({
    title,
    body: bodyOf({ ratings, ...(links === undefined ? {} : { links }) }),
    author: 'ana',
    labels: ['candidate'],
  });
  github = await startEmbeddedGitHub({
    seed: {
      repositories: [
        {
          fullName: repository,
          private: true,
          files: { '.github/chokepoint.yml': config },
          collaborators: { ana: 'admin' },
          issues: [
            candidate('Sign-up in four steps', [5, 4, 4, 5]),
            candidate('Guided import', [3, 3, 3, 3]),
            candidate('Import assistant', [5, 4, 4, 5], ''),
            candidate('Split the pipeline', [5, 4, 2, 4]),
          ],
        },
      ],
    },
  });
});
afterAll(() => github.close());

const env = () => ({ GITHUB_TOKEN: github.token('ana'), GITHUB_API_URL: github.url });

it('answers “why is this third?” in the words that stand in the summary', async () => {
  const summary = (await runHere(['summary', repository, '--dry-run'], { env: env() })).stdout;
  const rows = summary.split('\n').filter((line) => /^\| \*\*\d/.test(line));
  expect(rows).toHaveLength(4);
  const told = rows.flatMap((row) => {
    const number = /#(\d+)/.exec(row)?.[1];
    const why = /below \d\.\d because [^;|]+/.exec(row)?.[0].trim();
    return why === undefined ? [] : [{ number, why }];
  });
  expect(told).toEqual([{ number: '3', why: 'below 3.0 because evidence is 2' }]);
  for (const { number, why } of told) {
    const explained = (await runHere(['explain', `${repository}#${number}`], { env: env() })).stdout;
    expect(explained).toContain(`3.8 stands ${why}: strengthen comes before validate`);
  }
});

it('gives the same rank and range as the summary', async () => {
  const summary = (await runHere(['summary', repository, '--dry-run'], { env: env() })).stdout;
  for (const number of [1, 2, 3, 4]) {
    const row = summary.split('\n').find((line) => line.includes(`| #${number} `)) ?? '';
    const [, rank, range = ''] = /\*\*(\d+)\*\*(?: \(([^)]+)\))?/.exec(row) ?? [];
    const explained = (await runHere(['explain', `${repository}#${number}`], { env: env() })).stdout;
    expect(explained).toContain(`#${rank} (${range === '' ? `${rank}–${rank}` : range}) of 4`);
  }
});
