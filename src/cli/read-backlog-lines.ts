import { z } from 'zod';
import { isRepositoryName } from '../config/repository-name.ts';
import type { Problem, Reading } from '../core/problem.ts';

const lineShape = z.object({
  number: z.int().min(1),
  title: z.string(),
  // GitHub gives an issue without a text `null`.
  body: z
    .string()
    .nullable()
    .transform((body) => body ?? ''),
  createdAt: z.iso.datetime({ offset: true }),
  repository: z.string().refine(isRepositoryName).optional().default(''),
});

/** One issue of a backlog file; `repository` is `owner/repo` or empty. */
export type BacklogLine = z.infer<typeof lineShape>;

const expected =
  'a JSON object with number, title, body, createdAt (such as 2026-11-02T10:00:00Z) and, if several repositories are ranked together, repository (owner/repo)';

/**
 * The issues of a file with one JSON object a line; blank lines are passed over.
 * Problems, each with its line: BACKLOG_LINE_INVALID, BACKLOG_LINE_REPEATED.
 */
export function readBacklogLines(text: string, file: string): Reading<readonly BacklogLine[]> {
  const value: BacklogLine[] = [];
  const problems: Problem[] = [];
  const firstLines = new Map<string, number>();
  for (const [index, source] of text.split('\n').entries()) {
    if (source.trim() === '') continue;
    const at = { file, line: index + 1, column: 1 };
    const read = readLine(source);
    if (!read.ok) {
      problems.push(invalid(at, read.found));
      continue;
    }
    const key = `${read.value.repository.toLowerCase()}#${read.value.number}`;
    const before = firstLines.get(key);
    if (before === undefined) {
      firstLines.set(key, at.line);
      value.push(read.value);
    } else problems.push(repeated(at, key, before));
  }
  return { value, problems };
}

type LineReading =
  | { readonly ok: true; readonly value: BacklogLine }
  | { readonly ok: false; readonly found: string };

function readLine(source: string): LineReading {
  let data: unknown;
  try {
    data = JSON.parse(source);
  } catch {
    return { ok: false, found: 'text that is not JSON' };
  }
  const line = lineShape.safeParse(data);
  if (line.success) return { ok: true, value: line.data };
  const faults = line.error.issues.map(({ path, message }) => [...path.map(String), message].join(': '));
  return { ok: false, found: faults.join('; ') };
}

function invalid(at: Problem['at'] & object, found: string): Problem {
  return {
    code: 'BACKLOG_LINE_INVALID',
    message: `Line ${at.line} is not an issue; the others are ranked.`,
    found,
    expected,
    fix: 'Correct or remove the line.',
    at,
  };
}

function repeated(at: Problem['at'] & object, key: string, before: number): Problem {
  return {
    code: 'BACKLOG_LINE_REPEATED',
    message: `Line ${at.line} is ${key} again; the first one is ranked.`,
    found: `${key} on line ${before} and on line ${at.line}`,
    expected: 'each issue once',
    fix: 'Remove one of the lines, or give both their `repository`.',
    at,
  };
}
