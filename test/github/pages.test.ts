import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextOf } from '../../src/github/pages.ts';
import type { ConnectedRepository } from '../../src/github/repository.ts';
import { askAs } from '../embedded-github/client.ts';
import type { EmbeddedGitHub } from '../embedded-github/start.ts';
import { comment, onConstraint, openPull, repository, startChecked } from '../support/checked-repository.ts';
import { connectWorld } from '../support/connect-world.ts';

let github: EmbeddedGitHub;
let world: ConnectedRepository;
let pull: number;
let said: number;

const five = ['one', 'two', 'three', 'four', 'five'];

/** A GitHub whose pages are shorter than what is asked for. */
beforeAll(async () => {
  const milestones = five.map((title) => ({ title }));
  const issues = five.map((title) => ({ title, milestone: 'one', labels: [title] }));
  ({ github } = await startChecked({ pageLimit: 2, milestones, issues }));
  world = connectWorld(github.url, github.token('ana'), repository);
  pull = await openPull(github, { files: five });
  for (const word of five) said = await comment(github, onConstraint, 'ana', word);
  for (const login of ['ana', 'ben', 'tess']) {
    const path = `/repos/${repository}/issues/comments/${said}/reactions` as const;
    await askAs(github, login)(`POST ${path}`, { content: 'heart' });
  }
});
afterAll(() => github.close());

describe('a list whose pages are short', () => {
  it.each<[string, () => Promise<readonly unknown[]>, readonly unknown[]]>([
    ['comments', async () => (await world.readComments(onConstraint)).map(({ body }) => body), five],
    [
      'reactions',
      async () => (await world.readReactions(said)).map(({ author }) => author),
      ['ana', 'ben', 'tess'],
    ],
    ['milestones', async () => (await world.listMilestones()).map(({ title }) => title), five],
    ['items of a milestone', async () => (await world.listMilestoneItems(1)).map(({ title }) => title), five],
    [
      'issues',
      async () => (await world.listIssues({ state: 'open', milestone: 1 })).map(({ title }) => title),
      five,
    ],
    ['changed files', () => world.readChangedFiles(pull), five],
    ['labels', () => world.readLabelNames(), five],
  ])('is read to its end: %s', async (_name, read, expected) => {
    const found = await read();
    expect(found).toEqual(expect.arrayContaining([...expected]));
    expect(new Set(found).size).toBe(found.length);
  });
});

describe('the next page', () => {
  it.each([
    ['no page is named', undefined, null],
    ['only the last and the first are', '<https://a.test/x?page=1>; rel="first"', null],
    [
      'it is named among others',
      '<https://a.test/x?page=1>; rel="prev", <https://a.test/x?per_page=100&after=Y3%3D%3D>; rel="next"',
      'per_page=100&after=Y3%3D%3D',
    ],
  ])('where %s', (_name, link, expected) => {
    expect(nextOf(link === undefined ? {} : { link })?.toString() ?? null).toBe(expected);
  });
});
