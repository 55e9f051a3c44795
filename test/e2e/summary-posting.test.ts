import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applySummary } from '../../src/tasks/apply-summary.ts';
import { planSummary } from '../../src/tasks/post-summary.ts';
import { connectWorld } from '../support/connect-world.ts';
import { repository, type Story, startStory } from '../support/story.ts';

const config = `
duties: { issues: action, pull-requests: action, milestones: action, summary: action }
primary: { constraint: activation, since: 2026-10-05, owner: ana }
summary: { time-zone: Europe/Berlin }
`;

let story: Story;
beforeAll(async () => {
  story = await startStory();
  story.goTo('2026-10-15');
  await story.commitConfig(config);
});
afterAll(() => story.end());

async function titles(): Promise<readonly string[]> {
  const all = await story.withLabel('chokepoint: summary');
  return all
    .toSorted((one, other) => one.number - other.number)
    .map(({ title, state }) => `${/week \d+/.exec(title)?.[0]} ${state}`);
}

async function writesOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = story.github.requests.length;
  await work();
  return story.github.requests
    .slice(before)
    .filter(({ method, path }) => method !== 'GET' && !path.endsWith('/graphql'))
    .map(({ method, path }) => `${method} ${path}`);
}

describe('the issue of a week', () => {
  it('T26: is posted by the first run on or after the day, days late once, and then left alone', async () => {
    await story.daily();
    expect(await titles()).toEqual(['week 42 open']);
    story.goTo('2026-10-16');
    expect(await writesOf(() => story.daily())).toEqual([]);
    story.goTo('2026-10-18', 23);
    await story.daily();
    expect(await titles()).toEqual(['week 42 closed', 'week 43 open']);
  });

  it('T26: begins with the local day when the clocks go back', async () => {
    story.goTo('2026-10-25', 22);
    expect(await writesOf(() => story.daily())).toEqual([]);
    story.goTo('2026-10-25', 23);
    await story.daily();
    expect((await titles()).at(-1)).toBe('week 44 open');
  });

  it('T26: a week without any run is not made up for later, the latest one is', async () => {
    story.goTo('2026-11-11');
    await story.daily();
    expect((await titles()).slice(-2)).toEqual(['week 44 closed', 'week 46 open']);
  });

  it('T26: a clock that runs behind posts no older week and closes nothing', async () => {
    story.goTo('2026-11-04');
    expect(await writesOf(() => story.daily())).toEqual([]);
  });

  it('T25: two writers at once end with one, the older; the younger is closed with a link', async () => {
    story.goTo('2026-11-16');
    const world = () => connectWorld(story.github.url, story.github.workflowToken, repository);
    const settings = { repository, now: story.now(), side: 'action', trigger: 'schedule' } as const;
    const [one, other] = [world(), world()];
    const plans = [await planSummary(one, settings), await planSummary(other, settings)] as const;
    const [first, second] = await Promise.all([
      applySummary(one, plans[0], settings),
      applySummary(other, plans[1], settings),
    ]);
    const all = (await story.withLabel('chokepoint: summary')).filter(({ title }) =>
      title.includes('week 47'),
    );
    expect(all).toHaveLength(2);
    const open = all.filter(({ state }) => state === 'open');
    const closed = all.find(({ state }) => state === 'closed')?.number ?? 0;
    expect(open.map(({ number }) => number)).toEqual([Math.min(...all.map(({ number }) => number))]);
    expect([first, second]).toContain(open[0]?.number);
    const comments = await story.comments(closed);
    expect(comments[0]?.body).toContain(`The summary of this week is #${open[0]?.number}.`);
    story.goTo('2026-11-17');
    expect(await writesOf(() => story.daily())).toEqual([]);
  });
});
