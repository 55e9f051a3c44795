import { describe, expect, it } from 'vitest';
import type { DecisionNeeded } from '../../../src/core/summary/decisions-needed.ts';
import type { MovedSignal } from '../../../src/core/summary/moved-constraint.ts';
import { renderDecisions } from '../../../src/render/summary/decisions.ts';
import { issue, name, nothing, statusLine, summary } from './example.ts';

function decide(told: readonly DecisionNeeded[], more = 0, owner: string | null = null) {
  return renderDecisions({ ...summary, status: statusLine({ owner }), decisions: { told, more } }, name);
}

const review = { kind: 'review', issue: 172, answerBy: '2027-01-30' } as const;
const disagreement = {
  dimension: 'impact',
  high: { by: 'ana', rating: 5 },
  low: { by: 'ben', rating: 2 },
} as const;
const firstMove = issue(118, 'Sign-up in four steps');

describe('the decisions that are needed', () => {
  it.each<[DecisionNeeded, string]>([
    [
      { kind: 'raters-disagree', candidate: issue(140, 'Empty-state help'), disagreement },
      '**#140 Empty-state help**: ana and ben rate its impact 5 and 2. Talk, then `/settle`.',
    ],
    [review, '**Continue, refine or move?** Answer in #172 with `/decide` by 30 January.'],
    [{ ...review, issue: null }, '**Continue, refine or move?** Answer with `/decide` by 30 January.'],
    [
      { kind: 'first-move', leading: null, shipBy: '2026-12-31' },
      '**Pick the first move.** No candidate on the constraint is ready or close to it: raise one. It is to be merged by 31 December.',
    ],
    [
      { kind: 'first-move', leading: firstMove, shipBy: '2026-12-31' },
      '**Pick the first move.** #118 *Sign-up in four steps* leads: `/first-move` there. It is to be merged by 31 December.',
    ],
    [
      { kind: 'outcome', firstMove, closedDay: '2026-12-07' },
      '**What did #118 Sign-up in four steps do?** It was closed on 7 December: `/outcome moved because …` there, or `flat`, or `worse`.',
    ],
  ])('ask of %j: %s', (decision, words) => {
    expect(decide([decision])).toBe(`### Decide\n\n1. ${words}`);
  });

  it.each<[readonly MovedSignal[], 'adoption' | null, string]>([
    [
      [
        {
          sign: 'target-met',
          first: { day: '2027-01-10', value: 55 },
          second: { day: '2027-01-20', value: 56 },
        },
        { sign: 'diagnosis', constraint: 'adoption', number: 170 },
      ],
      'adoption',
      '**Has the constraint moved to Adoption?** The target was met on 10 January and still on 20 January; the diagnosis #170 says Adoption.',
    ],
    [
      [
        { sign: 'new-candidates', constraint: 'adoption', weeks: 3 },
        { sign: 'exceptions', constraint: 'operations', weeks: 3 },
      ],
      null,
      '**Has the constraint moved?** Half or more of the strong new candidates served Adoption in 3 of 4 weeks; three in ten merges or more were accepted toward Operations in 3 weeks running.',
    ],
  ])('propose a moved constraint by its signs', (signals, toward, words) => {
    const rest = 'Nothing switches by itself: to be sure, diagnose anew; to move, commit a new `primary:`.';
    expect(decide([{ kind: 'moved-constraint', moved: { signals, toward } }])).toBe(
      `### Decide\n\n1. ${words} ${rest}`,
    );
  });

  it('are numbered, name the owner, and count those behind them', () => {
    const line = '**Continue, refine or move?** Answer in #172 with `/decide` by 30 January. *(ana)*';
    expect(decide([review, review], 2, 'ana')).toBe(
      `### Decide\n\n1. ${line}\n2. ${line}\n\n2 more after these.`,
    );
  });

  it('are none, which is said only once a constraint is declared', () => {
    expect(decide([])).toBe('**No decision needed.**');
    expect(renderDecisions(nothing, name)).toBeNull();
  });

  it('are told while no constraint is declared, too, to no owner', () => {
    const { decisions } = { decisions: { told: [review], more: 0 } };
    expect(renderDecisions({ ...nothing, decisions }, name)).toBe(
      '### Decide\n\n1. **Continue, refine or move?** Answer in #172 with `/decide` by 30 January.',
    );
  });
});
