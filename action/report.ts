import type { Problem } from '../src/core/problem.ts';
import { annotationText } from '../src/render/problem-as-text.ts';

/** What a run tells the runner; written out by main.ts alone. */
export interface Report {
  readonly outputs: Readonly<Record<string, string>>;
  /** Markdown. */
  readonly jobSummary: string;
  readonly annotations: readonly RunAnnotation[];
  /** Why the job fails; `null` where it does not. */
  readonly failure: string | null;
}

export interface RunAnnotation {
  readonly level: 'notice' | 'warning' | 'error';
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** A Problem on the line of the file it stands in. */
export function toAnnotation(problem: Problem): RunAnnotation {
  const { code, at } = problem;
  const place = at === undefined ? {} : { file: at.file, line: at.line, column: at.column };
  return { level: 'warning', title: code, message: annotationText(problem), ...place };
}

/** One line for a run whose duty is another's. */
export function notOurDuty(duty: string, writer: string): string {
  return `The duty \`${duty}\` is ${writer === 'none' ? "nobody's" : `the ${writer === 'app' ? 'App' : writer}'s`} in this repository, so this run wrote nothing.\n`;
}
