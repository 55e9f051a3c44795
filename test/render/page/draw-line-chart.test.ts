import { describe, expect, it } from 'vitest';
import { drawLineChart } from '../../../src/render/page/draw-line-chart.ts';
import { elementsIn } from './elements.ts';

describe('a drawn line chart', () => {
  it('has a legend with the latest values, a description of all numbers, a grid, and points on the first line', () => {
    const labels = ['11-09', '11-16', '11-23'];
    const reading = { name: 'reading <b>', values: [38.5, 40, 41.456] };
    const lines = [reading, { name: 'target', values: [55, 55, 55] }];
    const drawn = drawLineChart({ title: 'The metric', labels, lines, lowest: 38, highest: 55 }, 'c');
    expect(elementsIn(drawn)).toEqual([
      '<figure class="chart">',
      '<figcaption>The metric</figcaption>',
      '<ul class="legend">',
      '<li class="line-1">reading &#60;b&#62; <b>41.46</b>',
      '</li>',
      '<li class="line-2">target <b>55</b>',
      '</li>',
      '</ul>',
      '<div class="plot">',
      '<svg role="img" aria-labelledby="c-title c-desc">',
      '<title id="c-title">The metric</title>',
      '<desc id="c-desc">reading &#60;b&#62;: 11-09 38.5, 11-16 40, 11-23 41.46. target: 55 throughout.</desc>',
      '<line class="grid" x1="0" x2="100%" y1="100%" y2="100%"/>',
      '<text x="-12" y="100%" dy="0.35em" text-anchor="end">38</text>',
      '<line class="grid" x1="0" x2="100%" y1="50%" y2="50%"/>',
      '<text x="-12" y="50%" dy="0.35em" text-anchor="end">46.5</text>',
      '<line class="grid" x1="0" x2="100%" y1="0%" y2="0%"/>',
      '<text x="-12" y="0%" dy="0.35em" text-anchor="end">55</text>',
      '<text class="often" x="0%" y="100%" dy="2em" text-anchor="middle">11-09</text>',
      '<text class="often" x="50%" y="100%" dy="2em" text-anchor="middle">11-16</text>',
      '<text class="often" x="100%" y="100%" dy="2em" text-anchor="middle">11-23</text>',
      '<svg class="lines" viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">',
      '<polyline class="line line-1" points="0,97.06 50,88.24 100,79.67"/>',
      '<polyline class="line line-2" points="0,0 50,0 100,0"/>',
      '</svg>',
      '<circle cx="0%" cy="97.06%" r="3.5"/>',
      '<circle cx="50%" cy="88.24%" r="3.5"/>',
      '<circle cx="100%" cy="79.67%" r="5"/>',
      '<text class="value" x="100%" y="79.67%" dy="-0.8em" text-anchor="middle">41.46</text>',
      '</svg>',
      '</div>',
      '</figure>',
    ]);
  });

  it('stands in the middle where it has one point, and has no legend where it has one line', () => {
    const lines = [{ name: 'reading', values: [3] }];
    const drawn = drawLineChart(
      { title: 'One & only', labels: ['11-09'], lines, lowest: 3, highest: 3 },
      'c',
    );
    expect(elementsIn(drawn)).toEqual([
      '<figure class="chart">',
      '<figcaption>One &#38; only</figcaption>',
      '<div class="plot">',
      '<svg role="img" aria-labelledby="c-title c-desc">',
      '<title id="c-title">One &#38; only</title>',
      '<desc id="c-desc">reading: 3 throughout.</desc>',
      '<line class="grid" x1="0" x2="100%" y1="50%" y2="50%"/>',
      '<text x="-12" y="50%" dy="0.35em" text-anchor="end">3</text>',
      '<text class="often" x="50%" y="100%" dy="2em" text-anchor="middle">11-09</text>',
      '<svg class="lines" viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">',
      '<polyline class="line line-1" points="0,50"/>',
      '</svg>',
      '<circle cx="50%" cy="50%" r="5"/>',
      '<text class="value" x="50%" y="50%" dy="-0.8em" text-anchor="middle">3</text>',
      '</svg>',
      '</div>',
      '</figure>',
    ]);
  });

  it('spans the whole width with two points', () => {
    const lines = [{ name: 'reading', values: [0, 10] }];
    const drawn = drawLineChart({ title: 'Two', labels: ['a', 'b'], lines, lowest: 0, highest: 10 }, 'c');
    expect(drawn.match(/<circle [^>]*>/g)).toEqual([
      '<circle cx="0%" cy="100%" r="3.5"/>',
      '<circle cx="100%" cy="0%" r="5"/>',
    ]);
    expect(drawn).toContain('points="0,100 100,0"');
  });

  it.each([
    [6, 'often often often often often often'],
    [7, 'often seldom often seldom often seldom often'],
    [13, 'often seldom seldom often seldom seldom often seldom seldom often seldom seldom often'],
    [14, 'never often never seldom never seldom never often never seldom never seldom never often'],
  ])(
    'of %i labels leaves out those that would run into each other, counted from the newest',
    (count, classes) => {
      const labels = Array.from({ length: count }, (_, index) => `W${index}`);
      const lines = [{ name: 'share', values: labels.map((_, index) => index) }];
      const drawn = drawLineChart({ title: 'Share', labels, lines, lowest: 0, highest: count }, 'c');
      expect(drawn.match(/(?<=<text class=")(?:often|seldom|never)/g)?.join(' ')).toBe(classes);
    },
  );
});
