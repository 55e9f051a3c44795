import { expect, it } from 'vitest';
import { inOrder } from '../../src/tasks/read-readings.ts';

const at = (hour: string, day: string, value: number) => ({ at: `2026-11-20T${hour}:00:00Z`, day, value });

it('of two readings of one day the later written counts, wherever it stands, and before all what is remembered', () => {
  const decisionIssue = [at('15', '2026-11-20', 47), at('16', '2026-11-18', 40)];
  const summary = [at('10', '2026-11-20', 46), at('11', '2026-11-19', 44), at('11', '2026-11-19', 45)];
  const remembered = [
    { day: '2026-11-01', value: 38 },
    { day: '2026-11-18', value: 39 },
  ];
  const readings = [
    { day: '2026-11-01', value: 38 },
    { day: '2026-11-18', value: 40 },
    { day: '2026-11-19', value: 45 },
    { day: '2026-11-20', value: 47 },
  ];
  expect(inOrder([...decisionIssue, ...summary], remembered)).toEqual(readings);
  expect(inOrder([...summary, ...decisionIssue], remembered)).toEqual(readings);
});
