import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMilestone, type MilestoneItem } from '../../src/core/drift/check-milestone.ts';
import {
  milestoneSentence,
  placeMilestoneBlock,
  renderMilestoneBlock,
} from '../../src/render/milestone-block.ts';
import { aPolicy } from '../core/drift/builders.ts';

const start = '<!-- chokepoint:milestone -->';
const end = '<!-- /chokepoint:milestone -->';

function item(
  number: number,
  constraint: MilestoneItem['constraint'],
  rest: Partial<MilestoneItem> = {},
): MilestoneItem {
  return { number, title: `Title of ${number}`, state: 'open', constraint, candidate: null, ...rest };
}

describe('the block', () => {
  const report = checkMilestone(
    3,
    [
      item(1, 'activation', { candidate: { kind: 'expansion', verdict: 'ready' } }),
      item(126, 'operations', { title: 'Bulk <!-- invoice --> export' }),
      item(5, null),
    ],
    aPolicy(),
  );

  it('says the focus, what is outside and what is ahead of its time', () => {
    expect(renderMilestoneBlock(report)).toBe(
      [
        '**50 %** on **Activation** (1 of 2 open, classified items; wanted 60 %).',
        'Outside it: #126 *Bulk &lt;!-- invoice --&gt; export* (Operations)',
        'Ahead of its time: #1 *Title of 1* (SEQ-1)',
      ].join('\n\n'),
    );
  });

  it('comes with one sentence for the job', () => {
    expect(milestoneSentence(report)).toBe(
      '50 % on Activation (1 of 2 open, classified items), wanted 60 %.',
    );
  });

  it('says when nothing is classified, or nothing declared', () => {
    expect(renderMilestoneBlock(checkMilestone(3, [item(1, null)], aPolicy()))).toBe(
      'No open item says yet which constraint it serves; **Activation** is the constraint.',
    );
    expect(renderMilestoneBlock(checkMilestone(3, [], aPolicy(null)))).toBe('No constraint is declared yet.');
  });

  it('counts what it does not list', () => {
    const many = Array.from({ length: 900 }, (_, index) =>
      item(index + 1, 'adoption', { title: '<'.repeat(256) }),
    );
    const block = renderMilestoneBlock(checkMilestone(3, many, aPolicy()));
    expect(block).toContain('875 more');
    expect(block.length).toBeLessThan(60_000);
  });
});

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

  it('leaves a description as it is that would grow too long', () => {
    const long = 'x'.repeat(59_990);
    expect(placeMilestoneBlock(long, 'block')).toBe(long);
  });

  it('makes an empty description the block alone', () => {
    expect(placeMilestoneBlock('', 'block')).toBe(`${start}\nblock\n${end}`);
  });
});
