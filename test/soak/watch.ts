/** Looks at the App every few seconds while it works, through the page it has for that: `/metrics`. */
import process from 'node:process';

export interface Sample {
  /** Since the watching began. */
  readonly seconds: number;
  readonly rssMegabytes: number;
  readonly heapMegabytes: number;
  /** With what is held outside of the heap, such as the embedded store's own memory. */
  readonly heldMegabytes: number;
  /** Processor time used so far. */
  readonly cpuSeconds: number;
  readonly waiting: number;
  readonly putOff: number;
  readonly oldestSeconds: number;
  readonly laidAside: number;
  /** Runs by how they ended: `done`, `failed`, `retry-at`, `terminal`. */
  readonly runs: Readonly<Record<string, number>>;
}

export interface Watch {
  readonly samples: readonly Sample[];
  end(): void;
}

const megabyte = 1024 * 1024;

/** Starts watching the App at `address`; what was not answered is no sample. */
export function watchApp(address: string, everyMilliseconds: number): Watch {
  const samples: Sample[] = [];
  const startedAt = performance.now();
  const look = async () => {
    const text = await (await fetch(`${address}/metrics`)).text();
    samples.push(readSample(text, (performance.now() - startedAt) / 1_000));
  };
  const timer = setInterval(() => void look().catch(() => {}), everyMilliseconds);
  return { samples, end: () => clearInterval(timer) };
}

function readSample(text: string, seconds: number): Sample {
  const read = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
  const heapMegabytes = read('nodejs_heap_size_used_bytes') / megabyte;
  const runs = [...text.matchAll(/^chokepoint_job_seconds_count\{end="([\w-]+)"\} (\d+)$/gm)];
  return {
    seconds,
    rssMegabytes: read('process_resident_memory_bytes') / megabyte,
    heapMegabytes,
    heldMegabytes: heapMegabytes + read('nodejs_external_memory_bytes') / megabyte,
    cpuSeconds: read('process_cpu_seconds_total'),
    waiting: read('chokepoint_jobs_waiting'),
    putOff: read('chokepoint_jobs_put_off'),
    oldestSeconds: read('chokepoint_oldest_waiting_seconds'),
    laidAside: read('chokepoint_jobs_failed'),
    runs: Object.fromEntries(runs.map(([, end = '', count]) => [end, Number(count)])),
  };
}

/** Processor seconds that this process used so far. */
export function ownCpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}
