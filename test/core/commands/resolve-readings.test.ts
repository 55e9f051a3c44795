import { describe, expect, it } from 'vitest';
import {
  type ReadingsRecord,
  resolveReadings,
  whoGaveReadings,
} from '../../../src/core/commands/resolve-readings.ts';
import { recordWith } from './builders.ts';

function recordOf(
  comments: readonly (readonly [string, string])[],
  changes: Partial<ReadingsRecord> = {},
): ReadingsRecord {
  const { permissions, whoMayScore, comments: read } = recordWith(comments);
  return { permissions, whoMayScore, comments: read, place: 'summary', timeZone: 'UTC', ...changes };
}

describe('the comments of a summary', () => {
  it('give the readings of maintainers, in the order they were written, each with its day', () => {
    const { readings, outcomes, helpAsked } = resolveReadings(
      recordOf([
        ['mia', '/metric 41.5'],
        ['mia', '/metric 40 2026-10-30\n/metric 39 2026-11-02'],
      ]),
    );
    expect(readings).toEqual([
      { day: '2026-11-02', value: 41.5, at: '2026-11-02T10:00:00Z' },
      { day: '2026-10-30', value: 40, at: '2026-11-02T10:01:00Z' },
      { day: '2026-11-02', value: 39, at: '2026-11-02T10:01:00Z' },
    ]);
    expect(outcomes).toEqual([
      { by: 'mia', at: '2026-11-02T10:00:00Z', commentId: 1, command: 'metric', problem: null },
      { by: 'mia', at: '2026-11-02T10:01:00Z', commentId: 2, command: 'metric', problem: null },
      { by: 'mia', at: '2026-11-02T10:01:00Z', commentId: 2, command: 'metric', problem: null },
    ]);
    expect(helpAsked).toBe(false);
  });

  it('are of the day on which they were written where the team is', () => {
    const record = recordOf([['mia', '/metric 41.5']], { timeZone: 'Pacific/Kiritimati' });
    expect(resolveReadings(record).readings).toMatchObject([{ day: '2026-11-03', value: 41.5 }]);
  });

  it('give no reading of a day that lay ahead, and one of the day itself', () => {
    const { readings, outcomes } = resolveReadings(
      recordOf([['mia', '/metric 42 2026-11-03\n/metric 43 2026-11-02']]),
    );
    expect(readings).toMatchObject([{ day: '2026-11-02', value: 43 }]);
    expect(outcomes[0]?.problem).toEqual({
      code: 'COMMAND_MALFORMED',
      message: '`/metric` could not be used: 2026-11-03 lay ahead when it was written.',
      found: '2026-11-03',
      expected: 'a day up to 2026-11-02',
      fix: 'Write `/metric 41.5 2026-11-20` with the day on which it was measured.',
    });
  });

  it('give none by people who may not, and say so', () => {
    const { readings, outcomes } = resolveReadings(
      recordOf([
        ['tom', '/metric 42'],
        ['', '/metric 42'],
      ]),
    );
    expect(readings).toEqual([]);
    expect(outcomes.map(({ problem }) => problem?.code)).toEqual([
      'COMMAND_NOT_ALLOWED',
      'COMMAND_NOT_ALLOWED',
    ]);
  });

  it('are told of commands that belong elsewhere and of those that cannot be read', () => {
    const { readings, outcomes } = resolveReadings(
      recordOf([['mia', '/confirm\n/metric high\n/decide move because x']]),
    );
    expect(readings).toEqual([]);
    expect(outcomes.map(({ command, problem }) => [command, problem?.code])).toEqual([
      ['confirm', 'COMMAND_MISPLACED'],
      ['decide', 'COMMAND_MISPLACED'],
      ['metric', 'COMMAND_MALFORMED'],
    ]);
  });

  it('ask for help, which anyone may', () => {
    const { helpAsked, readings } = resolveReadings(
      recordOf([
        ['mia', '/confirm'],
        ['eve', '/help'],
      ]),
    );
    expect({ helpAsked, readings }).toEqual({ helpAsked: true, readings: [] });
  });
});

describe('the comments of a decision issue', () => {
  it('leave /decide to those who read decisions', () => {
    const record = recordOf([['mia', '/decide move because x\n/metric 42']], { place: 'decision-issue' });
    const { readings, outcomes } = resolveReadings(record);
    expect(readings).toMatchObject([{ day: '2026-11-02', value: 42 }]);
    expect(outcomes.map(({ command }) => command)).toEqual(['metric']);
  });
});

describe('GitHub is asked what somebody may do', () => {
  it('once for each who wrote any command but help', () => {
    const { comments } = recordOf([
      ['Mia', '/metric 1'],
      ['mia', '/metric 2'],
      ['tom', '/help\n/confirm'],
      ['eve', '/help'],
      ['ana', 'hello'],
      ['ana', '/metric high'],
    ]);
    expect(whoGaveReadings(comments)).toEqual(['mia', 'tom']);
  });
});
