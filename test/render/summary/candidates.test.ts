import { describe, expect, it } from 'vitest';
import { renderByConstraint, renderTop } from '../../../src/render/summary/candidates.ts';
import { leading, name, nothing, summary } from './example.ts';

const heading = '| rank | candidate | impact · evidence · confidence · timing | verdict | next |';
const range = 'In brackets: the ranks that one rating one point higher or lower would give.';

function tableOf(candidate: ReturnType<typeof leading>, total = 1): readonly string[] {
  return renderTop({ ...summary, top: { items: [candidate], total } }, name, 1).split('\n');
}

describe('the candidates on the constraint', () => {
  it('are asked for where there is none, or none complete', () => {
    const top = (total: number) => renderTop({ ...summary, top: { items: [], total } }, name, 10);
    const form = 'The candidate form takes two minutes.';
    expect(top(0)).toBe(`### On the constraint\n\nNo candidate yet. ${form}`);
    expect(top(1)).toBe(`### On the constraint\n\nNone of 1 candidate is complete. ${form}`);
    expect(top(4)).toBe(`### On the constraint\n\nNone of 4 candidates is complete. ${form}`);
  });

  it('are as many as there is room for, and say of how many', () => {
    const { items, total } = summary.top;
    expect([items.length, total]).toEqual([7, 7]);
    const rows = (count: number) => renderTop(summary, name, count).split('\n');
    expect(rows(7).filter((line) => line.startsWith('| **'))).toHaveLength(7);
    expect(rows(7).at(-1)).toBe(`<sub>${range}</sub>`);
    expect(rows(6).filter((line) => line.startsWith('| **'))).toHaveLength(6);
    expect(rows(6).at(-1)).toBe(`<sub>6 of 7 candidates on the constraint. ${range}</sub>`);
  });

  it.each([
    [{ best: 1, worst: 1 }, '**1**'],
    [{ best: 1, worst: 3 }, '**1** (1–3)'],
    [{ best: 1, worst: 3, open: true }, '**1** (1–3+)'],
    [{ best: 1, worst: 1, open: true }, '**1** (1–1+)'],
  ])('show the rank with its range: %j as %s', (ranks, shown) => {
    const lines = tableOf(leading(ranks));
    expect(lines.slice(2, 4)).toEqual([heading, '|---|---|---|---|---|']);
    expect(lines[4]?.startsWith(`| ${shown} | #118`)).toBe(true);
  });

  it.each([
    [{ movement: null }, '#118 Sign-up'],
    [{ movement: 0 }, '#118 Sign-up'],
    [{ movement: 2 }, '#118 Sign-up ↑2'],
    [{ movement: -1 }, '#118 Sign-up ↓1'],
    [{ movement: 'new' }, '#118 Sign-up · new'],
    [{ firstMove: true }, '#118 Sign-up · *first move*'],
    [{ inReview: 161 }, '#118 Sign-up · *in review as #161*'],
    [{ flags: ['unconfirmed'] }, '#118 Sign-up · *unconfirmed*'],
    [
      { movement: -12, firstMove: true, inReview: 161, flags: ['timing-conflict', 'unconfirmed'] },
      '#118 Sign-up ↓12 · *first move, in review as #161, unconfirmed*',
    ],
  ] as const)('show movement and state: %j as %s', (state, shown) => {
    const quiet = { title: 'Sign-up', movement: null, firstMove: false, inReview: null, flags: [] };
    const cells = tableOf(leading({ ...quiet, ...state }))[4]?.split(' | ');
    expect(cells?.[1]).toBe(shown);
  });

  it('show the ratings in the order of the form, then verdict and score, ready in bold', () => {
    const counted = { impact: 5, evidence: 4, confidence: 3, timing: 2 } as const;
    const cells = (verdict: 'ready' | 'not-now') =>
      tableOf(leading({ counted, verdict, score: 3 }))[4]
        ?.split(' | ')
        .slice(2, 4);
    expect(cells('ready')).toEqual(['5 · 4 · 3 · 2', '**ready** 3.0']);
    expect(cells('not-now')).toEqual(['5 · 4 · 3 · 2', 'not now 3.0']);
  });
});

describe('the candidates while no constraint is declared', () => {
  it('are asked for where there is none', () => {
    expect(renderByConstraint(nothing, name)).toBe(
      '### Ranked\n\nNo candidate yet. The candidate form takes two minutes.',
    );
  });
});
