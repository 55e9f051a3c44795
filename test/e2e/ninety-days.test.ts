import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decisionsShape, planShape } from '../../src/cli/shapes/plan.ts';
import { runHere } from '../cli/recorded-terminal.ts';
import { clear, diagnosisBody, filedDiagnosis } from '../core/diagnosis/filed-diagnosis.ts';
import { repository, type Story, startStory } from '../support/story.ts';

const duties = 'duties: { issues: action, pull-requests: action, milestones: action, summary: action }\n';
const declared = (since: string, baseline = 38) =>
  `${duties}plan: { milestones: true }
primary:
  constraint: activation
  since: ${since}
  because: Four of ten sign-ups never connect a source.
  owner: ana
  metric: { name: Sources connected, unit: "%", baseline: ${baseline}, target: 55, minimum: 45 }
`;

/** The ninety days of one team, told by docs/plan.md: every step is an event on GitHub, the clock is the test's. */
describe('ninety days of one team', () => {
  let story: Story;
  let move = 0;
  let other = 0;
  let decision = 0;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story.end());

  const terminal = () => ({ GITHUB_TOKEN: story.github.token('ana'), GITHUB_API_URL: story.github.url });

  async function summary(): Promise<string> {
    const open = (await story.withLabel('chokepoint: summary')).filter(({ state }) => state === 'open');
    expect(open).toHaveLength(1);
    return open[0]?.body ?? '';
  }

  async function summaryNumber(): Promise<number> {
    const open = (await story.withLabel('chokepoint: summary')).filter(({ state }) => state === 'open');
    return open[0]?.number ?? 0;
  }

  it('before it: the summary lists the five inputs, and keeps their ticks', async () => {
    story.goTo('2026-10-26');
    await story.commitConfig(duties);
    move = await story.fileCandidate('Sign-up in four steps', { ratings: [5, 4, 4, 5] });
    other = await story.fileCandidate('Import retries', { constraint: 'reliability', ratings: [4, 4, 4, 4] });
    await story.daily();
    const body = await summary();
    expect(body).toContain('**No constraint declared yet.**');
    expect(body.match(/^- \[ \] /gm)).toHaveLength(5);
    expect(body).toContain('Reliability');
    await story.edit(await summaryNumber(), {
      body: body.replace('- [ ] support pain', '- [x] support pain'),
    });
  });

  it('the diagnosis answers activation, with the block to commit', async () => {
    story.goTo('2026-10-30');
    const filed = filedDiagnosis({ ...clear(4), 'onboarding-drop': 2, 'slower-plan': 2 });
    const number = await story.fileDiagnosis(diagnosisBody(filed));
    const [answer] = await story.comments(number);
    expect(answer?.body).toContain('**Activation**');
    expect(answer?.body).toContain('After it: throughput.');
    expect(answer?.body).toContain('primary:\n  constraint: activation\n  since: 2026-10-30');
    expect((await story.issue(number)).labels.map(({ name }) => name)).toEqual(['chokepoint: diagnosis']);
  });

  it('day 1: committed, the summary ranks by it and three milestones appear, once', async () => {
    story.goTo('2026-11-02');
    await story.commitConfig(declared('2026-11-02'));
    await story.daily();
    const body = await summary();
    expect(body).toContain('**Activation** · day 1 of 90, *diagnose* until 1 December');
    expect(body).toContain('Throughput');
    await story.daily();
    story.goTo('2026-11-03');
    await story.daily();
    const milestones = z
      .array(z.object({ title: z.string(), due_on: z.string() }))
      .parse(await story.ask(`GET /repos/${repository}/milestones?state=all`));
    expect(milestones.map(({ title, due_on }) => [title, due_on.slice(0, 10)])).toEqual([
      ['Day 30', '2026-12-01'],
      ['Day 60', '2026-12-31'],
      ['Day 90', '2027-01-30'],
    ]);
  });

  it('day 29: the gates that are open are named, the first move is asked for', async () => {
    story.goTo('2026-11-09');
    await story.daily();
    await story.say(await summaryNumber(), '/metric 40');
    // The terminal of the tests stands on the next day, day 9.
    const { stdout } = await runHere(['plan', repository, '--json'], { env: terminal() });
    const plan = planShape.parse(JSON.parse(stdout));
    expect(plan).toMatchObject({ day: 9, phase: 'diagnose', decisionOpens: '2027-01-16' });
    const met = plan.gates.filter((gate) => gate.met).map(({ gate }) => gate);
    expect(met).toEqual(['inputs', 'constraint', 'metric', 'reading']);
    story.goTo('2026-11-30');
    await story.daily();
    expect(await summary()).toContain('**Pick the first move.**');
    await story.say(move, '/first-move', 'max');
    expect((await story.issue(move)).labels.map(({ name }) => name)).toContain('first move');
  });

  it('day 36: shipped', async () => {
    story.goTo('2026-12-07');
    await story.ship('Sign-up in four steps', move, 'sign-up');
    await story.daily();
    const body = await summary();
    expect((await story.issue(move)).state).toBe('closed');
    expect(body).toContain('*ship* until');
    expect(body).not.toContain('still open: the first move');
  });

  it('two weeks later its outcome is asked for, told, and no longer asked for', async () => {
    story.goTo('2026-12-14');
    await story.daily();
    expect(await summary()).not.toContain(`What did #${move}`);
    story.goTo('2026-12-21');
    await story.daily();
    expect(await summary()).toMatch(new RegExp(`What did #${move} .*do\\?`));
    const refused = await story.say(move, '/outcome moved because I think so', 'rea');
    const told = await story.say(move, '/outcome moved because sign-ups doubled; next is throughput');
    const comments = await story.comments(move);
    expect(comments.find(({ id }) => id === refused)?.reactions['-1']).toBe(1);
    expect(comments.find(({ id }) => id === told)?.reactions['+1']).toBe(1);
    expect(comments[0]?.body).toContain(
      '**Outcome: moved**, told by ana: *sign-ups doubled; next is throughput*',
    );
    story.goTo('2026-12-28');
    await story.daily();
    expect(await summary()).not.toContain(`What did #${move}`);
  });

  it('day 71: a first day corrected by three days changes nothing of the plan', async () => {
    story.goTo('2027-01-11');
    await story.commitConfig(declared('2026-11-05'));
    await story.daily();
    await story.say(await summaryNumber(), '/metric 44');
    expect(await story.withLabel('chokepoint: decision')).toEqual([]);
    await story.commitConfig(declared('2026-11-02'));
    const milestones = z
      .array(z.unknown())
      .parse(await story.ask(`GET /repos/${repository}/milestones?state=all`));
    expect(milestones).toHaveLength(3);
  });

  it('day 75 asks for nothing; day 76 opens the decision, assigned to the owner', async () => {
    story.goTo('2027-01-15');
    await story.daily();
    expect(await story.withLabel('chokepoint: decision')).toEqual([]);
    story.goTo('2027-01-16');
    await story.daily();
    const [issue, ...more] = await story.withLabel('chokepoint: decision');
    expect(more).toEqual([]);
    decision = issue?.number ?? 0;
    expect(issue?.assignees.map(({ login }) => login)).toEqual(['ana']);
    const body = issue?.body ?? '';
    expect(body.match(/^### .*$/gm)).toEqual([
      '### Continue, refine or move? To be answered by 30 January',
      '### Adoption',
      '### Quality',
      '### Speed',
      '### Support load',
      '### Technical health',
      '### Readings',
      '### Merged on the constraint',
      '### Outcomes',
    ]);
    expect(body).toContain('38 → **44** → 55 %. The least that justifies going on, 45 %: **not reached**.');
    expect(body).toContain('| ship | 1 | 0 | 0 % |');
    expect(body).toMatch(new RegExp(`Sign-up in four steps \\| #${move} \\| 5 of 5`));
    expect(body).toContain('**moved**, sign-ups doubled; next is throughput');
    expect(body).toContain('line "minimum" [45, 45]');
  });

  it('opens no second one, however often it runs and though the first day moves by 14 days', async () => {
    story.goTo('2027-01-17');
    await story.commitConfig(declared('2026-10-19'));
    await story.daily();
    await story.commitConfig(declared('2026-11-02'));
    story.goTo('2027-01-18');
    await story.daily();
    expect(await story.withLabel('chokepoint: decision')).toHaveLength(1);
    expect(await summary()).toContain(
      `**Continue, refine or move?** Answer in #${decision} with \`/decide\` by 30 January.`,
    );
  });

  it('keeps what people write under its headings, and takes a reading', async () => {
    story.goTo('2027-01-20');
    const { body } = await story.issue(decision);
    const written = (body ?? '').replace(/\*Are there fewer tickets.*\*/, 'A third fewer, says support.');
    await story.edit(decision, { body: written });
    await story.say(decision, '/metric 46.5');
    const now = (await story.issue(decision)).body;
    expect(now).toContain('A third fewer, says support.');
    expect(now).toContain('38 → **46.5** → 55 %. The least that justifies going on, 45 %: **reached**.');
    expect(await summary()).toContain('38 → **46.5** → 55 %');
  });

  it('T7: is not decided by somebody who may not', async () => {
    const comment = await story.say(decision, '/decide move because I want to', 'rea');
    const comments = await story.comments(decision);
    expect(comments.find(({ id }) => id === comment)?.reactions['-1']).toBe(1);
    expect(comments.at(-1)?.body).toContain('`/decide` is for a maintainer of this repository.');
    expect((await story.issue(decision)).state).toBe('open');
  });

  it('/decide closes it with the next block, and the summary says so until the config changes', async () => {
    story.goTo('2027-01-25');
    await story.daily();
    await story.say(decision, '/decide refine because setup is still where they stop', 'max');
    expect((await story.issue(decision)).state).toBe('closed');
    const comments = await story.comments(decision);
    const answer = comments.find(({ body }) => body.includes('decided by max'))?.body ?? '';
    expect(answer).toContain('**Refine**, decided by max: *setup is still where they stop*');
    expect(answer).toContain('  constraint: activation\n  since: 2027-01-25\n');
    expect(answer).toContain('name: "Sources connected", unit: "%", baseline: 46.5, target: …, minimum: …');
    const undecided = `Decided in #${decision}: **refine**. Not yet committed`;
    expect(await summary()).toContain(undecided);
    story.goTo('2027-02-01');
    await story.daily();
    expect(await summary()).toContain(undecided);
    await story.commitConfig(declared('2027-02-02', 40));
    story.goTo('2027-02-08');
    await story.daily();
    expect(await summary()).not.toContain('Decided in');
    expect(await summary()).toContain('day 7 of 90');
  });

  it('the next plan has milestones of its own beside the first', async () => {
    const milestones = z
      .array(z.object({ title: z.string() }))
      .parse(await story.ask(`GET /repos/${repository}/milestones?state=all`));
    expect(milestones.map(({ title }) => title)).toContain('Day 30 · Activation since 2027-02-02');
    expect(milestones).toHaveLength(6);
  });

  it('the record is kept: decided, predicted, read and told', async () => {
    const { stdout, exitCode } = await runHere(['decisions', repository, '--json'], { env: terminal() });
    expect(exitCode).toBe(0);
    const [listed, ...more] = decisionsShape.parse(JSON.parse(stdout));
    expect(more).toEqual([]);
    expect(listed).toMatchObject({
      number: decision,
      constraint: 'activation',
      since: '2026-11-02',
      metric: { baseline: 38, target: 55, minimum: 45 },
      latest: { day: '2027-01-20', value: 46.5 },
      merged: [{ title: 'Sign-up in four steps', candidate: move, predictedImpact: 5 }],
      firstMoves: [
        {
          number: move,
          predictedImpact: 5,
          outcome: 'moved',
          because: 'sign-ups doubled; next is throughput',
        },
      ],
      decision: 'refine',
      decidedBy: 'max',
      decidedBecause: 'setup is still where they stop',
    });
    const inWords = await runHere(['decisions', repository], { env: terminal() });
    expect(inWords.stdout).toContain('refine, by max: setup is still where they stop');
    expect(inWords.stdout).toContain('predicted impact 5 of 5; moved, sign-ups doubled');
  });

  it('a later diagnosis that disagrees is, with another sign, a decision to take', async () => {
    story.goTo('2027-03-01');
    const filed = filedDiagnosis({ ...clear(4), 'manual-delivery': 2 });
    const number = await story.fileDiagnosis(diagnosisBody(filed));
    expect((await story.comments(number))[0]?.body).toContain('nothing switches by itself');
    await story.daily();
    await story.say(await summaryNumber(), '/metric 56');
    story.goTo('2027-03-08');
    await story.daily();
    await story.say(await summaryNumber(), '/metric 57');
    const body = await summary();
    expect(body).toContain('**Has the constraint moved to Operations?**');
    expect(body).toContain(`the diagnosis #${number} says Operations`);
    expect((await story.issue(other)).state).toBe('open');
  });
});
