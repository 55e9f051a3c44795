import { describe, expect, it } from 'vitest';
import type { Gate } from '../../../src/core/plan/gates.ts';
import type { StatusLine } from '../../../src/core/summary/summary.ts';
import { renderStatus } from '../../../src/render/summary/status.ts';
import { name, nothing, statusLine, summary } from './example.ts';

const whole = statusLine();
const metric = 'sign-ups that connect a source within 24 h: 38 → **43** → 55 %';
const onTrack = '**on track** (29 % of the way at 32 % of the time)';
const day29 = 'day 29 of 90, *diagnose* until tomorrow';

function tell(changes: Partial<StatusLine>, gates: readonly Gate[] = []): string {
  return renderStatus({ ...summary, gates, status: { ...whole, ...changes } }, name);
}

function planOn(day: number, phaseEnds: string | null): Partial<StatusLine> {
  return { plan: { since: '2026-11-02', day, phase: 'ship', phaseEnds, planEnds: '2027-01-30' } };
}

describe('the status line', () => {
  it('tells constraint, day and phase, metric, and how it stands', () => {
    expect(tell({})).toBe(`**Activation** · ${day29} · ${metric} · ${onTrack}`);
  });

  it('says that no constraint is declared', () => {
    expect(renderStatus(nothing, name)).toBe(
      '**No constraint declared yet.** Candidates are ranked among themselves; nothing is on the constraint until there is one.',
    );
  });

  it.each([
    [{ plan: null }, 'no first day declared'],
    [planOn(0, '2026-12-31'), 'the 90 days start on 2 November'],
    [planOn(1, '2026-11-30'), 'day 1 of 90, *ship* until today'],
    [planOn(60, '2026-12-01'), 'day 60 of 90, *ship* until tomorrow'],
    [planOn(60, '2026-12-31'), 'day 60 of 90, *ship* until 31 December'],
    [planOn(91, null), 'day 91, *decide*: the 90 days ended on 30 January'],
  ])('tells of the plan %j: %s', (plan, words) => {
    expect(tell(plan)).toBe(`**Activation** · ${words} · ${metric} · ${onTrack}`);
  });

  it.each<[Partial<StatusLine>, string]>([
    [
      { metric: null, standing: 'unknown', unknownBecause: 'no-metric' },
      '**unknown** (no metric declared: name one under `primary.metric`)',
    ],
    [
      { latest: null, standing: 'unknown', unknownBecause: 'no-reading' },
      'sign-ups that connect a source within 24 h: 38 → **?** → 55 % · **unknown** (no reading yet: a comment here with `/metric` and the number adds one)',
    ],
    [
      { latest: { day: '2026-11-09', value: 40 }, standing: 'unknown', unknownBecause: 'stale-reading' },
      'sign-ups that connect a source within 24 h: 38 → **40** (9 November) → 55 % · **unknown** (no reading in 14 days: a comment here with `/metric` and the number adds one)',
    ],
    [
      { standing: 'unknown', unknownBecause: 'no-since', elapsed: null },
      `${metric} · **unknown** (no first day declared: set \`primary.since\`)`,
    ],
    [
      { standing: 'at-risk', progress: 0, elapsed: 0.2 },
      `${metric} · **at risk** (0 % of the way at 20 % of the time)`,
    ],
    [
      { standing: 'off', progress: -0.1, elapsed: 1 },
      `${metric} · **off** (on the wrong side of the baseline at 100 % of the time)`,
    ],
    [
      { standing: 'on-track', progress: 0.994, elapsed: 0.5 },
      `${metric} · **on track** (99 % of the way at 50 % of the time)`,
    ],
    [
      { standing: 'on-track', progress: 1, elapsed: 0.5 },
      `${metric} · **on track** (target met at 50 % of the time)`,
    ],
  ])('says how the metric stands, and why: %j', (changes, words) => {
    expect(tell(changes)).toBe(`**Activation** · ${day29} · ${words}`);
  });

  it.each([
    ['Sign-ups', '', 'sign-ups: 38 → **43** → 55'],
    ['NPS', 'points', 'NPS: 38 → **43** → 55 points'],
    ['NPS by Month', '', 'NPS by Month: 38 → **43** → 55'],
    ['Élan', 'x'.repeat(21), `élan: 38 → **43** → 55 ${'x'.repeat(19)}…`],
    ['the Rate', '*', 'the Rate: 38 → **43** → 55 \\*'],
  ])('names the metric %s in %s as it reads in a sentence', (metricName, unit, words) => {
    const named = { name: metricName, unit, baseline: 38, target: 55, minimum: 45 };
    expect(tell({ metric: named })).toBe(`**Activation** · ${day29} · ${words} · ${onTrack}`);
  });

  it('lists what should hold by now and does not, from day 1 of a plan on', () => {
    const gates: readonly Gate[] = [
      { gate: 'inputs', phase: 'diagnose', met: false },
      { gate: 'constraint', phase: 'diagnose', met: true },
      { gate: 'metric', phase: 'diagnose', met: false },
      { gate: 'outcome', phase: 'measure', met: false },
    ];
    const open = 'still open: the five inputs looked at, a metric with baseline, target and minimum';
    expect(tell({}, gates)).toBe(`**Activation** · ${day29} · ${metric} · ${onTrack} · ${open}`);
    expect(tell(planOn(1, '2026-12-31'), gates).endsWith(open)).toBe(true);
    expect(tell(planOn(0, '2026-12-31'), gates)).not.toContain('still open');
    expect(tell({ plan: null }, gates)).not.toContain('still open');
  });
});

describe('what is to be known about the status', () => {
  it('is told below it: changes, a decision that is not committed, what could not be read', () => {
    const changes = [
      { field: 'since', from: null, to: '2026-11-02' },
      { field: 'target', from: 50, to: 55 },
      { field: 'owner', from: 'b*n', to: null },
    ] as const;
    const status = statusLine({ changes, decided: { number: 172, decision: 'refine' } });
    expect(renderStatus({ ...summary, gates: [], status, unread: ['acme/mobile', 'acme/api'] }, name)).toBe(
      [
        `**Activation** · ${day29} · ${metric} · ${onTrack}`,
        'Changed since the last summary: since none → 2026-11-02, target 50 → 55, owner b\\*n → none.',
        'Decided in #172: **refine**. Not yet committed to `.github/chokepoint.yml`.',
        '**2 repositories missing here**, not found or not readable: acme/mobile, acme/api. Nothing of them is counted below.',
      ].join('\n\n'),
    );
  });

  it('may be a repository that could not be read, while no constraint is declared', () => {
    expect(
      renderStatus({ ...nothing, unread: ['acme/mobile'] }, name)
        .split('\n\n')
        .slice(1),
    ).toEqual([
      '**1 repository missing here**, not found or not readable: acme/mobile. Nothing of them is counted below.',
    ]);
  });
});
