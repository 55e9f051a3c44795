import { describe, expect, it } from 'vitest';
import type { PlanRecord } from '../../src/core/plan/review.ts';
import { readFilledIn } from '../../src/render/decision/filled-in.ts';
import { decisionMarker, readDecisionMarker, readRecord } from '../../src/render/decision/record.ts';
import { renderDecisionReply } from '../../src/render/decision/reply.ts';
import { type DecisionIssueInput, renderDecisionIssue } from '../../src/render/decision-issue.ts';
import { primary } from '../core/summary/builders.ts';

const hostile = 'Fixes #1 @max <!-- x --> | `a` --> ```';

const record: PlanRecord = {
  repository: 'acme/app',
  constraint: 'activation',
  since: '2026-11-02',
  because: 'Four of ten sign-ups never connect a source.',
  metric: primary.metric,
  readings: [
    { day: '2026-11-09', value: 40 },
    { day: '2027-01-11', value: 46 },
  ],
  merged: [{ number: 9, title: 'Sign-up in four steps', candidate: 4, predictedImpact: 5 }],
  moves: [
    {
      number: 4,
      title: 'Sign-up in four steps',
      closedDay: '2026-12-07',
      predictedImpact: 5,
      metric: 'Activated',
      outcome: 'moved',
      because: 'sign-ups doubled',
    },
  ],
};

function issue(changes: Partial<PlanRecord> = {}, input: Partial<DecisionIssueInput> = {}) {
  const pace = [{ phase: 'diagnose', merges: 3, fixes: 1, medianLeadHours: 50 }] as const;
  return renderDecisionIssue({
    record: { ...record, ...changes },
    pace,
    today: '2027-01-16',
    planEnds: '2027-01-30',
    filled: {},
    ...input,
  });
}

