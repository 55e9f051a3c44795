import { describe, expect, it } from 'vitest';
import { renderMetricReadings } from '../../src/render/readings.ts';

const metric = { name: 'Activated', unit: '%', baseline: 38, target: 55, minimum: 45 };

describe('the readings of a metric', () => {
  it('are a table alone while there is only one', () => {
    expect(renderMetricReadings(metric, [{ day: '2026-11-09', value: 40 }])).toBe(
      [
        '| day | reading | baseline | minimum | target |',
        '|---|:-:|:-:|:-:|:-:|',
        '| 2026-11-09 | 40 | 38 | 45 | 55 |',
      ].join('\n'),
    );
  });
});
