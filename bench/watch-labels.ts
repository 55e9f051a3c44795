/** When candidates were filed and had their labels, seen from outside of the App. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { EmbeddedGitHub } from '../test/embedded-github/start.ts';
import { repository } from '../test/prove/candidates.ts';
import { bodyOf } from '../test/support/filled-form.ts';

export interface WatchedLabels {
  /** Files one candidate, and answers its number. */
  file(): Promise<number>;
  /** Resolves when each of them has a label; rejects after `milliseconds`. */
  untilLabelled(numbers: readonly number[], milliseconds: number): Promise<void>;
  /** Milliseconds from filing to the answer of the last request that gave it labels. */
  labelledAfter(number: number): number;
  /** Milliseconds from sending the webhook of its opening to the answer. */
  answeredAfter(number: number): number;
  stop(): void;
}

const answeredShape = z.object({
  request: z.object({ method: z.string(), url: z.string() }),
  socket: z.object({ localPort: z.number() }),
});
const openedShape = z.object({ issue: z.object({ number: z.number() }) });

export function watchLabels(github: EmbeddedGitHub): WatchedLabels {
  const filedAt = new Map<number, number>();
  const labelledAt = new Map<number, number>();
  const port = Number(new URL(github.url).port);
  const onAnswer = (message: unknown) => {
    const { request, socket } = answeredShape.parse(message);
    const number = Number(/\/issues\/(\d+)\/labels$/.exec(request.url)?.[1]);
    if (socket.localPort !== port || request.method !== 'POST' || Number.isNaN(number)) return;
    labelledAt.set(number, performance.now());
  };
  subscribe('http.server.response.finish', onAnswer);
  return {
    async file() {
      const startedAt = performance.now();
      const wanted = { repository, login: 'ana', title: 'A better start', body: bodyOf() };
      const number = await github.fileIssue(wanted);
      filedAt.set(number, startedAt);
      return number;
    },
    async untilLabelled(numbers, milliseconds) {
      const end = performance.now() + milliseconds;
      for (;;) {
        const bare = numbers.filter((number) => !labelledAt.has(number));
        if (bare.length === 0) return;
        if (performance.now() > end) throw new Error(`Not labelled: #${bare.join(', #')}`);
        await pause(20);
      }
    },
    labelledAfter: (number) => (labelledAt.get(number) ?? 0) - (filedAt.get(number) ?? 0),
    answeredAfter: (number) => answeredAfter(github, number),
    stop: () => void unsubscribe('http.server.response.finish', onAnswer),
  };
}

function answeredAfter({ deliveries }: EmbeddedGitHub, number: number): number {
  const opened = deliveries.find(
    ({ event, action, payload }) =>
      event === 'issues' && action === 'opened' && openedShape.parse(payload).issue.number === number,
  );
  return (opened?.durationSeconds ?? 0) * 1_000;
}
