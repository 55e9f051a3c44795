import type { MetricReading } from '../../core/plan/status.ts';
import { ownCommentStart } from '../own-comment-start.ts';

/** The hidden first line of a reading that was given to a run instead of written by a person. */
export function readingMarker({ day, value }: MetricReading): string {
  return `${ownCommentStart}reading ${value} ${day} -->`;
}

/** The comment that records such a reading: like every reading it counts as it stands there. */
export function renderReading(reading: MetricReading): string {
  return `${readingMarker(reading)}\nReading of ${reading.day}: **${reading.value}**, given to this run.`;
}

/** The reading that a comment of our own records; `null` for any other comment. */
export function readReadingMarker(body: string): MetricReading | null {
  const [firstLine = ''] = body.split('\n', 1);
  const found = /^<!-- chokepoint:reading (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?) (\d{4}-\d{2}-\d{2}) -->\s*$/.exec(
    firstLine,
  );
  const [, value, day] = found ?? [];
  return value === undefined || day === undefined ? null : { day, value: Number(value) };
}
