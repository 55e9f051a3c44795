import fc from 'fast-check';
import { z } from 'zod';
import { readJob } from '../../../src/inbox/job.ts';
import { toJobs, webhookEvents } from '../../../src/inbox/subject.ts';
import { examplePayloads } from '../../app/support.ts';
import { hostileWords } from '../hostile-text.ts';
import { type Finding, fuzzed, holdsOnlyData } from '../reader.ts';

const examples = z
  .array(z.object({ name: z.string(), payload: z.looseObject({}) }))
  .parse(examplePayloads())
  .filter(({ name }) => webhookEvents.some((event) => event === name));

const oddValue = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, -1, 0, 1.5, Number.MAX_VALUE, '', [], {}, true, ...hostileWords),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Leads down into a payload, pick by pick. */
const path = fc.array(fc.nat({ max: 1_000 }), { minLength: 1, maxLength: 5 });

const delivery = fc.record({
  /** Instead of the example's own. */
  otherEvent: fc.option(fc.constantFrom<string>(...webhookEvents, ...hostileWords), { freq: 4 }),
  example: fc.constantFrom(...examples),
  changes: fc.array(fc.tuple(path, oddValue), { maxLength: 4 }),
});

/** Payloads with anything anywhere: jobs that can be read back, or none. */
export const webhook = fuzzed('webhook', delivery, ({ otherEvent, example, changes }): Finding => {
  const payload = { installation: { id: 10 }, ...structuredClone(example.payload) };
  for (const [where, value] of changes) change(payload, where, value);
  const jobs = toJobs({
    event: otherEvent ?? example.name,
    deliveryId: 'guid',
    receivedAt: new Date(0),
    payload,
  });
  if (!holdsOnlyData(jobs)) return { violation: 'left a mark on the prototype' };
  const unreadable = jobs.find((job) => !readJob(job).ok);
  if (unreadable !== undefined) return { violation: `made ${JSON.stringify(unreadable)}` };
  return { outcome: jobs.length === 0 ? 'nothing' : 'jobs' };
});

/** Puts a value where the path leads, or where the payload ends. */
function change(payload: object, [pick = 0, ...rest]: readonly number[], value: unknown): void {
  const keys = Object.keys(payload);
  const key = keys[pick % Math.max(keys.length, 1)];
  if (key === undefined) return;
  const inner: unknown = Reflect.get(payload, key);
  if (rest.length > 0 && typeof inner === 'object' && inner !== null) change(inner, rest, value);
  else Reflect.set(payload, key, value);
}
