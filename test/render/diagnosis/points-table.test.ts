import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/core/diagnosis/diagnose.ts';
import { fromWords, renderPoints } from '../../../src/render/diagnosis/points-table.ts';
import { answersWith, clearFromTheEnd } from '../../core/diagnosis/builders.ts';

describe('the points of a diagnosis', () => {
  it('are told of each constraint that something speaks for, the answer in bold wherever it stands', () => {
    const degrees = { ...clearFromTheEnd(4), 'onboarding-drop': 2, 'slower-plan': 2 } as const;
    expect(renderPoints(diagnose(answersWith(degrees, { 'safe-to-ship': 'no' })))).toBe(
      [
        '|  | points | from |',
        '|---|:-:|---|',
        '| Activation | 8 | users drop off during onboarding, measured (6) · customers drop before the first value (2) |',
        '| **Throughput** | **6** | the release plan slows down, measured (6) |',
        '| Reliability | 2 | customers could doubt the product (2) |',
        '| Operations | 2 | manual work limits the team (2) |',
      ].join('\n'),
    );
  });

  it('are none where nothing speaks for any', () => {
    expect(renderPoints(diagnose(answersWith()))).toBe('Nothing in the answers speaks for any constraint.');
  });

  it('are counted up to twelve, and say so from thirteen on', () => {
    const inputs = { ...answersWith().degrees, 'manual-delivery': 2, operational: 2 } as const;
    const words = (degrees: object) =>
      fromWords(
        'operations',
        diagnose({
          ...answersWith({ ...inputs, ...degrees }),
          'retention-point': 'relies-on-support',
          'tickets-ask': 'do-this-for-me',
        }).points,
      );
    const ten = 'the team delivers by hand, measured (6) · manual work limits the team, measured (4)';
    expect(words({ retention: 1 })).toBe(`${ten} · customers rely on support (2)`);
    expect(words({ retention: 1, 'support-load': 1 })).toBe(
      `${ten} · customers rely on support (2) · tickets ask the team to do it (1) · 13 in all, counted as 12`,
    );
  });
});
