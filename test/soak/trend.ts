/** Whether something that is measured again and again rises. */

export interface Point {
  readonly seconds: number;
  readonly value: number;
}

export interface Trend {
  /** Where the fitted line begins and ends. */
  readonly from: number;
  readonly to: number;
  readonly perHour: number;
  /** The line rises by less than a twentieth of where it begins. */
  readonly isFlat: boolean;
}

const tolerated = 0.05;

/** The least-squares line through what was measured after the first third, in which everything warms up. */
export function trendOf(points: readonly Point[]): Trend {
  const lastly = points.at(-1)?.seconds ?? 0;
  const warm = points.filter(({ seconds }) => seconds >= lastly / 3);
  const middle = { seconds: mean(warm, 'seconds'), value: mean(warm, 'value') };
  const sum = (of: (point: Point) => number) => warm.reduce((total, point) => total + of(point), 0);
  const spread = sum(({ seconds }) => (seconds - middle.seconds) ** 2);
  const shared = sum(({ seconds, value }) => (seconds - middle.seconds) * (value - middle.value));
  const slope = spread === 0 ? 0 : shared / spread;
  const at = (seconds: number) => middle.value + slope * (seconds - middle.seconds);
  const [from, to] = [at(warm[0]?.seconds ?? 0), at(lastly)];
  return { from, to, perHour: slope * 3_600, isFlat: to - from < tolerated * from };
}

/** The least of each minute: what a heap holds right after it was swept. */
export function leastOfMinutes(points: readonly Point[]): readonly Point[] {
  const byMinute = Map.groupBy(points, ({ seconds }) => Math.floor(seconds / 60));
  return [...byMinute.values()].map((minute) =>
    minute.reduce((least, point) => (point.value < least.value ? point : least)),
  );
}

function mean(points: readonly Point[], of: keyof Point): number {
  return points.reduce((sum, point) => sum + point[of], 0) / Math.max(1, points.length);
}
