import { type Constraint, constraints } from '../constraint.ts';
import { constraintByClassify } from '../drift/constraint-of-issue.ts';
import { pathGlobsFor } from '../drift/matching-steps.ts';
import { pathsStep } from '../drift/own-steps.ts';
import type { Policy } from '../policy.ts';
import type { MergedWork } from './merged-work.ts';
import { constraintsByWord, readConventionalTitle, usualPathOf, usualSigns } from './usual-signs.ts';

/** What decided which constraint a merge served; `classify` is the team's own config. */
export const auditRules = ['classify', 'label', 'title', 'path'] as const;

export type AuditRule = (typeof auditRules)[number];

export interface ClassifiedMerge {
  readonly work: MergedWork;
  /** `null`: nothing says it. */
  readonly constraint: Constraint | null;
  readonly rule: AuditRule | null;
  /** A plain sentence; it may hold words of people and has to be escaped where it is rendered. */
  readonly because: string;
  /** The label or glob that decided, where one did. */
  readonly sign: string | null;
}

type Decided = Pick<ClassifiedMerge, 'because' | 'sign'> & { readonly constraint: Constraint };

const chain: readonly {
  readonly rule: AuditRule;
  readonly decide: (work: MergedWork, policy: Policy) => Decided | null;
}[] = [
  { rule: 'classify', decide: byClassify },
  { rule: 'label', decide: byLabel },
  { rule: 'title', decide: byTitle },
  { rule: 'path', decide: byPath },
];

/**
 * Which constraint a merge served: the first that answers of the team's `classify`, the usual labels, the
 * conventional title and the usual folders. Signs of two constraints answer for none (docs/audit.md).
 */
export function classifyMerge(work: MergedWork, policy: Policy): ClassifiedMerge {
  for (const { rule, decide } of chain) {
    const decided = decide(work, policy);
    if (decided !== null) return { work, rule, ...decided };
  }
  return { work, constraint: null, rule: null, because: 'No label, title or file says which.', sign: null };
}

function byClassify(work: MergedWork, policy: Policy): Decided | null {
  const label = constraintByClassify([...work.labels, ...work.issueLabels], policy);
  if (label.constraint !== null)
    return {
      constraint: label.constraint,
      because: `It ${label.why}, as \`classify\` says.`,
      sign: label.label,
    };
  if (work.files === null) return null;
  const step = pathsStep({ files: work.files }, policy);
  if (step.outcome !== 'answered') return null;
  return {
    constraint: step.answer.constraint,
    because: `${step.text.slice(0, -1)}, as \`classify\` says.`,
    sign: null,
  };
}

/** Its own labels come before those of the issues it closes. */
function byLabel({ labels, issueLabels }: MergedWork): Decided | null {
  return byLabels(labels, 'It carries') ?? byLabels(issueLabels, 'It closes an issue with');
}

function byLabels(labels: readonly string[], start: string): Decided | null {
  const found = labels.flatMap((label) =>
    constraintsByWord(label).map((constraint) => ({ constraint, label })),
  );
  const [first] = found;
  if (first === undefined || found.some(({ constraint }) => constraint !== first.constraint)) return null;
  return { constraint: first.constraint, because: `${start} the label "${first.label}".`, sign: first.label };
}

/** The scope says more than the type: `fix(onboarding)` serves activation. */
function byTitle({ title }: MergedWork): Decided | null {
  const conventional = readConventionalTitle(title);
  if (conventional === null) return null;
  const { type, scope } = conventional;
  const served = (word: string | null) =>
    constraints.find((constraint) => usualSigns[constraint].titles.some((title) => title === word));
  const constraint = served(scope) ?? served(type);
  if (constraint === undefined) return null;
  const sign = served(scope) === undefined ? `begins with "${type}"` : `names "${scope}"`;
  return { constraint, because: `Its title ${sign}.`, sign: null };
}

/** Every file that is not exempt lies in a usual folder of one and the same constraint. */
function byPath({ files }: MergedWork, policy: Policy): Decided | null {
  const globs = files === null ? null : pathGlobsFor(files, policy);
  if (files === null || globs === null) return null;
  const places = files.filter((file) => !globs.isExempt(file)).map(usualPathOf);
  const [first] = places;
  if (first === undefined || first === null) return null;
  if (places.some((place) => place?.constraint !== first.constraint)) return null;
  return {
    constraint: first.constraint,
    because: `All of its changed files lie in places like ${first.pattern}.`,
    sign: first.pattern,
  };
}
