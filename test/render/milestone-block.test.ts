import { describe, expect, it } from 'vitest';
import { checkMilestone, type MilestoneItem } from '../../src/core/drift/check-milestone.ts';
import {
  milestoneSentence,
  placeMilestoneBlock,
  renderMilestoneBlock,
} from '../../src/render/milestone-block.ts';
import { aPolicy } from '../core/drift/builders.ts';
import { signs } from './hostile-texts.ts';

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
      item(1, 'activation', { candidate: { kind: 'expansion', isIncomplete: false } }),
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
    const unclassified = checkMilestone(3, [item(1, null)], aPolicy());
    expect(renderMilestoneBlock(unclassified)).toBe(
      'No open item says yet which constraint it serves; **Activation** is the constraint.',
    );
    expect(milestoneSentence(unclassified)).toBe('No focus: nothing open in it is classified.');
    const undeclared = checkMilestone(3, [], aPolicy(null));
    expect(renderMilestoneBlock(undeclared)).toBe('No constraint is declared yet.');
    expect(milestoneSentence(undeclared)).toBe('No focus: no constraint is declared.');
  });

  it.each([
    [3, 2, '**60 %** on **Activation** (3 of 5 open, classified items).'],
    [59, 41, '**59 %** on **Activation** (59 of 100 open, classified items; wanted 60 %).'],
  ])('says what is wanted only below it: %i on, %i off', (on, off, focus) => {
    const items = Array.from({ length: on + off }, (_, index) =>
      item(index + 1, index < on ? 'activation' : 'adoption'),
    );
    expect(renderMilestoneBlock(checkMilestone(3, items, aPolicy())).split('\n\n')[0]).toBe(focus);
  });

  it('names every rule that puts an item ahead of its time', () => {
    const early = { candidate: { kind: 'expansion', isIncomplete: false } } as const;
    const both = checkMilestone(
      3,
      [item(1, 'activation', early), item(2, 'activation', early)],
      aPolicy('activation', { pause: true }),
    );
    expect(renderMilestoneBlock(both).split('\n\n')[1]).toBe(
      'Ahead of its time: #1 *Title of 1* (SEQ-1, PAUSED) · #2 *Title of 2* (SEQ-1, PAUSED)',
    );
  });

  it.each([
    [25, /#25 \*Title of 25\* \(Adoption\)$/],
    [26, /#25 \*Title of 25\* \(Adoption\) · 1 more$/],
  ])('lists 25 items and counts the rest: %i', (count, ending) => {
    const items = Array.from({ length: count }, (_, index) => item(index + 1, 'adoption'));
    expect(renderMilestoneBlock(checkMilestone(3, items, aPolicy()))).toMatch(ending);
  });

  it('stays within GitHub’s limit however long the titles are', () => {
    const many = Array.from({ length: 900 }, (_, index) =>
      item(index + 1, 'adoption', { title: '<'.repeat(256) }),
    );
    const block = renderMilestoneBlock(checkMilestone(3, many, aPolicy()));
    expect(block).toContain('875 more');
    expect(block.length).toBeLessThan(60_000);
  });

  it('T31: leaves room for words of people, and counts the items for which it has none', () => {
    const candidate = { kind: 'expansion', isIncomplete: true } as const;
    const many = Array.from({ length: 900 }, (_, index) =>
      item(index + 1_000, 'adoption', { title: signs(256), candidate }),
    );
    const block = renderMilestoneBlock(checkMilestone(3, many, aPolicy('activation', { pause: true })));
    const lists = block.split('\n\n').slice(1);
    expect(lists).toHaveLength(2);
    for (const list of lists) {
      const listed = list.match(/#1\d{3} /g) ?? [];
      expect(listed.length + Number(/ (\d+) more$/.exec(list)?.[1])).toBe(900);
    }
    const description = placeMilestoneBlock('Ship it.\n'.repeat(500), block);
    expect(description).toContain(block);
    expect(description.length).toBeLessThan(60_000);
  });
});
