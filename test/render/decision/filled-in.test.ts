import { describe, expect, it } from 'vitest';
import { type FilledIn, readFilledIn, renderFilledIn } from '../../../src/render/decision/filled-in.ts';

const asked =
  '<!-- chokepoint:adoption -->\n*Do more people use what was shipped, and do they come back? Write it here.*\n<!-- chokepoint:end -->';

/** A body that begins with a heading that people fill in, and holds all three. */
function bodyWith(filled: FilledIn): string {
  return (['adoption', 'support-load', 'technical-health'] as const)
    .map((heading) => renderFilledIn(heading, filled))
    .join('\n\n');
}

const written: FilledIn = {
  adoption: 'Twice as many.\n\nThey come back.',
  'support-load': 'Half the tickets.',
  'technical-health': 'Easier: the importer has tests now.',
};

describe('a heading that people fill in', () => {
  it('asks its question until it is answered', () => {
    expect(renderFilledIn('adoption', {})).toBe(asked);
    expect(renderFilledIn('adoption', { 'support-load': 'Half the tickets.' })).toBe(asked);
    expect(renderFilledIn('adoption', written)).toBe(
      '<!-- chokepoint:adoption -->\nTwice as many.\n\nThey come back.\n<!-- chokepoint:end -->',
    );
  });

  it('is read back wherever it stands, as GitHub saves it too', () => {
    const body = bodyWith(written);
    expect(readFilledIn(body)).toEqual(written);
    expect(readFilledIn(body.replaceAll('\n', '\r\n'))).toEqual(written);
    expect(readFilledIn(`Before.\n${body}\nAfter.`)).toEqual(written);
  });

  it('is asked again where its text was taken out, or holds a marker', () => {
    const emptied = bodyWith(written).replace('Twice as many.\n\nThey come back.', '  ');
    expect(readFilledIn(emptied)).toEqual({ ...written, adoption: undefined });
    const marked = bodyWith({ ...written, 'support-load': 'Half.\n<!-- chokepoint:adoption -->' });
    expect(readFilledIn(marked)).toEqual({ ...written, 'support-load': undefined });
  });

  it('is not read where a marker of its own was taken out', () => {
    const withoutStart = bodyWith(written).replace('<!-- chokepoint:support-load -->', '');
    expect(readFilledIn(withoutStart)).toEqual({ ...written, 'support-load': undefined });
    expect(readFilledIn('<!-- chokepoint:adoption -->\nTwice as many.')).toEqual({});
    expect(readFilledIn('Nothing of ours.')).toEqual({});
    expect(readFilledIn('Twice as many.\n<!-- chokepoint:end -->')).toEqual({});
    expect(readFilledIn('<!-- chokepoint:end --> <!-- chokepoint:adoption -->\nTwice as many.')).toEqual({});
  });

  it('keeps 4,000 characters, and cuts visibly what is longer', () => {
    const most = 'x'.repeat(4_000);
    expect(readFilledIn(renderFilledIn('adoption', { adoption: most }))).toEqual({ adoption: most });
    expect(readFilledIn(renderFilledIn('adoption', { adoption: `${most}x` }))).toEqual({
      adoption: `${'x'.repeat(3_999)}…`,
    });
  });
});
