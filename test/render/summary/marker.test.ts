import { describe, expect, it } from 'vitest';
import { readSummaryMarker, summaryMarker } from '../../../src/render/summary/marker.ts';
import { readingMarker, readReadingMarker, renderReading } from '../../../src/render/summary/reading.ts';

const marker = summaryMarker('acme/im-porter.js', '2026-W48');
const reading = { day: '2026-11-29', value: 43 };
const ends = ['', '\ntext', '\r\n\r\ntext', '  \ntext'];

describe('the marker of a summary', () => {
  it('is read from the first line, however the line ends', () => {
    for (const end of ends)
      expect(readSummaryMarker(`${marker}${end}`)).toEqual({
        repository: 'acme/im-porter.js',
        week: '2026-W48',
      });
  });

  it.each([
    '',
    `text ${marker}`,
    `${marker} text`,
    `text\n${marker}`,
    '<!-- chokepoint:summary acme 2026-W48 -->',
    '<!-- chokepoint:summary acme/importer 2026-W8 -->',
  ])('is not %j', (body) => {
    expect(readSummaryMarker(body)).toBeNull();
  });
});

describe('the comment that records a reading given to a run', () => {
  it('says of which day it is, under a marker', () => {
    expect(renderReading(reading)).toBe(
      '<!-- chokepoint:reading 43 2026-11-29 -->\nReading of 2026-11-29: **43**, given to this run.',
    );
  });

  it.each([0, 43, -1.5, 0.25, 12_345_678, 1e21, 1.5e-7, -2e100])('is read back: %d', (value) => {
    for (const end of ends)
      expect(readReadingMarker(`${readingMarker({ ...reading, value })}${end}`)).toEqual({
        ...reading,
        value,
      });
  });

  it.each([
    '',
    `text ${readingMarker(reading)}`,
    `${readingMarker(reading)} text`,
    `text\n${readingMarker(reading)}`,
    '<!-- chokepoint:reading many 2026-11-29 -->',
    '<!-- chokepoint:reading 4x3 2026-11-29 -->',
    '<!-- chokepoint:reading 43. 2026-11-29 -->',
    '<!-- chokepoint:reading 43 yesterday -->',
    '<!-- chokepoint:reading 43 2026-11-2 -->',
  ])('is not %j', (body) => {
    expect(readReadingMarker(body)).toBeNull();
  });
});
