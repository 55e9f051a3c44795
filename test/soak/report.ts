/** What a soak measured, as the figures of a line of results. */

import { percentile } from '../prove/percentile.ts';
import type { ResultLine } from '../prove/results.ts';
import type { Soaked } from './soak-run.ts';
import { leastOfMinutes, type Trend, trendOf } from './trend.ts';
import type { Sample } from './watch.ts';

/** Fine: nothing lost, nothing doubled, nothing laid aside, a stop in order, and no more held at the end than before. */
export function reportSoak(soaked: Soaked): Pick<ResultLine, 'isFine' | 'figures'> {
  const { tally, samples, acts, candidates, requests, faults, exitCode, laidAside } = soaked;
  const resident = trendOf(pointsOf(samples, 'rssMegabytes'));
  const heap = trendOf(leastOfMinutes(pointsOf(samples, 'heapMegabytes')));
  const held = trendOf(leastOfMinutes(pointsOf(samples, 'heldMegabytes')));
  const last = samples.at(-1);
  const seconds = last?.seconds ?? 0;
  const isClean = tally.lost.length + tally.doubled.length + laidAside === 0 && exitCode === 0;
  return {
    isFine: isClean && heap.isFlat && held.isFlat,
    figures: {
      ...tally,
      candidates,
      acts,
      requests,
      faults: tell(faults),
      runs: tell(last?.runs ?? {}),
      laidAside,
      heap: tellTrend(heap),
      held: tellTrend(held),
      resident: tellTrend(resident),
      repairedUnderLoad: soaked.repairedUnderLoad,
      answerP50: Math.round(percentile(soaked.answerMilliseconds, 0.5)),
      answerP99: Math.round(percentile(soaked.answerMilliseconds, 0.99)),
      appCpu: percentOf((last?.cpuSeconds ?? 0) - (samples[0]?.cpuSeconds ?? 0), seconds),
      driverCpu: percentOf(soaked.driverCpuSeconds, seconds),
      minutes: tellMinutes(samples),
    },
  };
}

function pointsOf(samples: readonly Sample[], of: 'rssMegabytes' | 'heapMegabytes' | 'heldMegabytes') {
  return samples.map(({ seconds, [of]: value }) => ({ seconds, value }));
}

function tellTrend({ from, to, perHour, isFlat }: Trend): string {
  const [start, end, slope] = [from, to, perHour].map((value) => value.toFixed(1));
  return `${start} MB to ${end} MB, ${slope} MB an hour: ${isFlat ? 'flat' : 'RISING'}`;
}

function tell(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name}: ${count}`)
    .join('; ');
}

function percentOf(spent: number, seconds: number): string {
  return `${Math.round((100 * spent) / Math.max(1, seconds))} % of a core`;
}

/** What the heap held in each minute at the least; the queue at its longest and its oldest. */
function tellMinutes(samples: readonly Sample[]): string[] {
  const byMinute = Map.groupBy(samples, ({ seconds }) => Math.floor(seconds / 60));
  return [...byMinute].map(([minute, ofIt]) => {
    const most = (of: 'waiting' | 'putOff' | 'oldestSeconds') => Math.max(...ofIt.map((one) => one[of]));
    const least = Math.min(...ofIt.map(({ heapMegabytes }) => heapMegabytes));
    const memory = `${Math.round(ofIt.at(-1)?.rssMegabytes ?? 0)} MB, heap ${Math.round(least)} MB`;
    const queue = `${most('waiting')} waiting, ${most('putOff')} put off, oldest ${most('oldestSeconds').toFixed(1)} s`;
    return `${minute + 1}: ${memory}, ${queue}`;
  });
}
