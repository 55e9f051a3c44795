import { describe, expect, it } from 'vitest';
import type { PlanRecord } from '../../../src/core/plan/review.ts';
import {
  decisionMarker,
  readDecisionMarker,
  readRecord,
  renderRecord,
} from '../../../src/render/decision/record.ts';
import { primary } from '../../core/summary/builders.ts';

const key = { constraint: 'activation', since: '2026-11-02' } as const;
const marker = '<!-- chokepoint:decision acme/im-porter.js activation 2026-11-02 -->';

describe('the marker of a decision issue', () => {
  it('names repository, constraint and first day', () => {
    expect(decisionMarker('acme/im-porter.js', key)).toBe(marker);
  });

  it('is read from the first line, however the line ends', () => {
    const read = { repository: 'acme/im-porter.js', ...key };
    for (const end of ['', '\n\ntext', '\r\n\r\ntext', '  \ntext'])
      expect(readDecisionMarker(`${marker}${end}`)).toEqual(read);
  });

  it.each([
    '',
    'text',
    `text ${marker}`,
    `${marker} text`,
    `text\n${marker}`,
    '<!-- chokepoint:decision acme activation 2026-11-02 -->',
    '<!-- chokepoint:decision acme/importer growth 2026-11-02 -->',
    '<!-- chokepoint:decision acme/importer activation 2 November -->',
    '<!-- chokepoint:summary acme/importer 2026-W49 -->',
  ])('is not %j', (body) => {
    expect(readDecisionMarker(body)).toBeNull();
  });
});

describe('what a decision issue keeps', () => {
  const record: PlanRecord = {
    repository: 'acme/app',
    ...key,
    because: null,
    metric: primary.metric,
    readings: [{ day: '2026-11-09', value: -1.5 }],
    merged: [{ number: 9, title: 'Sign-up in four steps', candidate: 4, predictedImpact: 5 }],
    moves: [],
  };
  const { moves: _, ...kept } = record;

  it('is read back as it was written', () => {
    expect(readRecord(renderRecord(record))).toEqual({ version: 1, ...kept, mergedTotal: 1 });
  });

  it('is the newest 40 merges with titles cut to 60 characters, and the latest 100 readings', () => {
    const many = Array.from({ length: 101 }, (_item, index) => index);
    const merged = many.map((number) => ({
      number,
      title: 'x'.repeat(61),
      candidate: null,
      predictedImpact: null,
    }));
    const readings = many.map((value) => ({ day: '2026-12-01', value }));
    expect(readRecord(renderRecord({ ...record, merged, readings }))).toEqual({
      version: 1,
      ...kept,
      merged: merged.slice(0, 40).map((one) => ({ ...one, title: `${'x'.repeat(59)}…` })),
      readings: readings.slice(1),
      mergedTotal: 101,
    });
  });

  it.each([
    ['missing', 'text'],
    ['cut off', renderRecord(record).slice(0, -5)],
    ['of another version', renderRecord(record).replace('"version":1', '"version":2')],
    ['edited', renderRecord(record).replace('"since":"2026-11-02"', '"since":"soon"')],
  ])('is not believed when it is %s', (_what, body) => {
    expect(readRecord(body)).toBeNull();
  });
});
