import type { Terminal } from './terminal.ts';

const patienceSeconds = 2;

/** To be called at each request: once two seconds have gone by it tells how far things are, every two seconds. */
export function createProgress({ stderr, now }: Pick<Terminal, 'stderr' | 'now'>): () => void {
  const startedAt = now().getTime();
  let requests = 0;
  let toldAt = 0;
  return () => {
    requests += 1;
    const seconds = (now().getTime() - startedAt) / 1_000;
    if (seconds - toldAt < patienceSeconds) return;
    toldAt = seconds;
    stderr.write(`… ${requests} requests in ${Math.round(seconds)} s\n`);
  };
}
