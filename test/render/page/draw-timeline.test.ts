import { describe, expect, it } from 'vitest';
import type { Bar } from '../../../src/render/mermaid.ts';
import { drawTimeline } from '../../../src/render/page/draw-timeline.ts';
import { elementsIn } from './elements.ts';

const diagnose: Bar = { name: 'Diagnose', start: '2026-11-02', days: 30, state: 'done' };
const ship: Bar = { name: 'Ship & go', start: '2026-12-02', days: 30, state: 'active' };
const measure: Bar = { name: 'Measure', start: '2027-01-01', days: 30, state: 'ahead' };

describe('a drawn timeline', () => {
  it('has a title, a description, a bar for each phase, and the day that is marked', () => {
    const bars = [diagnose, ship, measure];
    const drawn = drawTimeline({ bars, marked: { name: 'Today <', day: '2026-12-15' } }, 'c');
    expect(elementsIn(drawn)).toEqual([
      '<figure class="chart timeline">',
      '<figcaption>From 2 November to 30 January</figcaption>',
      '<div class="plot">',
      '<svg role="img" aria-labelledby="c-title c-desc" height="114">',
      '<title id="c-title">From 2 November to 30 January</title>',
      '<desc id="c-desc">Diagnose: 30 days from 2 November, done. Ship &#38; go: 30 days from 2 December, under way. Measure: 30 days from 1 January, ahead. Today &#60;: 15 December.</desc>',
      '<g class="done">',
      '<rect x="0%" y="5" width="33.33%" height="28" rx="6"/>',
      '<text x="0%" dx="10" y="19" dy="0.35em">Diagnose</text>',
      '<text class="start" x="0%" y="100%" dy="1.6em">2 Nov</text>',
      '</g>',
      '<g class="active">',
      '<rect x="33.33%" y="43" width="33.34%" height="28" rx="6"/>',
      '<text x="33.33%" dx="10" y="57" dy="0.35em">Ship &#38; go</text>',
      '<text class="start" x="33.33%" y="100%" dy="1.6em">2 Dec</text>',
      '</g>',
      '<g class="ahead">',
      '<rect x="66.67%" y="81" width="33.33%" height="28" rx="6"/>',
      '<text x="66.67%" dx="10" y="95" dy="0.35em">Measure</text>',
      '<text class="start" x="66.67%" y="100%" dy="1.6em">1 Jan</text>',
      '</g>',
      '<g class="mark">',
      '<line x1="47.78%" x2="47.78%" y1="-4" y2="100%"/>',
      '<text x="47.78%" y="-10" text-anchor="middle">Today &#60;</text>',
      '</g>',
      '</svg>',
      '</div>',
      '</figure>',
    ]);
  });

  it('ends where its last bar does when no day is marked', () => {
    expect(elementsIn(drawTimeline({ bars: [diagnose], marked: null }, 'c'))).toEqual([
      '<figure class="chart timeline">',
      '<figcaption>From 2 November to 1 December</figcaption>',
      '<div class="plot">',
      '<svg role="img" aria-labelledby="c-title c-desc" height="38">',
      '<title id="c-title">From 2 November to 1 December</title>',
      '<desc id="c-desc">Diagnose: 30 days from 2 November, done.</desc>',
      '<g class="done">',
      '<rect x="0%" y="5" width="100%" height="28" rx="6"/>',
      '<text x="0%" dx="10" y="19" dy="0.35em">Diagnose</text>',
      '<text class="start" x="0%" y="100%" dy="1.6em">2 Nov</text>',
      '</g>',
      '</svg>',
      '</div>',
      '</figure>',
    ]);
  });

  it('is as long as it takes to hold a marked day before or after its bars', () => {
    const before = drawTimeline({ bars: [diagnose], marked: { name: 'Today', day: '2026-10-23' } }, 'c');
    expect(before).toContain('<figcaption>From 23 October to 1 December</figcaption>');
    expect(before).toContain('<rect x="25%" y="5" width="75%"');
    const after = drawTimeline({ bars: [diagnose], marked: { name: 'Today', day: '2026-12-12' } }, 'c');
    expect(after).toContain('<figcaption>From 2 November to 11 December</figcaption>');
    expect(after).toContain('<rect x="0%" y="5" width="75%"');
  });

  it.each([
    ['2026-11-09', '7%', 'start'],
    ['2026-11-10', '8%', 'middle'],
    ['2027-02-02', '92%', 'middle'],
    ['2027-02-03', '93%', 'end'],
  ])('writes what it marks on %s, at %s, so that it stays inside: %s', (day, share, anchor) => {
    const drawn = drawTimeline({ bars: [{ ...diagnose, days: 100 }], marked: { name: 'Today', day } }, 'c');
    expect(drawn).toContain(`<text x="${share}" y="-10" text-anchor="${anchor}">Today</text>`);
  });
});
