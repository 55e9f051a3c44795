/** Reading and scoring bodies, beside two packages that only read, in the same run. */
import { parseIssue } from '@github/issue-parser';
import parseBody from '@zentered/issue-forms-body-parser';
import { candidateFields } from '../src/core/candidate.ts';
import { builtInCandidateForm, readCandidate } from '../src/core/form/read-candidate.ts';
import { scoreCandidate } from '../src/core/scoring/score-candidate.ts';
import { makeBodies } from './bodies.ts';
import { type Row, toRatio } from './table.ts';

type Read = (body: string) => unknown;

/** No reader takes longer than this for one size; what it read until then gives its figure. */
const limitMilliseconds = 5_000;

/** Every reader first reads for so long unmeasured: what is compiled late would count against the first. */
const warmUpMilliseconds = 1_000;

export async function benchReading(form: string, count: number): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const characters of [1_000, 60_000]) {
    const bodies = makeBodies(form, count, characters);
    const own = await time(bodies, readAndScore);
    const others: readonly [string, Read][] = [
      ['@github/issue-parser, with the template', (body) => parseIssue(body, form)],
      ['@github/issue-parser, without: headings, no fields', (body) => parseIssue(body)],
      ['@zentered/issue-forms-body-parser', (body) => parseBody(body)],
    ];
    rows.push({
      figure: `read and score ${bodies.length} bodies of ${Math.round(characters / 1_000)} KB`,
      value: own.shown,
      ratio: '1',
    });
    for (const [name, read] of others) {
      const other = await time(bodies, read);
      const ratio = toRatio(other.microsecondsEach, own.microsecondsEach);
      rows.push({ figure: `  ${name} (reads only)`, value: other.shown, ratio });
    }
  }
  return rows;
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

async function time(bodies: readonly string[], read: Read) {
  await readFor(warmUpMilliseconds, Array.from({ length: 20 }, () => bodies).flat(), read);
  const startedAt = performance.now();
  const done = await readFor(limitMilliseconds, bodies, read);
  const microsecondsEach = ((performance.now() - startedAt) * 1_000) / done;
  const stopped = done < bodies.length ? `, stopped after ${done}` : '';
  return { microsecondsEach, shown: `${microsecondsEach.toFixed(1)} µs each${stopped}` };
}

/** Reads each body once, but not for longer than `milliseconds`; says how many were read. */
async function readFor(milliseconds: number, bodies: readonly string[], read: Read): Promise<number> {
  const end = performance.now() + milliseconds;
  let done = 0;
  for (const body of bodies) {
    await read(body);
    done += 1;
    if (performance.now() > end) break;
  }
  return done;
}
