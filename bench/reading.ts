/** Reading and scoring bodies, beside what only reads: two packages and a plain regular expression. */
import { parseIssue } from '@github/issue-parser';
import parseBody from '@zentered/issue-forms-body-parser';
import { candidateFields } from '../src/core/candidate.ts';
import { builtInCandidateForm, readCandidate } from '../src/core/form/read-candidate.ts';
import { scoreCandidate } from '../src/core/scoring/score-candidate.ts';
import { makeBodies } from './bodies.ts';
import { type Row, toRatio } from './table.ts';

interface Reader {
  readonly name: string;
  readonly read: (body: string) => unknown;
}

const kilobytes = [1, 8, 60] as const;

/** Every reader reads for so long unmeasured at first: what is compiled late would count against it. */
const warmUpMilliseconds = 1_000;

/** Each reader's turns, one reader after the other; the fastest counts, since noise only ever adds. */
const turns = 7;
const turnMilliseconds = 150;

export async function benchReading(form: string, count: number): Promise<readonly Row[]> {
  const readers: readonly Reader[] = [
    { name: '  reads only', read: (body) => readCandidate(body, builtInCandidateForm) },
    { name: '  @github/issue-parser, with the template', read: (body) => parseIssue(body, form) },
    { name: '  @github/issue-parser, without: headings, no fields', read: (body) => parseIssue(body) },
    { name: '  @zentered/issue-forms-body-parser', read: (body) => parseBody(body) },
    { name: '  a plain regular expression and slices', read: readPlainly },
  ];
  const rows: Row[] = [];
  for (const size of kilobytes) {
    const own = { name: `read and score a body of ${size} KB (${count} bodies)`, read: readAndScore };
    rows.push(...(await compare([own, ...readers], makeBodies(form, count, size * 1_000))));
  }
  return rows;
}

async function compare(readers: readonly Reader[], bodies: readonly string[]): Promise<readonly Row[]> {
  const fastest = readers.map(() => Number.POSITIVE_INFINITY);
  for (const { read } of readers) await readFor(warmUpMilliseconds, bodies, read);
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [position, { read }] of readers.entries()) {
      const took = await readFor(turnMilliseconds, bodies, read);
      fastest[position] = Math.min(fastest[position] ?? took, took);
    }
  }
  const [own = 1] = fastest;
  return readers.map(({ name }, position) => {
    const microseconds = fastest[position] ?? 0;
    return { figure: name, value: `${microseconds.toFixed(1)} µs`, ratio: toRatio(microseconds, own) };
  });
}

/** Reads one body after the other for so long, each at least once in turn; microseconds for one. */
async function readFor(
  milliseconds: number,
  bodies: readonly string[],
  read: Reader['read'],
): Promise<number> {
  const startedAt = performance.now();
  let done = 0;
  do {
    // Waiting for what is no promise would cost more than reading.
    const result = read(bodies[done % bodies.length] ?? '');
    if (result instanceof Promise) await result;
    done += 1;
  } while (performance.now() - startedAt < milliseconds);
  return ((performance.now() - startedAt) * 1_000) / done;
}

/** What a script without a library does: every heading, and the text up to the next. */
function readPlainly(body: string): unknown {
  const sections = new Map<string, string>();
  let label = '';
  let start = 0;
  for (const { 0: line, 1: heading = '', index } of body.matchAll(/^### (.+)$/gm)) {
    sections.set(label, body.slice(start, index).trim());
    label = heading;
    start = index + line.length;
  }
  return sections.set(label, body.slice(start).trim());
}

function readAndScore(body: string): unknown {
  const { value: answers, problems } = readCandidate(body, builtInCandidateForm);
  return scoreCandidate({
    answers,
    author: 'ana',
    opinions: [],
    settlement: null,
    primary: 'activation',
    confirmation: 'confirmed',
    ambiguous: candidateFields.filter((field) =>
      problems.some((problem) => problem.code === 'FORM_AMBIGUOUS' && problem.field === field),
    ),
  });
}
