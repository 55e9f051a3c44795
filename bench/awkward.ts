/** How many bodies that are awkward to read each reader gets right. */
import { judgeReaders } from './awkward/judge.ts';
import type { Measured } from './table.ts';

export async function benchAwkward(): Promise<Measured> {
  const judged = await judgeReaders();
  return {
    rows: judged.map(({ reader, cases, wrong }, position) => ({
      figure: position === 0 ? 'awkward bodies read as they were filled in' : `  ${reader}`,
      value: `${cases - wrong.length} of ${cases}`,
      ratio: '',
    })),
    details: judged.flatMap(({ reader, wrong }) => [
      `${reader} reads otherwise than filled in:`,
      ...wrong.map(({ awkward, said }) => `  ${awkward.name} (${awkward.rule}): ${said}`),
    ]),
  };
}
