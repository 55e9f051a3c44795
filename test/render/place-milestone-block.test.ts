import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeMilestoneBlock } from '../../src/render/milestone-block.ts';

const start = '<!-- chokepoint:milestone -->';
const end = '<!-- /chokepoint:milestone -->';

describe('placing the block', () => {
  const texts = fc
    .array(fc.oneof(fc.constantFrom(start, end, '\r\n', '\n\n', '<!--', '-->'), fc.string()), {
      maxLength: 8,
    })
    .map((parts) => parts.join(''));
  const blocks = fc.string().filter((block) => !block.includes('chokepoint:milestone'));

  it('leaves the person’s text untouched to the byte, in front and behind', () => {
    const plain = fc.string({ unit: 'binary' }).filter((text) => !text.includes('chokepoint'));
    fc.assert(
      fc.property(plain, plain, blocks, blocks, (before, after, first, second) => {
        const placed = placeMilestoneBlock(before, first);
        expect(placed.startsWith(before)).toBe(true);
        const edited = placeMilestoneBlock(placed + after, second);
        expect(edited.startsWith(before)).toBe(true);
        expect(edited.endsWith(`${end}${after}`)).toBe(true);
        expect(edited.includes(`${start}\n${second}\n${end}`)).toBe(true);
      }),
    );
  });

  it('twice is the same as once, whatever the description holds', () => {
    fc.assert(
      fc.property(texts, blocks, blocks, (description, first, second) => {
        const once = placeMilestoneBlock(description, first);
        expect(placeMilestoneBlock(once, first)).toBe(once);
        expect(placeMilestoneBlock(once, second)).toBe(placeMilestoneBlock(description, second));
      }),
      { numRuns: 1_000 },
    );
  });

  it('never takes away more than one earlier block, even among stray markers', () => {
    fc.assert(
      fc.property(texts, blocks, (description, block) => {
        const placed = placeMilestoneBlock(description, block);
        const at = placed.indexOf(`${start}\n${block}\n${end}`);
        const before = placed.slice(0, at);
        const after = placed.slice(at + `${start}\n${block}\n${end}`.length);
        expect(description.startsWith(before) || before === `${description}\n\n`).toBe(true);
        expect(description.endsWith(after)).toBe(true);
      }),
    );
  });

  it.each([
    ['nothing', '', `${start}\nblock\n${end}`],
    ['the person’s text', 'The launch.', `The launch.\n\n${start}\nblock\n${end}`],
    ['text in front', `x${start}\nold\n${end}`, `x${start}\nblock\n${end}`],
    ['text around', `Before${start}old${end}after`, `Before${start}\nblock\n${end}after`],
    ['a stray end', `Text ${end}`, `Text ${end}\n\n${start}\nblock\n${end}`],
    ['a stray start', `${start} and text`, `${start} and text\n\n${start}\nblock\n${end}`],
    ['a stray start behind text', `a ${start} b`, `a ${start} b\n\n${start}\nblock\n${end}`],
    [
      'a stray start in front of a block',
      `${start} and ${start}old${end}`,
      `${start} and ${start}\nblock\n${end}`,
    ],
  ])('keeps %s', (_case, description, placed) => {
    expect(placeMilestoneBlock(description, 'block')).toBe(placed);
  });

  it('leaves a description as it is that would grow longer than 60,000 units', () => {
    const added = placeMilestoneBlock('x', 'block').length - 1;
    const [fits, tooLong] = ['x'.repeat(60_000 - added), 'x'.repeat(60_001 - added)];
    expect(placeMilestoneBlock(fits, 'block')).toHaveLength(60_000);
    expect(placeMilestoneBlock(tooLong, 'block')).toBe(tooLong);
  });
});
