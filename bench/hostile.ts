/** The same text twice as long, of the kinds that make readers slow: 2 is linear, 4 would be quadratic. */
import { builtInCandidateForm, looksLikeCandidate, readCandidate } from '../src/core/form/read-candidate.ts';
import { type Row, toRatio } from './table.ts';

const kilobytes = [8, 16, 32, 64] as const;

/** What one size of one kind is read for; the shortest reading counts, since noise only ever adds. */
const measuredMilliseconds = 300;

interface Hostile {
  readonly name: string;
  /** Stands once, between the filled-in form and what is repeated. */
  readonly head?: string;
  readonly repeated: string;
}

/** `form` is a filled-in body of the built-in form: copies compete with its own headings. */
export function benchHostile(form: string): readonly Row[] {
  const heading = '### Business impact\n';
  const kinds: readonly Hostile[] = [
    { name: 'copies of a heading', repeated: `${heading}\n` },
    { name: 'empty headings', repeated: '### \n' },
    { name: 'spaces after the marks', head: '### ', repeated: ' ' },
    { name: 'marks with spaces on one line', repeated: '###   ' },
    { name: 'fences around copies', repeated: `\`\`\`x\n${heading}\`\`\`\n` },
    { name: 'comments around copies', repeated: `<!--\n${heading}-->\n` },
    { name: 'whole forms', repeated: `${form}\n\n` },
  ];
  return kinds.flatMap((kind) => measureDoublings(kind, form));
}

function measureDoublings(kind: Hostile, form: string): readonly Row[] {
  const times = kilobytes.map((size) => shortestReading(toLength(kind, form, size * 1_024)));
  return kilobytes.map((size, position) => {
    const microseconds = times[position] ?? 0;
    const before = times[position - 1];
    return {
      figure: before === undefined ? `read ${size} KB: ${kind.name}` : `  ${size} KB, against half of it`,
      value: `${microseconds.toFixed(1)} µs`,
      ratio: before === undefined ? '' : toRatio(microseconds, before),
    };
  });
}

function toLength({ head = '', repeated }: Hostile, form: string, characters: number): string {
  const start = `${form}\n\n${head}`;
  const missing = characters - start.length;
  return start + repeated.repeat(Math.ceil(missing / repeated.length)).slice(0, missing);
}

/** In microseconds, for reading a body and asking whether it is a candidate's. */
function shortestReading(body: string): number {
  const end = performance.now() + measuredMilliseconds;
  let shortest = Number.POSITIVE_INFINITY;
  do {
    const startedAt = performance.now();
    readCandidate(body, builtInCandidateForm);
    looksLikeCandidate(body, builtInCandidateForm);
    shortest = Math.min(shortest, performance.now() - startedAt);
  } while (performance.now() < end);
  return shortest * 1_000;
}
