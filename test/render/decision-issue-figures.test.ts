import { describe, expect, it } from 'vitest';
import type { PaceOfPhase, PlanRecord } from '../../src/core/plan/review.ts';
import { renderDecisionIssue } from '../../src/render/decision-issue.ts';
import { primary } from '../core/summary/builders.ts';

const metric = { name: 'Activated', unit: '%', baseline: 38, target: 55, minimum: 45 };

/** The body, part by part. */
function partsOf(changes: Partial<PlanRecord> = {}, pace: readonly PaceOfPhase[] = []): readonly string[] {
  const record: PlanRecord = {
    repository: 'acme/app',
    constraint: 'activation',
    since: '2026-11-02',
    because: primary.because,
    metric,
    readings: [],
    merged: [],
    moves: [],
    ...changes,
  };
  const { body } = renderDecisionIssue({
    record,
    pace,
    today: '2027-01-16',
    planEnds: '2027-01-30',
    filled: { 'support-load': 'Fewer.', 'technical-health': 'Easier.' },
  });
  return body.split('\n\n');
}

describe('what the ninety days came to', () => {
  it.each([
    [44.9, '38 → **44.9** → 55 %. The least that justifies going on, 45 %: **not reached**.'],
    [45, '38 → **45** → 55 %. The least that justifies going on, 45 %: **reached**.'],
    [null, '38 → **?** → 55 %. The least that justifies going on, 45 %: **unknown: there is no reading**.'],
  ])('is told by the metric at %s', (value, sentence) => {
    const readings = value === null ? [] : [{ day: '2027-01-11', value }];
    expect(partsOf({ readings })[2]).toBe(`Activated: ${sentence}`);
  });

  it('leaves a unit out that was not declared', () => {
    expect(partsOf({ metric: { ...metric, unit: '' } })[2]).toBe(
      'Activated: 38 → **?** → 55. The least that justifies going on, 45: **unknown: there is no reading**.',
    );
  });

  it('says why the constraint was declared, as half a sentence', () => {
    const begun = '**Activation** since 2 November, 90 days until 30 January';
    expect(partsOf({ because: ' Sign-ups stall. Most never connect a source. ' })[1]).toBe(
      `${begun}, because: *Sign-ups stall. Most never connect a source*.`,
    );
    expect(partsOf({ because: null })[1]).toBe(`${begun}.`);
    expect(partsOf({ because: null, metric: null })[1]).toBe(
      `${begun}. No metric was declared, so nothing shows whether it moved.`,
    );
  });

  it('keeps what people wrote under support load and technical health', () => {
    const parts = partsOf();
    const under = (heading: string) => parts[parts.indexOf(heading) + 1];
    expect(under('### Support load')).toBe(
      '<!-- chokepoint:support-load -->\nFewer.\n<!-- chokepoint:end -->',
    );
    expect(under('### Technical health')).toBe(
      '<!-- chokepoint:technical-health -->\nEasier.\n<!-- chokepoint:end -->',
    );
  });

  it('is told phase by phase, in hours under two days, and with a dash where nothing was merged', () => {
    const parts = partsOf({}, [
      { phase: 'diagnose', merges: 0, fixes: 0, medianLeadHours: null },
      { phase: 'ship', merges: 8, fixes: 2, medianLeadHours: 47.9 },
      { phase: 'measure', merges: 4, fixes: 0, medianLeadHours: 84 },
    ]);
    const under = (heading: string) => parts[parts.indexOf(heading) + 1];
    expect(under('### Quality')).toBe(
      [
        '| phase | merges | of them fixes | share |',
        '|---|:-:|:-:|:-:|',
        '| diagnose | 0 | 0 | – |',
        '| ship | 8 | 2 | 25 % |',
        '| measure | 4 | 0 | 0 % |',
      ].join('\n'),
    );
    expect(under('### Speed')).toBe(
      [
        '| phase | merges | median from opened to merged |',
        '|---|:-:|:-:|',
        '| diagnose | 0 | – |',
        '| ship | 8 | 48 h |',
        '| measure | 4 | 4 days |',
      ].join('\n'),
    );
    const atTwoDays = partsOf({}, [{ phase: 'ship', merges: 1, fixes: 0, medianLeadHours: 48 }]);
    expect(atTwoDays).toContainEqual(expect.stringMatching(/\| ship \| 1 \| 2 days \|$/));
  });
});
