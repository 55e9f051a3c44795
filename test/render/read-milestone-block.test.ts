import { describe, expect, it } from 'vitest';
import { checkMilestone, type MilestoneItem } from '../../src/core/drift/check-milestone.ts';
import { placeMilestoneBlock, renderMilestoneBlock } from '../../src/render/milestone-block.ts';
import { readMilestoneFocus } from '../../src/render/read-milestone-block.ts';
import { aPolicy } from '../core/drift/builders.ts';

const start = '<!-- chokepoint:milestone -->';
const end = '<!-- /chokepoint:milestone -->';
const words = (on: number, of: number) =>
  `**${Math.round((100 * on) / of)} %** on **Activation** (${on} of ${of} open, classified items).`;

function blockOf(on: number, off: number): string {
  const items = Array.from({ length: on + off }, (_, index): MilestoneItem => {
    const constraint = index < on ? 'activation' : 'adoption';
    return { number: index + 1, title: 'Item', state: 'open', constraint, candidate: null };
  });
  return renderMilestoneBlock(checkMilestone(3, items, aPolicy()));
}

describe('the focus that a milestone’s description tells', () => {
  const description = placeMilestoneBlock('The launch.', blockOf(11, 12));

  it('is the one that was written there', () => {
    expect(readMilestoneFocus(description, 'activation')).toEqual({ on: 11, classified: 23 });
    expect(readMilestoneFocus(placeMilestoneBlock('', blockOf(0, 1)), 'activation')).toEqual({
      on: 0,
      classified: 1,
    });
  });

  it('is read as well after GitHub’s editor has changed the line endings', () => {
    expect(readMilestoneFocus(description.replaceAll('\n', '\r\n'), 'activation')).toEqual({
      on: 11,
      classified: 23,
    });
  });

  it('tells nothing about another constraint, nor where nothing is classified', () => {
    expect(readMilestoneFocus(description, 'adoption')).toBeNull();
    expect(readMilestoneFocus(placeMilestoneBlock('', blockOf(0, 0)), 'activation')).toBeNull();
  });

  it('is read between the markers alone, from the block that would be replaced', () => {
    expect(readMilestoneFocus(words(1, 2), 'activation')).toBeNull();
    expect(readMilestoneFocus(`${start}\n${words(1, 2)}`, 'activation')).toBeNull();
    expect(readMilestoneFocus(`${words(1, 2)}\n${end}`, 'activation')).toBeNull();
    expect(readMilestoneFocus(`${start}\nOurs: ${words(1, 2)}\n${end}`, 'activation')).toBeNull();
    const copied = `${start}\n${words(1, 2)}\n${end}\n${start}\n${words(2, 2)}\n${end}`;
    expect(readMilestoneFocus(copied, 'activation')).toEqual({ on: 1, classified: 2 });
  });
});
