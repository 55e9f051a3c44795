import fc from 'fast-check';

/** What one input came to: a word to count it under, or what must not have happened. */
export type Finding = { readonly outcome: string } | { readonly violation: string };

/** One reader of foreign text, ready to be tried with inputs made of chance. */
export interface FuzzedReader {
  readonly name: string;
  /** The same seed gives the same inputs. */
  trials(count: number, seed: number): readonly Trial[];
}

export interface Trial {
  /** The input, for a report. */
  show(): string;
  run(): Finished;
}

/** A finding with what the read took; one of `outcome` and `violation` tells. */
export interface Finished {
  readonly outcome: string;
  readonly violation: string | null;
  readonly milliseconds: number;
}

/** A reader with its inputs; `judge` reads one and checks what must hold, and a throw is a violation. */
export function fuzzed<Input>(
  name: string,
  inputs: fc.Arbitrary<Input>,
  judge: (input: Input) => Finding,
): FuzzedReader {
  return {
    name,
    trials: (count, seed) =>
      fc.sample(inputs, { numRuns: count, seed }).map((input) => ({
        show: () => JSON.stringify(input) ?? 'undefined',
        run: () => finish(() => judge(input)),
      })),
  };
}

function finish(judge: () => Finding): Finished {
  const started = performance.now();
  const found = guarded(judge);
  const milliseconds = performance.now() - started;
  return { outcome: '', violation: null, ...found, milliseconds };
}

function guarded(judge: () => Finding): Finding {
  try {
    return judge();
  } catch (error) {
    return { violation: `threw ${error instanceof Error ? error.message : String(error)}` };
  }
}

/**
 * Whether a value is plain data: what was looked up in a prototype by a person's word is a function, which cannot be
 * cloned, or leaves its mark on the prototype of everything.
 */
export function holdsOnlyData(value: unknown): boolean {
  structuredClone(value);
  return Object.keys(Object.prototype).length === 0;
}
