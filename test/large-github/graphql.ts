/** GraphQL by the name of the query; that the queries themselves are GitHub's is proved by the embedded GitHub. */
import { z } from 'zod';
import { bodyFor, bot, comment, commentsOf, connection, pullRequest, titleOf } from './answers.ts';
import { type Candidate, mergedInMonth } from './population.ts';
import { checkedPullRequest, mergedWork } from './pulls.ts';
import type { Large, Posted } from './rest.ts';
import { candidateOf } from './rest.ts';

const asked = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).default({}) });
const openPulls = 20;

const notEdited = { lastEditedAt: null, editor: null };
const viewer = { login: bot.login, databaseId: bot.id };

export function answerGraphql(large: Large, body: unknown): { readonly name: string; readonly data: object } {
  const { query, variables } = asked.parse(body);
  const name = /query (\w+)/.exec(query)?.[1] ?? '';
  const answers: Readonly<Record<string, () => object>> = {
    Viewer: () => ({ viewer }),
    Opening: () => ({ viewer, repository: opening(large) }),
    PullRequest: () => checkedPullRequest(large.population, settingsOf(large), large.now),
    MergedWork: () => mergedWork(large.population, variables['after'], large.now),
    Overview: () => ({ repository: overview(large, variables) }),
    Comments: () => ({ repository: comments(large, query) }),
    Threads: () => ({ repository: { issues: { nodes: threads(large, String(variables['label'])) } } }),
    RecentPullRequests: () => ({
      repository: { merged: connection(pulls(large, true)), open: connection(pulls(large, false)) },
    }),
  };
  const answer = answers[name];
  if (answer === undefined) throw new Error(`Nobody answers the query ${name}`);
  return { name, data: answer() };
}

function opening(large: Large): object {
  return { isPrivate: true, defaultBranchRef: { name: 'main' }, ...settingsOf(large) };
}

function settingsOf({ files }: Large): object {
  const blob = (path: string) => ({ text: files[path] ?? '', isTruncated: false });
  return {
    config: blob('.github/chokepoint.yml'),
    candidateForm: blob('.github/ISSUE_TEMPLATE/candidate.yml'),
  };
}

function overview(large: Large, variables: Readonly<Record<string, unknown>>): object {
  const labels = Object.entries(variables).filter(([name]) => /^l\d+$/.test(name));
  const lists = labels.flatMap(([name, given]) => {
    const label = String(given);
    const totalCount = large.population.select('open', [label]).length;
    return [
      [name.replace('l', 'c'), { totalCount }],
      [name.replace('l', 't'), { nodes: [...threads(large, label), ...oldest(large, label)] }],
    ];
  });
  return { milestones: { nodes: [] }, ...Object.fromEntries(lists) };
}

function comments(large: Large, query: string): object {
  const numbers = [...query.matchAll(/i(\d+): issue/g)].map(([, number]) => Number(number));
  if (numbers.length > 150) throw new Error('More than 150 issues in one query');
  return Object.fromEntries(
    numbers.map((number) => [
      `i${number}`,
      { ...notEdited, comments: connection(commentsOf(candidateOf(large, number))) },
    ]),
  );
}

/** The oldest open candidates with a verdict, as threads. */
function oldest(large: Large, label: string): readonly object[] {
  if (!label.startsWith('verdict: ')) return [];
  const numbers = large.population.select('open', [label]).slice(0, 20);
  return numbers.map((number) => candidateThread(candidateOf(large, number)));
}

function candidateThread(candidate: Candidate): object {
  const instant = (at: number) => new Date(at).toISOString();
  return {
    number: candidate.number,
    title: titleOf(candidate.number),
    body: bodyFor(candidate),
    state: candidate.state.toUpperCase(),
    createdAt: instant(candidate.createdAt),
    updatedAt: instant(candidate.updatedAt),
    closedAt: null,
    stateReason: null,
    ...notEdited,
    locked: false,
    author: { __typename: 'User', login: 'ana', databaseId: 5 },
    labels: { nodes: candidate.labels.map((name) => ({ name })) },
    milestone: null,
    parent: null,
    comments: connection(commentsOf(candidate)),
  };
}

function threads({ posted }: Large, label: string): readonly object[] {
  return posted
    .filter(({ labels }) => labels.includes(label))
    .toReversed()
    .map(thread);
}

function thread({ number, title, body, state, labels, createdAt }: Posted): object {
  const at = new Date(createdAt).toISOString();
  return {
    number,
    title,
    body,
    state: state.toUpperCase(),
    createdAt: at,
    updatedAt: at,
    closedAt: null,
    stateReason: null,
    ...notEdited,
    locked: false,
    author: { __typename: 'Bot', login: bot.login.replace('[bot]', ''), databaseId: bot.id },
    labels: { nodes: labels.map((name) => ({ name })) },
    milestone: null,
    parent: null,
    comments: connection([comment(number, '<!-- chokepoint:note -->', bot, createdAt)]),
  };
}

function pulls({ population, now }: Large, isMerged: boolean): readonly object[] {
  const hours = (count: number) => now - count * 3_600_000;
  const positions = Array.from({ length: isMerged ? mergedInMonth : openPulls }, (_, index) => index);
  return positions.map((index) => {
    const at = hours(24 + index * 8);
    return pullRequest(population, index, at, isMerged ? at : null);
  });
}
