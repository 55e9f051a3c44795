import { type Constraint, constraints } from '../constraint.ts';
import type { ClassifiedMerge } from './classify-merge.ts';

/** What to write under `classify` so that the check knows what the audit found out by the usual signs. */
export interface ClassifyProposal {
  /** Labels and paths that decided, by constraint; a constraint without any is left out. */
  readonly rules: Partial<
    Record<Constraint, { readonly labels: readonly string[]; readonly paths: readonly string[] }>
  >;
  /** Signs of merges that nothing classifies, the most frequent first: only the team knows what they serve. */
  readonly unassigned: readonly { readonly sign: string; readonly merges: number }[];
}

const unassignedShown = 5;

/** A sign on a single merge says nothing about the next one. */
const leastMerges = 2;

export function proposeClassify(merges: readonly ClassifiedMerge[]): ClassifyProposal {
  const rules: { -readonly [Key in keyof ClassifyProposal['rules']]: ClassifyProposal['rules'][Key] } = {};
  for (const constraint of constraints) {
    const served = merges.filter((merge) => merge.constraint === constraint);
    const labels = signsOf(served, 'label');
    const paths = signsOf(served, 'path');
    if (labels.length + paths.length > 0) rules[constraint] = { labels, paths };
  }
  return { rules, unassigned: unassignedIn(merges.filter(({ constraint }) => constraint === null)) };
}

function signsOf(merges: readonly ClassifiedMerge[], rule: 'label' | 'path'): readonly string[] {
  const signs = merges.flatMap((merge) => (merge.rule === rule && merge.sign !== null ? [merge.sign] : []));
  return [...new Set(signs)].sort();
}

function unassignedIn(merges: readonly ClassifiedMerge[]): ClassifyProposal['unassigned'] {
  const signs = merges.flatMap(({ work }) => [
    ...new Set([...work.labels.map((label) => `label "${label}"`), ...foldersOf(work.files ?? [])]),
  ]);
  return [...Map.groupBy(signs, (sign) => sign)]
    .map(([sign, all]) => ({ sign, merges: all.length }))
    .filter((one) => one.merges >= leastMerges)
    .sort((one, other) => other.merges - one.merges || (one.sign < other.sign ? -1 : 1))
    .slice(0, unassignedShown);
}

/** The folder that holds all of a merge's files, two levels deep at most. */
function foldersOf(files: readonly string[]): readonly string[] {
  const folders = new Set(files.map((file) => file.split('/').slice(0, -1).slice(0, 2).join('/')));
  const [only] = folders;
  return folders.size === 1 && only !== '' ? [`path "${only}/**"`] : [];
}
