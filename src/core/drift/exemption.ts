import { compileGlob } from '../glob.ts';
import type { Policy } from '../policy.ts';
import type { Need, PullRequestFacts } from './facts.ts';
import { pathGlobsFor } from './matching-steps.ts';
import { listInPlainText } from './phrase.ts';

export interface Exemption {
  readonly by: 'label' | 'author' | 'title' | 'paths';
  /** A plain sentence; it may hold words of people. */
  readonly text: string;
}

/**
 * Whether `drift.exempt` takes this pull request out of the check: by one label, its author (both compared
 * without case), a title pattern, or when every changed file matches a path. The files are asked for only
 * where nothing cheaper exempts it; files that are not known exempt nothing.
 */
export function findExemption(
  facts: Pick<PullRequestFacts, 'labels' | 'author' | 'title' | 'files'>,
  policy: Policy,
): Exemption | { readonly needs: Need } | null {
  const { labels, authors, titles, paths } = policy.drift.exempt;
  const label = facts.labels.find((name) =>
    labels.some((exempt) => exempt.toLowerCase() === name.toLowerCase()),
  );
  if (label !== undefined) return { by: 'label', text: `It carries the label "${label}".` };
  if (authors.some((pattern) => compileGlob(pattern, 'text')(facts.author))) {
    return { by: 'author', text: `Its author is ${facts.author}.` };
  }
  const title = titles.find((pattern) => compileGlob(pattern, 'text')(facts.title));
  if (title !== undefined) return { by: 'title', text: `Its title matches "${title}".` };
  if (paths.length === 0) return null;
  const { files } = facts;
  if (files === 'unread') return { needs: { fact: 'files' } };
  if (typeof files === 'string' || files.length === 0) return null;
  const globs = pathGlobsFor(files, policy);
  return globs !== null && files.every(globs.isExempt)
    ? { by: 'paths', text: `Every changed file matches ${listInPlainText(paths, ' or ')}.` }
    : null;
}
