import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { countJobs } from '../inbox/count-jobs.ts';
import type { OpenInbox } from '../inbox/store.ts';
import type { Outcome, RunJob } from '../inbox/worker.ts';

/** What is counted for `/metrics`, in the text format of Prometheus (docs/running-the-app.md). */
export interface Metrics {
  /** A webhook was answered with `status` after `seconds`. */
  countAnswer(status: number, seconds: number): void;
  /** GitHub allows `left` more requests in this hour, to the installation that asked last. */
  setBudget(left: number): void;
  /** Runs jobs as `run` does and counts how they end. */
  timed(run: RunJob): RunJob;
  readonly contentType: string;
  /** Everything counted so far, and what the store holds now. */
  render(inbox: Pick<OpenInbox, 'boss'>): Promise<string>;
}

const latencyBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 7, 10];
const jobBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

export function createMetrics(): Metrics {
  const registers = [new Registry()];
  const [registry = new Registry()] = registers;
  collectDefaultMetrics({ register: registry });
  const histogram = (name: string, help: string, buckets: number[], labelNames: string[]) =>
    new Histogram({ name, help, buckets, labelNames, registers });
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  const answers = histogram(
    'chokepoint_webhook_answer_seconds',
    'From the arrival of a webhook to its answer, by status.',
    latencyBuckets,
    ['status'],
  );
  const accepted = new Counter({
    name: 'chokepoint_webhooks_accepted_total',
    help: 'Webhooks answered with 200: stored, or touching nothing.',
    registers,
  });
  const runs = histogram('chokepoint_job_seconds', 'Runs of jobs, by how they ended.', jobBuckets, ['end']);
  const inStore = {
    waiting: gauge('chokepoint_jobs_waiting', 'Jobs in the store that wait for a worker.'),
    later: gauge('chokepoint_jobs_put_off', 'Jobs in the store that wait for a time that was named.'),
    running: gauge('chokepoint_jobs_running', 'Jobs in the store that are worked.'),
    done: gauge('chokepoint_jobs_done', 'Jobs done in the last day.'),
    failed: gauge('chokepoint_jobs_failed', 'Jobs that are laid aside.'),
    oldest: gauge('chokepoint_oldest_waiting_seconds', 'Age of the oldest job that waits for a worker.'),
  };
  const budget = gauge('chokepoint_github_requests_left', 'What GitHub said last is left of the hour.');
  return {
    countAnswer(status, seconds) {
      answers.observe({ status: String(status) }, seconds);
      if (status === 200) accepted.inc();
    },
    setBudget: (left) => budget.set(left),
    timed: (run) => async (job, signal, desk) => {
      const end = runs.startTimer();
      let kind: Outcome['kind'] | 'failed' = 'failed';
      try {
        const outcome = await run(job, signal, desk);
        kind = outcome.kind;
        return outcome;
      } finally {
        end({ end: kind });
      }
    },
    contentType: registry.contentType,
    async render(inbox) {
      for (const [name, value] of Object.entries(await countJobs(inbox.boss))) {
        if (isCount(name)) inStore[name].set(value);
      }
      return registry.metrics();
    },
  };

  function isCount(name: string): name is keyof typeof inStore {
    return Object.hasOwn(inStore, name);
  }
}
