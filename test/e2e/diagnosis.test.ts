import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  clear,
  diagnosisBody,
  type FiledDiagnosis,
  filedDiagnosis,
} from '../core/diagnosis/filed-diagnosis.ts';
import { issueEvent } from '../support/action-events.ts';
import { runAction } from '../support/run-action.ts';
import { repository, startTeam, type Team, writesIn } from './team.ts';

const activation = { ...clear(3), 'onboarding-drop': 2, 'paid-reliability': 1 } as const;

function fileDiagnosis({ github }: Team, changes: Partial<FiledDiagnosis>, login = 'ana'): Promise<number> {
  return github.fileIssue({
    repository,
    login,
    title: 'What holds us back?',
    body: diagnosisBody(filedDiagnosis(changes)),
    labels: ['chokepoint: diagnosis'],
  });
}

describe('a diagnosis, answered by the App', () => {
  let team: Team;
  beforeAll(async () => {
    team = await startTeam();
  });
  afterAll(() => team.close());

  it('gets its label, though GitHub dropped the form’s, and one answer with the block to commit', async () => {
    const number = await fileDiagnosis(team, activation);
    await team.settled();
    expect(await team.labels(number)).toEqual(['chokepoint: diagnosis']);
    const answers = await team.answers(number);
    expect(answers).toHaveLength(1);
    expect(answers[0]).toContain('**Activation**, with medium confidence.');
    expect(answers[0]).toContain('primary:\n  constraint: activation\n  since: 20');
    expect(answers[0]).toContain(`/${repository}/new/main?filename=.github/chokepoint.yml&value=primary%3A`);
  });

  it('is answered anew in the same comment when the issue is edited, and not written when nothing changes', async () => {
    const number = await fileDiagnosis(team, activation);
    await team.settled();
    const [before] = await team.comments(number);
    const body = diagnosisBody(filedDiagnosis({ ...activation, 'paid-reliability': 2 }));
    await team.edit(number, { body });
    await team.settled();
    const after = await team.comments(number);
    expect(after.map(({ id }) => id)).toEqual([before?.id]);
    expect(after[0]?.body).toContain('**Reliability**');
    expect(after[0]?.body).toContain('(rule R2)');
    const requests = await team.watch(() => team.edit(number, { title: 'What holds us back now?' }));
    expect(writesIn(requests)).toEqual([]);
  });

  it('keeps ticks and owners of the evidence list when it is answered anew', async () => {
    const number = await fileDiagnosis(team, { 'onboarding-drop': 2 });
    await team.settled();
    const [answer] = await team.comments(number);
    expect(answer?.body).toContain('**Not ready to choose, and that is an answer.**');
    expect(answer?.body).toContain('drift:\n  pause: true');
    const filled = (answer?.body ?? '').replace(/- \[ \] (\*\*trust.*owner: )…/, '- [x] $1@max');
    await team.ask('ana')(`PATCH /repos/${repository}/issues/comments/${answer?.id ?? 0}`, { body: filled });
    const body = diagnosisBody(filedDiagnosis({ 'onboarding-drop': 2, ...clear(1) }));
    await team.edit(number, { body });
    await team.settled();
    const [after] = await team.answers(number);
    expect(after).toMatch(/- \[x\] \*\*trust\*\*: .* \*\(owner: max\)\*/);
    expect(after).not.toContain('**revenue**');
  });

  it('says what cannot be read, and guesses nothing', async () => {
    const number = await fileDiagnosis(team, { ...activation, 'safe-to-ship': null });
    await team.settled();
    const [answer] = await team.answers(number);
    expect(answer).toContain('**Almost there.**');
    expect(answer).toContain('"Can the team ship a change safely?" is not answered yet.');
    expect(answer).not.toContain('primary:');
  });

  it('is withdrawn by taking its label away, and comes back with it', async () => {
    const number = await fileDiagnosis(team, activation);
    await team.settled();
    const labels = `/repos/${repository}/issues/${number}/labels` as const;
    await team.ask('max')(`DELETE ${labels}/${encodeURIComponent('chokepoint: diagnosis')}`);
    await team.settled();
    expect((await team.answers(number))[0]).toContain('Withdrawn');
    expect(await team.labels(number)).toEqual([]);
    await team.ask('max')(`POST ${labels}`, { labels: ['chokepoint: diagnosis'] });
    await team.settled();
    expect((await team.answers(number))[0]).toContain('**Activation**');
  });

  it('T2: does not take a copied answer of somebody else for its own', async () => {
    const number = await fileDiagnosis(team, activation);
    await team.settled();
    const [answer = ''] = await team.answers(number);
    const other = await fileDiagnosis(team, activation);
    await team.say(other, answer, 'max');
    await team.settled();
    expect(await team.answers(other)).toHaveLength(1);
  });

  it('T4: shows the protected decision inert', async () => {
    const number = await fileDiagnosis(team, { ...activation, decision: 'Fixes #1, @max and <!-- x -->' });
    await team.settled();
    const [answer = ''] = await team.answers(number);
    expect(answer).toContain('The customer decision it protects');
    expect(answer).not.toMatch(/Fixes #1|@max|<!-- x/);
  });

  it('leaves a plain issue with headings of its own alone', async () => {
    const number = await team.open('### What happened?\n\nIt broke.');
    await team.settled();
    expect(await team.answers(number)).toEqual([]);
    expect(await team.labels(number)).toEqual([]);
  });
});

describe('a diagnosis where the Action holds the duty', () => {
  it('is answered the same by the shipped bundle, beside what is declared', async () => {
    const config = 'primary: { constraint: throughput, since: 2026-11-02 }\nduties: { issues: action }\n';
    const team = await startTeam({ files: { '.github/chokepoint.yml': config } });
    try {
      const number = await fileDiagnosis(team, activation);
      await team.settled();
      expect(await team.answers(number)).toEqual([]);
      const { github } = team;
      const env = { CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS: '0' };
      const ran = await runAction({ github, ...(await issueEvent(github, repository, number)), env });
      expect(ran.exitCode, ran.stdout).toBe(0);
      const [answer] = await team.comments(number);
      expect(answer?.by).toBe('github-actions[bot]');
      expect(answer?.body).toContain(
        '**Throughput** is declared since 2 November, and nothing switches by itself.',
      );
      expect(answer?.body).toContain(`/${repository}/edit/main/.github/chokepoint.yml`);
      expect(await team.labels(number)).toEqual(['chokepoint: diagnosis']);
    } finally {
      await team.close();
    }
  });
});
