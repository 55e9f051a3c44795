import type { Verdict } from '../core/candidate.ts';
import { type Constraint, constraintGuide } from '../core/constraint.ts';
import type { Reference } from '../core/summary/week-facts.ts';
import { type Column, inert } from './markdown.ts';

/** Longest part of a title that is shown; a table of titles stays a table. */
const titleCharacters = 80;

/** How issues are written: `#12`, or `owner/repo#12` where the summary is about several repositories. */
export type NameIssue = (reference: Pick<Reference, 'repository' | 'number'>) => string;

export function nameIssueIn(repositories: readonly string[]): NameIssue {
  const isOne = repositories.length <= 1;
  return ({ repository, number }) => (isOne ? `#${number}` : `${repository}#${number}`);
}

/** A title from GitHub as inert Markdown. */
export function titleOf({ title }: Pick<Reference, 'title'>): string {
  return inert(title, titleCharacters) || '(no title)';
}

export function constraintName(constraint: Constraint | null): string {
  return constraint === null ? 'unclassified' : constraintGuide[constraint].name;
}

export const verdictWords: Readonly<Record<Verdict, string>> = {
  ready: 'ready',
  strengthen: 'strengthen',
  validate: 'validate',
  'de-risk': 'de-risk',
  'not-now': 'not now',
  rethink: 'rethink',
};

/** `1 merge`, `7 merges`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** With a capital at its beginning. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A whole percentage, `71 %`. */
export function percentOf(part: number, whole: number): string {
  return `${Math.round((100 * part) / whole)} %`;
}

/** `week 48`, from `2026-W48`. */
export function weekWords(week: string): string {
  return `week ${Number(week.slice(-2))}`;
}

/** What is left out of a list, in the list's own style; empty where nothing is. */
export function andMore(shown: number, total: number): string {
  return total > shown ? ` and ${total - shown} more` : '';
}

/** Columns of a table: those with words, then those with numbers. */
export function columns(words: readonly string[], numbers: readonly string[] = []): readonly Column[] {
  return [
    ...words.map((title) => ({ title, align: 'left' }) as const),
    ...numbers.map((title) => ({ title, align: 'center' }) as const),
  ];
}
