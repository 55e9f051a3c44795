import { isRepositoryName } from '../config/repository-name.ts';
import type { Problem } from '../core/problem.ts';
import { CannotRun } from './cannot-run.ts';

export interface Reference {
  /** `owner/repo`. */
  readonly repository: string;
  readonly number: number;
}

/** Reads `owner/repo#12`. Throws CannotRun: ARGUMENT_INVALID. */
export function readReference(text: string): Reference {
  const found = /^([^#]+)#([1-9]\d{0,9})$/.exec(text);
  const [, repository = '', number = ''] = found ?? [];
  if (!isRepositoryName(repository)) throw new CannotRun(invalid(text, 'owner/repo#12'));
  return { repository, number: Number(number) };
}

/** Reads `owner/repo`. Throws CannotRun: ARGUMENT_INVALID. */
export function readRepositoryName(text: string): string {
  if (!isRepositoryName(text)) throw new CannotRun(invalid(text, 'owner/repo'));
  return text;
}

/** Reads the number of a milestone. Throws CannotRun: ARGUMENT_INVALID. */
export function readNumber(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new CannotRun(invalid(text, '12'));
  return Number(text);
}

function invalid(found: string, expected: string): Problem {
  return {
    code: 'ARGUMENT_INVALID',
    message: 'This does not name what the command works on.',
    found,
    expected,
    fix: `Write it as ${expected}, in quotes where the shell needs them.`,
  };
}
