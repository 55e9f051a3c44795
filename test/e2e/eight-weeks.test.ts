import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository, type Story, startStory } from '../support/story.ts';

const config = (mode: string) => `
duties: { issues: action, pull-requests: action, milestones: action, summary: action }
primary:
  constraint: activation
  since: 2026-11-02
  because: Four of ten sign-ups never connect a data source.
  owner: ana
  metric: { name: Sign-ups that connect a source within 24 h, unit: "%", baseline: 38, target: 55, minimum: 45 }
drift: { mode: ${mode} }
classify: { reliability: { labels: [bug], paths: ["infra/**"] } }
`;

/**
 * Eight Mondays of one team: a constraint is declared, work drifts, one drift is accepted, the metric rises, the first
 * move ships, and the constraint moves. The summaries are read one after the other; the clock is the test's.
 */
describe('eight weeks of one team', () => {
  let story: Story;
  const numbers = new Map<string, number>();
  const numberOf = (title: string) => numbers.get(title) ?? 0;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story.end());

  async function file(
    title: string,
    ...filled: Parameters<Story['fileCandidate']> extends [string, ...infer Rest] ? Rest : never
  ) {
    numbers.set(title, await story.fileCandidate(title, ...filled));
  }
  async function open(title: string, closes: string | null, branch: string, files?: readonly string[]) {
    const body = closes === null ? 'See the title.' : `Closes #${numberOf(closes)}`;
    numbers.set(title, await story.open(title, body, branch, files));
  }
  async function ship(
    day: string,
    title: string,
    closes: string | null,
    branch: string,
    files?: readonly string[],
  ) {
    story.goTo(day, 8);
    await open(title, closes, branch, files);
    story.goTo(day, 17);
    await story.merge(numberOf(title));
  }
  async function standing() {
    const all = await story.withLabel('chokepoint: summary');
    const summaries = all.filter(({ state }) => state === 'open');
    expect(summaries).toHaveLength(1);
    return summaries[0];
  }
  const sayMetric = async (value: number) => story.say((await standing())?.number ?? 0, `/metric ${value}`);

  async function monday(day: string): Promise<void> {
    story.goTo(day, 9);
    await story.daily();
    const summary = await standing();
    // How charts are drawn is another test's: here stands where they are.
    const visible = (summary?.body ?? '')
      .replaceAll(/<!--[\s\S]*?-->/g, '')
      .replaceAll(/```mermaid[\s\S]*?```/g, '(chart)')
      .trim();
    await expect(`# ${summary?.title}\n\n${visible}\n`).toMatchFileSnapshot(`golden/eight-weeks/${day}.md`);
  }

  it('week 1: declared on Monday, the first summary a week later', async () => {
    story.goTo('2026-10-28');
    await story.commitConfig(
      'duties: { issues: action, pull-requests: action, milestones: action, summary: action }\n',
    );
    await file('Sign-up in four steps', { ratings: [5, 4, 4, 5] });
    await file('Guided first import', { ratings: [4, 3, 4, 4] });
    await file('Sample workspace on first login', { ratings: [5, 5, 3, 4] });
    await file('Import assistant', { ratings: [5, 4, 4, 5], links: '' });
    await file('Import retries', { constraint: 'reliability', ratings: [4, 4, 4, 4] });
    await file('Bulk invoice export', { constraint: 'operations', ratings: [4, 3, 4, 3] });
    await file('Usage nudges', { constraint: 'adoption', ratings: [3, 2, 4, 4] });
    await ship('2026-10-29', 'Retry the nightly sync', null, 'sync', ['infra/sync.ts']);
    story.goTo('2026-11-02', 10);
    await story.commitConfig(config('observe'));
    await ship('2026-11-04', 'Shorter sign-up form', null, 'form');
    await story.say(numberOf('Shorter sign-up form'), '/constraint activation');
    await ship('2026-11-06', 'Export all invoices', 'Bulk invoice export', 'export');
    await monday('2026-11-09');
  });

  it('week 2: the raters disagree, the first reading comes', async () => {
    await sayMetric(39);
    story.goTo('2026-11-10');
    await story.say(numberOf('Guided first import'), '/score 2 3 4 4 because new users skip it', 'max');
    await file('Empty-state help', { ratings: [4, 3, 4, 3] });
    await ship('2026-11-12', 'New pricing page', null, 'pricing');
    await monday('2026-11-16');
  });

  it('week 3: settled, and the first move is picked', async () => {
    story.goTo('2026-11-17');
    await story.say(
      numberOf('Guided first import'),
      '/settle 4 4 4 4 because the import funnel is linked now',
    );
    await story.say(numberOf('Sign-up in four steps'), '/first-move');
    await story.ask(`POST /repos/${repository}/milestones`, { title: 'Autumn release' });
    for (const title of ['Import retries', 'Usage nudges', 'Sample workspace on first login']) {
      await story.edit(numberOf(title), { milestone: 1 });
    }
    await open('Four steps instead of nine', 'Sign-up in four steps', 'four-steps');
    await ship('2026-11-19', 'Keep the draft of a sign-up', null, 'draft');
    await story.say(numberOf('Keep the draft of a sign-up'), '/constraint activation');
    await monday('2026-11-23');
  });

  it('week 4: warn is on, a drift is accepted with a reason', async () => {
    await sayMetric(41);
    story.goTo('2026-11-24');
    await story.commitConfig(config('warn'));
    await file('Alert before an import fails', { constraint: 'reliability', ratings: [4, 4, 4, 4] });
    story.goTo('2026-11-25');
    await open('Round invoices by line', null, 'rounding');
    await story.say(numberOf('Round invoices by line'), '/constraint operations');
    await story.say(numberOf('Round invoices by line'), '/accept because the tax audit is on Friday');
    story.goTo('2026-11-26');
    await story.merge(numberOf('Round invoices by line'));
    story.goTo('2026-11-27', 17);
    await story.merge(numberOf('Four steps instead of nine'));
    await story.close(numberOf('Sign-up in four steps'));
    await monday('2026-11-30');
  });

  it('week 5: shipped, and the metric follows', async () => {
    await sayMetric(47);
    story.goTo('2026-12-01');
    await story.say(numberOf('Guided first import'), '/first-move');
    await file('Faster retries of failed imports', { constraint: 'reliability', ratings: [4, 4, 4, 5] });
    await open('Guide the first import', 'Guided first import', 'guide');
    await monday('2026-12-07');
  });

  it('week 6: the target is met', async () => {
    await sayMetric(52);
    await ship('2026-12-09', 'Guide the import to its end', null, 'guide-end');
    await story.say(numberOf('Guide the import to its end'), '/constraint activation');
    story.goTo('2026-12-10');
    await story.merge(numberOf('Guide the first import'));
    await story.close(numberOf('Guided first import'));
    await file('Status page for imports', { constraint: 'reliability', ratings: [4, 3, 4, 4] });
    await monday('2026-12-14');
  });

  it('week 7: a quiet week, but for a reading and an answer that is due', async () => {
    await sayMetric(55);
    await monday('2026-12-21');
  });

  it('week 8: still met, and what is filed points elsewhere: has the constraint moved?', async () => {
    await sayMetric(56);
    story.goTo('2026-12-22');
    await story.say(
      numberOf('Sign-up in four steps'),
      '/outcome moved because sign-ups connect now; imports fail next',
    );
    await file('Idempotent imports', { constraint: 'reliability', ratings: [5, 4, 4, 4] });
    await monday('2026-12-28');
    expect((await standing())?.body).toContain('**Has the constraint moved to Reliability?**');
    const all = await story.withLabel('chokepoint: summary');
    expect(all).toHaveLength(8);
  });
});
