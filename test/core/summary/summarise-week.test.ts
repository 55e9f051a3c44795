import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summariseWeek } from '../../../src/core/summary/summarise-week.ts';
import { rememberWeek, weeksRemembered } from '../../../src/core/summary/summary-state.ts';
import { backlog, merge, policy, pullRequest, repository, undeclared, weekFacts } from './builders.ts';
import { exampleWeek, weekBefore } from './example-week.ts';

describe('the summary of a week', () => {
  it('is plain JSON', () => {
    const summary = summariseWeek(exampleWeek, policy, weekBefore);
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  });

  it('lists the candidates on the constraint by rank, as many as the config says', () => {
    const short = { ...policy, summary: { ...policy.summary, top: 2 } };
    const { top } = summariseWeek(exampleWeek, short, null);
    expect(top.items.map(({ number }) => number)).toEqual([118, 97]);
    expect(top.total).toBe(7);
  });

  it('lists the best of each other constraint below the line, best first', () => {
    const { belowTheLine, comesNext } = summariseWeek(exampleWeek, policy, null);
    expect(belowTheLine.map(({ candidates }) => candidates.map(({ number }) => number))).toEqual([
      [77],
      [126],
      [64],
      [133],
    ]);
    expect(comesNext).toBe('reliability');
  });

  it('says why a candidate stands below a lower score', () => {
    const { top } = summariseWeek(exampleWeek, policy, null);
    const odd = top.items.filter(({ below }) => below !== null);
    expect(odd.map(({ number, below }) => [number, below?.score])).toEqual([
      [131, 4],
      [152, 3.5],
    ]);
  });

  it('tells what warn would have done in observe mode, and nothing of it in the other modes', () => {
    const { drift } = summariseWeek(exampleWeek, policy, null);
    expect(drift?.warnWould).toEqual({ comment: 3, checked: 11 });
    const warning = { ...policy, drift: { ...policy.drift, mode: 'warn' as const } };
    expect(summariseWeek(exampleWeek, warning, null).drift?.warnWould).toBeNull();
  });

  it('reads of the metric what was read since the declaration, and remembers the rest', () => {
    const before = { day: '2026-11-01', value: 54 };
    const first = { day: '2026-11-02', value: 41 };
    const facts = weekFacts({ readings: [before, first] });
    const summary = summariseWeek(facts, policy, null);
    expect(summary.readings).toEqual([first]);
    expect(summary.status?.latest).toEqual(first);
    expect(rememberWeek(facts, policy.primary, null).readings).toEqual([before, first]);
    const none = summariseWeek(weekFacts({ readings: [before] }), policy, weekBefore);
    expect(none.status).toMatchObject({ standing: 'unknown', unknownBecause: 'no-reading', latest: null });
    expect(none.deltas?.changes.filter(({ kind }) => kind === 'reading')).toEqual([]);
    expect(none.gates.find(({ gate }) => gate === 'reading')?.met).toBe(false);
  });

  it('counts drift within the allowance as no comment', () => {
    const generous = { ...policy, drift: { ...policy.drift, allowance: 40 } };
    expect(summariseWeek(exampleWeek, generous, null).drift?.warnWould).toEqual({ comment: 1, checked: 11 });
  });

  it('lists a milestone only when it is under its focus', () => {
    const open = (on: number) => ({ repository, title: `M${on}`, open: { on, classified: 10 } });
    const { drift } = summariseWeek(weekFacts({ milestones: [open(5), open(6)] }), policy, null);
    expect(drift?.milestones.items.map(({ title }) => title)).toEqual(['M5']);
  });

  it('says nothing of drift while no constraint is declared, and shows the inputs to look at', () => {
    const summary = summariseWeek(weekFacts({ inputsLookedAt: ['support pain'] }), undeclared, null);
    expect(summary.drift).toBeNull();
    expect(summary.status).toBeNull();
    expect(summary.inputs?.filter(({ lookedAt }) => lookedAt)).toEqual([
      { input: 'support pain', lookedAt: true },
    ]);
  });

  it('hides the focus share under a coverage of 80 percent', () => {
    const merges = [merge(1), merge(2), merge(3, { constraint: null, codes: ['UNCLASSIFIED'] })];
    const { focus } = summariseWeek(weekFacts({ merges }), policy, null);
    expect(focus.hidden).toBe(true);
    expect(focus.unclassified).toMatchObject({ total: 1, items: [{ number: 3 }] });
  });

  it('tells changes of the declaration', () => {
    const metric = { name: 'Sign-ups', unit: '%', baseline: 38, target: 60, minimum: 45 };
    const raised = { ...policy, primary: { ...exampleDeclaration(), metric } };
    const { status } = summariseWeek(exampleWeek, raised, weekBefore);
    expect(status?.changes).toEqual([
      { field: 'metric', from: 'Sign-ups that connect a source within 24 h', to: 'Sign-ups' },
      { field: 'target', from: 55, to: 60 },
    ]);
  });

  it('is quiet when nothing happened, and not when something did', () => {
    const candidates = backlog([{ number: 1, ratings: '4444', firstMove: true }]);
    const before = rememberWeek(weekFacts({ candidates, now: '2026-11-23T08:00:00Z' }), policy.primary, null);
    const same = weekFacts({ candidates });
    const unread = { ...same, unread: ['acme/api'] };
    expect(summariseWeek(same, policy, before).quiet).toBe(true);
    expect(summariseWeek({ ...same, merges: [merge(2)] }, policy, before).quiet).toBe(false);
    expect(summariseWeek(unread, policy, before).quiet).toBe(false);
    expect(summariseWeek(same, policy, null).quiet).toBe(false);
    expect(summariseWeek(weekFacts(), undeclared, null).quiet).toBe(true);
  });

  it('finds no contradiction in its own numbers, whatever was merged', () => {
    const codes = fc.constantFrom('ALIGNED', 'DRIFT', 'UNCLASSIFIED', 'ACCEPTED', 'EXEMPT', 'SEQ-1');
    fc.assert(
      fc.property(fc.array(codes, { maxLength: 30 }), (held) => {
        const merges = held.map((code, index) => merge(index, { codes: [code] }));
        const { focus, drift } = summariseWeek(weekFacts({ merges }), policy, null);
        const listed = (drift?.sequence.total ?? 0) + (drift?.offConstraint.total ?? 0);
        expect(listed).toBe(focus.week.offConstraint);
        expect(focus.week).toEqual(focus.month);
        expect(focus.trend.length).toBeLessThanOrEqual(weeksRemembered);
      }),
    );
  });
});

describe('hygiene', () => {
  it('finds unclassified work, old rethinks and a stale metric', () => {
    const { hygiene } = summariseWeek(exampleWeek, policy, null);
    expect(hygiene.incomplete.total).toBe(3);
    expect(hygiene.unclassified.items.map(({ number }) => number)).toEqual([163]);
    expect(hygiene.oldRethinks.items).toMatchObject([{ number: 51, days: 94 }]);
    expect(hygiene.staleMetric).toBeNull();
    const stale = { ...exampleWeek, readings: [{ day: '2026-11-10', value: 40 }] };
    expect(summariseWeek(stale, policy, null).hygiene.staleMetric).toEqual({ days: 20 });
  });

  it('does not count exempt work as unclassified', () => {
    const facts = weekFacts({ pullRequests: [pullRequest(1, { codes: ['EXEMPT'], constraint: null })] });
    expect(summariseWeek(facts, policy, null).hygiene.unclassified.total).toBe(0);
  });
});

function exampleDeclaration() {
  if (policy.primary === null) throw new Error('the example declares a constraint');
  return policy.primary;
}
