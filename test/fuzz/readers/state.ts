import fc from 'fast-check';
import { rememberWeek } from '../../../src/core/summary/summary-state.ts';
import { readHiddenState, renderHiddenState } from '../../../src/render/summary/hidden-state.ts';
import { policy, repository } from '../../core/summary/builders.ts';
import { exampleWeek, weekBefore } from '../../core/summary/example-week.ts';
import { damaged, hostilePiece } from '../hostile-text.ts';
import { type Finding, fuzzed, holdsOnlyData } from '../reader.ts';

const good = renderHiddenState(rememberWeek(exampleWeek, policy.primary, weekBefore));
const expected = { repository, week: '2026-W49' };

const planted = fc
  .tuple(fc.json({ maxDepth: 4 }), hostilePiece)
  .map(([json, around]) => `${around}<!-- chokepoint:summary-state ${json} -->${around}`);

/** Hidden states that somebody damaged or planted: believed only when whole, of this repository and this week. */
export const state = fuzzed('state', fc.oneof(damaged(good), planted), (body): Finding => {
  const reading = readHiddenState(body, expected);
  if (!holdsOnlyData(reading)) return { violation: 'left a mark on the prototype' };
  if (reading.state === null) {
    return reading.lost === null ? { violation: 'lost without a reason' } : { outcome: reading.lost };
  }
  const { repository: named, week } = reading.state;
  return named === expected.repository && week === expected.week
    ? { outcome: 'believed' }
    : { violation: `believed the state of ${named} in ${week}` };
});
