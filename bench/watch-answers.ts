/** When a program asked the servers of this process and was answered, seen from outside of both. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';

export interface Watched<Value> {
  readonly value: Value;
  /** Milliseconds from the start of the program to its first question. */
  readonly untilAsked: number;
  /** Milliseconds in which at least one question waited for its answer. */
  readonly answering: number;
  /** Milliseconds from the start of the program to its last answer. */
  readonly untilAnswered: number;
}

/** `work` starts one program that asks at least once. */
export async function watchAnswers<Value>(work: () => Promise<Value>): Promise<Watched<Value>> {
  let [startedAt, firstAt, askedAt, lastAt] = [0, 0, 0, 0];
  let waiting = 0;
  let answering = 0;
  const onStart = () => {
    startedAt = performance.now();
  };
  const onQuestion = () => {
    if (waiting === 0) askedAt = performance.now();
    if (firstAt === 0) firstAt = askedAt;
    waiting += 1;
  };
  const onAnswer = () => {
    waiting -= 1;
    lastAt = performance.now();
    if (waiting === 0) answering += lastAt - askedAt;
  };
  subscribe('child_process', onStart);
  subscribe('http.server.request.start', onQuestion);
  subscribe('http.server.response.finish', onAnswer);
  try {
    const value = await work();
    return { value, untilAsked: firstAt - startedAt, answering, untilAnswered: lastAt - startedAt };
  } finally {
    unsubscribe('child_process', onStart);
    unsubscribe('http.server.request.start', onQuestion);
    unsubscribe('http.server.response.finish', onAnswer);
  }
}
