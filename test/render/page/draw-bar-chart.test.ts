import { describe, expect, it } from 'vitest';
import { drawBarChart } from '../../../src/render/page/draw-bar-chart.ts';
import { elementsIn } from './elements.ts';

describe('a drawn bar chart', () => {
  it('has a title, a description of its numbers, and for each label a bar as long as its share', () => {
    const labels = ['Activation', 'R&D', 'Nothing'];
    const drawn = drawBarChart({ title: 'Points <1>', labels, values: [12, 5], highest: 12 }, 'c-1');
    expect(elementsIn(drawn)).toEqual([
      '<figure class="chart bars">',
      '<figcaption>Points &#60;1&#62;</figcaption>',
      '<div class="plot">',
      '<svg role="img" aria-labelledby="c-1-title c-1-desc" height="132">',
      '<title id="c-1-title">Points &#60;1&#62;</title>',
      '<desc id="c-1-desc">Activation 12, R&#38;D 5, Nothing 0, of 12 at most.</desc>',
      '<text x="0" y="13">Activation</text>',
      '<text class="amount" x="100%" y="13" text-anchor="end">12</text>',
      '<rect class="whole" x="0" y="20" width="100%" height="14" rx="4"/>',
      '<rect class="part" x="0" y="20" width="100%" height="14" rx="4"/>',
      '<text x="0" y="57">R&#38;D</text>',
      '<text class="amount" x="100%" y="57" text-anchor="end">5</text>',
      '<rect class="whole" x="0" y="64" width="100%" height="14" rx="4"/>',
      '<rect class="part" x="0" y="64" width="41.67%" height="14" rx="4"/>',
      '<text x="0" y="101">Nothing</text>',
      '<text class="amount" x="100%" y="101" text-anchor="end">0</text>',
      '<rect class="whole" x="0" y="108" width="100%" height="14" rx="4"/>',
      '<rect class="part" x="0" y="108" width="0%" height="14" rx="4"/>',
      '</svg>',
      '</div>',
      '</figure>',
    ]);
  });

  it.each([
    [15, 12, '100%'],
    [3, 12, '25%'],
    [3, 0, '0%'],
  ])('draws %i of %i as %s', (value, highest, width) => {
    const drawn = drawBarChart({ title: 'Points', labels: ['A'], values: [value], highest }, 'c');
    expect(drawn).toContain(`<rect class="part" x="0" y="20" width="${width}"`);
  });
});
