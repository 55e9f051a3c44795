import { describe, expect, it } from 'vitest';
import { fitInto, type Section } from '../../src/render/summary/fit-into.ts';

const part = (name: string, units: number): Section => ({
  name,
  rows: 0,
  render: () => name.at(0)?.repeat(units) ?? '',
});

const list: Section = { name: 'candidates', rows: 40, render: (rows) => 'row\n'.repeat(rows) };

const sections = [part('status', 50), list, part('drift', 300), part('focus', 300), part('hygiene', 300)];

describe('a text that has to fit', () => {
  it.each([
    [2_000, 40, ''],
    [900, 40, 'hygiene'],
    [830, 20, '20 candidates, hygiene'],
    [580, 20, '20 candidates, focus, hygiene'],
    [280, 20, '20 candidates, drift, focus, hygiene'],
    [190, 10, '30 candidates, drift, focus, hygiene'],
  ])('of %i units holds %i rows and leaves out: %s', (units, rows, leftOut) => {
    const text = fitInto(units, sections);
    expect(text.length).toBeLessThanOrEqual(units);
    expect(text.match(/row/g)?.length).toBe(rows);
    expect(/no more room: (.*)\./.exec(text)?.[1] ?? '').toBe(leftOut);
  });

  it('leaves out nothing that just fits', () => {
    const two = [part('status', 50), part('drift', 300)];
    expect(fitInto(352, two)).toBe(`${'s'.repeat(50)}\n\n${'d'.repeat(300)}`);
    expect(fitInto(351, two)).toBe(
      `${'s'.repeat(50)}\n\n<sub>Left out, because an issue has no more room: drift.</sub>`,
    );
  });

  it('never is longer than it may be, nor ends in half a character', () => {
    const status = { name: 'status', rows: 0, render: () => '😀'.repeat(50) };
    expect(fitInto(31, [status])).toMatch(/^😀{15}\ufffd$/u);
  });
});
