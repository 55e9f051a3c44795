import { afterEach, describe, expect, it } from 'vitest';
import { rememberWeek } from '../../src/core/summary/summary-state.ts';
import { renderHiddenState } from '../../src/render/summary/hidden-state.ts';
import { summaryMarker } from '../../src/render/summary/marker.ts';
import { merge, policy, weekFacts } from '../core/summary/builders.ts';
import { askWith } from '../embedded-github/client.ts';
import type { EmbeddedGitHub } from '../embedded-github/start.ts';
import {
  countRequests,
  offConstraint,
  openPull,
  readPull,
  repository,
  startChecked,
} from '../support/checked-repository.ts';

const open: EmbeddedGitHub[] = [];

afterEach(async () => {
  for (const github of open.splice(0)) await github.close();
});

/** A repository of mode `warn` in whose last 28 days 3 of 12 merges were off the constraint, as a summary tells. */
async function start(allowance: number, author: 'workflow' | 'ana' = 'workflow', told = policy.primary) {
  const allowed = {
    config: `primary: { constraint: activation }\ndrift: { mode: warn, allowance: ${allowance} }\n`,
  };
  const checked = await startChecked(allowed);
  open.push(checked.github);
  const merges = Array.from({ length: 12 }, (_, index) => {
    const isOff = index < 3;
    return merge(index + 1, {
      codes: [isOff ? 'DRIFT' : 'ALIGNED'],
      constraint: isOff ? 'reliability' : 'activation',
    });
  });
  const facts = { ...weekFacts({ merges }), repository };
  const state = renderHiddenState(rememberWeek(facts, told, null));
  const { github } = checked;
  const ask = askWith(github, author === 'workflow' ? github.workflowToken : github.token('ana'));
  const body = `${summaryMarker(repository, facts.week.key)}\n\nThe summary.\n\n${state}`;
  const issue = { title: 'Chokepoint: the week', body, labels: ['chokepoint: summary'] };
  expect((await ask(`POST /repos/${repository}/issues`, issue)).status).toBe(201);
  return checked;
}

describe('`drift.allowance`', () => {
  it('keeps drift a note while the last summary tells less, and says so', async () => {
    const { github, check } = await start(30);
    const number = await openPull(github, { body: `Closes #${offConstraint}` });
    const run = await check(number);
    expect(run.outputs.get('conclusion')).toBe('note');
    expect(run.summary).toContain('within the allowance: 3 of 12 merges');
    expect((await readPull(github, number)).comments).toEqual([]);
  });

  it('is used up at its percent: the warning comes, with last week beside it', async () => {
    const { github, check } = await start(25);
    const number = await openPull(github, { body: `Closes #${offConstraint}` });
    expect((await check(number)).outputs.get('conclusion')).toBe('warning');
    const [told] = (await readPull(github, number)).comments;
    expect(told?.body).toContain('Last week 9 of 12 merges were on the constraint.');
  });

  it('T2: does not believe a summary that somebody else wrote', async () => {
    const { github, check } = await start(30, 'ana');
    const number = await openPull(github, { body: `Closes #${offConstraint}` });
    expect((await check(number)).outputs.get('conclusion')).toBe('warning');
  });

  it('does not go by a summary about another constraint', async () => {
    const moved = policy.primary === null ? null : { ...policy.primary, constraint: 'reliability' as const };
    const { github, check } = await start(30, 'workflow', moved);
    const number = await openPull(github, { body: `Closes #${offConstraint}` });
    expect((await check(number)).outputs.get('conclusion')).toBe('warning');
  });

  it('costs one request, and only where it has a say', async () => {
    const calls = async (allowance: number) => {
      const { github, check } = await start(allowance);
      const number = await openPull(github, { body: `Closes #${offConstraint}` });
      await check(number);
      return (await countRequests(github, () => check(number))).length;
    };
    expect((await calls(25)) - (await calls(0))).toBe(1);
  });
});
