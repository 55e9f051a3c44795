import type { Reference, References } from '../closing-keywords.ts';
import type { LinkSource } from './facts.ts';

/**
 * So many issues are looked at for one pull request, in the check and in the summary: each may take several requests,
 * and a description has room for thousands. GitHub lets ten be linked by hand:
 * docs.github.com/issues/tracking-your-work-with-issues/linking-a-pull-request-to-an-issue
 */
export const issuesLookedAt = 10;

export interface SelectedLinks {
  readonly source: LinkSource;
  /** Issues of this repository, to be read where they are not yet. */
  readonly numbers: readonly number[];
  /** How many more of them are linked. */
  readonly more: number;
  /** `owner/repo#12`: named, not counted. */
  readonly otherRepositories: readonly string[];
}

/**
 * Which linked issues count: those of GitHub's closing relation, else of closing keywords, else of `Part of`
 * and `Refs`. The first of these that names an issue of `repository` wins. `relation` is `null` where GitHub
 * could not be asked.
 */
export function selectLinks(
  repository: string,
  relation: readonly Reference[] | null,
  text: References,
): SelectedLinks {
  const sources: readonly (readonly [LinkSource, readonly Reference[]])[] = [
    ['closing-relation', relation ?? []],
    ['closing-keywords', text.closing],
    ['mentions', text.mentions],
  ];
  const isHere = (reference: Reference) => reference.repository.toLowerCase() === repository.toLowerCase();
  const found = sources.find(([, references]) => references.some(isHere));
  const elsewhere = sources.flatMap(([, references]) => references).filter((reference) => !isHere(reference));
  const here = [...new Set((found?.[1] ?? []).filter(isHere).map(({ number }) => number))];
  const numbers = here.slice(0, issuesLookedAt);
  return {
    source: found?.[0] ?? 'none',
    numbers,
    more: here.length - numbers.length,
    otherRepositories: [...new Set(elsewhere.map(({ repository: name, number }) => `${name}#${number}`))],
  };
}
