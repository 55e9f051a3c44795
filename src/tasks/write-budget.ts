import type { Clock } from './ports/clock.ts';

/** GitHub's limit for content: docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
const perMinute = 80;
const perHour = 500;

const minute = 60_000;
const hour = 60 * minute;

/** Keeps a long run of writes within what GitHub takes of one account. */
export interface WriteBudget {
  /** Waits for the minute to have room for `count` writes; `false` where the hour has none. */
  take(count: number): Promise<boolean>;
}

export function createWriteBudget({ now, wait }: Clock): WriteBudget {
  let written: number[] = [];
  const since = (span: number) => written.filter((at) => at > now() - span);
  return {
    async take(count) {
      written = since(hour);
      if (written.length + count > perHour) return false;
      for (;;) {
        const recent = since(minute);
        const [oldest] = recent;
        if (oldest === undefined || recent.length + count <= perMinute) break;
        await wait(oldest + minute - now());
      }
      written.push(...Array.from({ length: count }, now));
      return true;
    },
  };
}
