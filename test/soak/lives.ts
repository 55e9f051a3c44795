/** The load of a soak: candidates that are filed, edited, judged, closed and opened again, and what must have come of each. */
import { z } from 'zod';
import { askAs } from '../embedded-github/client.ts';
import type { EmbeddedGitHub } from '../embedded-github/start.ts';
import { look, type Tally, tallyDeliveries } from '../prove/candidates.ts';
import { bodyOf } from '../support/filled-form.ts';

type Person = 'ana' | 'ben';

/** One thing a person does to a candidate, and the labels it has from then on (docs/scoring.md). */
interface Act {
  readonly form?: readonly number[];
  readonly comment?: { readonly by: Person; readonly body: string };
  readonly state?: 'open' | 'closed';
  readonly labels: readonly string[];
}

const ready = ['score: 4', 'verdict: ready'];
const deRisk = ['constraint: reliability', 'score: 3', 'verdict: de-risk'];
const settled = ['constraint: reliability', 'score: 5', 'verdict: ready'];

const life: readonly Act[] = [
  { form: [4, 4, 4, 4], labels: ['constraint: activation', ...ready] },
  { comment: { by: 'ana', body: '/constraint reliability' }, labels: ['constraint: reliability', ...ready] },
  { form: [5, 4, 2, 4], labels: deRisk },
  { comment: { by: 'ben', body: '/score 5 4 2 4 because I see the same' }, labels: deRisk },
  { state: 'closed', labels: deRisk },
  { state: 'open', labels: deRisk },
  { comment: { by: 'ana', body: '/settle 5 5 5 5 because the spike worked' }, labels: settled },
  { state: 'closed', labels: settled },
];

interface Candidate {
  readonly repository: string;
  readonly number: number;
  acts: number;
  actedAt: number;
  /** Comments with a command, by id. */
  readonly commands: number[];
}

export interface Lives {
  /** The next act in the life of a candidate that rested long enough, or a new one. */
  act(): Promise<void>;
  /** Compares what stands with what must have come of every act; all of them count, also those that were not accepted. */
  takeTally(): Promise<Tally>;
  /** How many acts and candidates there were. */
  count(): { readonly acts: number; readonly candidates: number };
}

export interface LivesOptions {
  readonly repositories: readonly string[];
  readonly random: () => number;
  /** Between two acts on one candidate: above six writing passes in ten minutes the App waits. */
  readonly restMilliseconds: number;
}

const madeShape = z.object({ id: z.number() });

export function createLives(github: EmbeddedGitHub, options: LivesOptions): Lives {
  const { repositories, random, restMilliseconds } = options;
  const candidates: Candidate[] = [];
  const people = { ana: askAs(github, 'ana'), ben: askAs(github, 'ben') };

  async function file(): Promise<void> {
    const repository = repositories[candidates.length % repositories.length] ?? '';
    const filed = { repository, login: 'ana', title: 'A better start', labels: ['candidate'] };
    const number = await github.fileIssue({ ...filed, body: bodyOf({ ratings: life[0]?.form ?? [] }) });
    candidates.push({ repository, number, acts: 1, actedAt: performance.now(), commands: [] });
  }

  async function goOn(candidate: Candidate, { form, comment, state }: Act): Promise<void> {
    const { repository, number, commands } = candidate;
    candidate.acts += 1;
    candidate.actedAt = performance.now();
    const issue = `/repos/${repository}/issues/${number}` as const;
    if (form !== undefined) await people.ana(`PATCH ${issue}`, { body: bodyOf({ ratings: form }) });
    if (state !== undefined) await people.ana(`PATCH ${issue}`, { state });
    if (comment === undefined) return;
    const { json } = await people[comment.by](`POST ${issue}/comments`, { body: comment.body });
    commands.push(madeShape.parse(json).id);
  }

  return {
    async act() {
      const rested = performance.now() - restMilliseconds;
      const due = candidates.filter(({ acts, actedAt }) => acts < life.length && actedAt <= rested);
      const next = due.toSorted((one, other) => one.actedAt - other.actedAt)[0];
      const act = life[next?.acts ?? 0];
      if (next === undefined || act === undefined || random() < 1 / life.length) await file();
      else await goOn(next, act);
    },
    async takeTally() {
      const tally = tallyDeliveries(github);
      for (const candidate of candidates) {
        const { lost, doubled } = await compare(github, candidate);
        tally.lost.push(...lost);
        tally.doubled.push(...doubled);
      }
      return tally;
    },
    count: () => ({
      acts: candidates.reduce((sum, { acts }) => sum + acts, 0),
      candidates: candidates.length,
    }),
  };
}

async function compare(github: EmbeddedGitHub, { repository, number, acts, commands }: Candidate) {
  const { labels, comments } = await look(github, repository, number);
  const name = `${repository}#${number}`;
  const expected = ['candidate', ...(life[acts - 1]?.labels ?? [])].join(', ');
  const answers = comments.filter(({ user }) => user.login === github.app.botLogin).length;
  const unanswered = comments.filter(({ id, reactions }) => commands.includes(id) && reactions['+1'] === 0);
  return {
    lost: [
      ...(labels.join(', ') === expected ? [] : [`${name} has "${labels.join(', ')}", not "${expected}"`]),
      ...(answers === 0 ? [`${name} has no comment`] : []),
      ...unanswered.map(({ id }) => `${name}: the command in comment ${id} has no reaction`),
    ],
    doubled: answers > 1 ? [`${name} has ${answers} comments`] : [],
  };
}