describe('the decision issue', () => {
  it('asks, with all that speaks for an answer', async () => {
    const { title, body } = issue();
    await expect(`# ${title}\n\n${body}\n`).toMatchFileSnapshot('golden/decision/decision.md');
  });

  it('says what is missing instead of leaving it out', () => {
    const { body } = issue({ metric: null, readings: [], merged: [], moves: [] });
    expect(body).toContain('No metric was declared');
    expect(body).toContain('There is no reading');
    expect(body).toContain('Nothing was merged on the constraint.');
    expect(body).toContain('No first move was picked.');
    expect(issue({ readings: [] }).body).toContain('**unknown: there is no reading**');
    const [move] = record.moves;
    const untold = move === undefined ? [] : [{ ...move, outcome: null, because: null }];
    expect(issue({ moves: untold }).body).toContain('its outcome is not told yet, `/outcome` there');
  });

  it('T4: shows foreign words inert', () => {
    const [merged] = record.merged;
    const [move] = record.moves;
    if (merged === undefined || move === undefined) throw new Error('nothing to change');
    const { body } = issue({
      because: hostile,
      metric: { name: hostile, unit: hostile, baseline: 1, target: 3, minimum: 2 },
      merged: [{ ...merged, title: hostile }],
      moves: [{ ...move, title: hostile, because: hostile }],
    });
    const shown = body.replaceAll(/<!--[\s\S]*?-->|```mermaid[\s\S]*?```/g, '');
    expect(shown).not.toMatch(/Fixes #1|@max|<!--|-->/);
  });

  it('T3: keeps its record so that it is read back, whatever stands in it', () => {
    const changed = {
      ...record,
      because: hostile,
      merged: [{ number: 9, title: hostile, candidate: null, predictedImpact: null }],
    };
    const { moves: _, ...kept } = changed;
    expect(readRecord(issue(changed).body)).toEqual({ version: 1, ...kept, mergedTotal: 1 });
    expect(readRecord('no record')).toBeNull();
    expect(readRecord('<!-- chokepoint:plan-record {"version":1} -->')).toBeNull();
  });

  it('T31: stays under 60,000 characters however much was merged, and says how much it was', () => {
    const [merged] = record.merged;
    const [move] = record.moves;
    if (merged === undefined || move === undefined) throw new Error('nothing to repeat');
    const long = '<@&#|`*_'.repeat(40);
    const filled = {
      adoption: 'x'.repeat(4_000),
      'support-load': 'x'.repeat(4_000),
      'technical-health': 'x'.repeat(4_000),
    };
    const { body } = issue(
      {
        because: long,
        readings: Array.from({ length: 400 }, () => ({ day: '2026-12-01', value: 41.123_456 })),
        merged: Array.from({ length: 500 }, () => ({ ...merged, title: long })),
        moves: Array.from({ length: 30 }, () => ({ ...move, title: long, because: long })),
      },
      { filled },
    );
    expect(body.length).toBeLessThan(60_000);
    expect(readRecord(body)).toMatchObject({ mergedTotal: 500 });
    expect(body).toContain('470 more before these.');
  });

  it('T31: gives to merges and first moves what is left, and counts those that have no room', () => {
    const [merged] = record.merged;
    const [move] = record.moves;
    if (merged === undefined || move === undefined) throw new Error('nothing to repeat');
    // Escaping lengthens the one most where it is shown, the other where it is kept.
    for (const sign of ['|', '<', '\u0001']) {
      const of = (count: number) => sign.repeat(count);
      const written = 'x'.repeat(4_000);
      const numbers = Array.from({ length: 500 }, (_, index) => index + 1_000_000);
      const { body } = issue(
        {
          because: of(1_000),
          metric: {
            name: of(200),
            unit: of(50),
            baseline: 1 / 3e200,
            target: 2 / 3e-200,
            minimum: 1 / 3e-200,
          },
          readings: numbers.map(() => ({ day: '2026-12-01', value: -1.797_693_134_862_315_7e308 })),
          merged: numbers.map((number) => ({ ...merged, number, candidate: number, title: of(256) })),
          moves: numbers.map((number) => ({ ...move, number, title: of(256), because: of(1_000) })),
        },
        { filled: { adoption: written, 'support-load': written, 'technical-health': written } },
      );
      expect(body.length).toBeLessThan(60_000);
      expect(readRecord(body)).toMatchObject({ mergedTotal: 500, because: of(1_000) });
      const rows = body.match(/^\| #1000\d{3} /gm) ?? [];
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.length + Number(/^(\d+) more before these/m.exec(body)?.[1])).toBe(500);
      const moves = body.match(/^- #1000\d{3} /gm) ?? [];
      expect(moves.at(-1)).toBe('- #1000499 ');
      expect(moves.length + Number(/^- \((\d+) earlier\)/m.exec(body)?.[1])).toBe(500);
    }
  });

  it('is found by its first line alone', () => {
    const marker = { repository: 'acme/app', constraint: 'activation', since: '2026-11-02' };
    expect(readDecisionMarker(issue().body)).toEqual(marker);
    expect(readDecisionMarker(`Hello\n${decisionMarker('acme/app', record)}`)).toBeNull();
    expect(readDecisionMarker('<!-- chokepoint:decision acme/app growth 2026-11-02 -->')).toBeNull();
  });

  it('keeps what people wrote under the headings that are theirs', () => {
    const written = issue().body.replace(/\*Do more people.*\*/, 'Twice as many.\n\nThey come back.');
    const filled = readFilledIn(written);
    expect(filled).toMatchObject({ adoption: 'Twice as many.\n\nThey come back.' });
    expect(issue({}, { filled }).body).toBe(written);
    // As GitHub's editor saves it: written again it comes to rest.
    const filledByHand = readFilledIn(written.replaceAll('\n', '\r\n'));
    expect(issue({}, { filled: filledByHand }).body).toBe(written);
    expect(
      readFilledIn(issue().body.replace(/\*Do more people.*\*/, '<!-- chokepoint:end -->')),
    ).not.toHaveProperty('adoption');
  });
});

describe('the answer to /decide', () => {
  const told = {
    decision: 'move',
    by: 'ana',
    because: 'it stalled',
    at: '2027-01-25T10:00:00Z',
    commentId: 1,
  } as const;
  const next = { constraint: null, since: '2027-01-25', because: null, owner: 'ana', metric: null };
  const input = {
    decided: { told, next },
    diagnosisUrl: 'https://github.com/acme/app/issues/new?template=diagnosis.yml',
    outcomes: [],
    helpAsked: false,
    whoMayScore: 'triage',
  } as const;

  it('sends a move to a new diagnosis, with a block whose constraint is open', () => {
    const reply = renderDecisionReply(input) ?? '';
    expect(reply).toContain('**Move**, decided by ana: *it stalled*');
    expect(reply).toContain(
      '[File a new diagnosis](https://github.com/acme/app/issues/new?template=diagnosis.yml)',
    );
    expect(reply).toContain('primary:\n  constraint: …\n  since: 2027-01-25\n');
    expect(reply).toContain('owner: "ana"');
  });

  it('lists the commands that apply to whoever asks', () => {
    const reply = renderDecisionReply({ ...input, decided: null, helpAsked: true }) ?? '';
    expect(reply).toContain('/decide continue');
    expect(renderDecisionReply({ ...input, decided: null })).toBeNull();
  });
});
