import { type Band, type VerdictOrIncomplete, verdictsOrIncomplete } from './candidate.ts';
import { type Constraint, constraintGuide, constraints } from './constraint.ts';

/** What a pull request's focus label says of it. */
export const focuses = ['aligned', 'off-constraint', 'unclassified', 'accepted', 'exempt'] as const;

export type Focus = (typeof focuses)[number];

export type LabelKey =
  | 'candidate'
  | `constraint: ${Constraint}`
  | `score: ${Band}`
  | `verdict: ${VerdictOrIncomplete}`
  | 'first move'
  | `focus: ${Focus}`
  | 'chokepoint: summary'
  | 'chokepoint: diagnosis'
  | 'chokepoint: decision';

export interface LabelDesign {
  /** The name it has unless the config changes it; also its key in `labels:`. */
  readonly key: LabelKey;
  /** Six hexadecimal digits, as GitHub writes them. */
  readonly color: string;
  /** At most 100 characters (GitHub's limit). */
  readonly description: string;
}

/** Every label Chokepoint may ever create, add or remove; a person's other labels are never touched. */
export const labelCatalogue: readonly LabelDesign[] = [
  {
    key: 'candidate',
    color: '1d76db',
    description: 'One possible improvement, scored against the constraint',
  },
  ...constraints.map((constraint) => ({
    key: `constraint: ${constraint}` as const,
    color: '5319e7',
    description: `Serves ${constraintGuide[constraint].name}`,
  })),
  ...(
    [
      [1, 'e6e6e6'],
      [2, 'd4e5f7'],
      [3, 'a8cdf0'],
      [4, '6fa8dc'],
      [5, '2b6cb0'],
    ] as const
  ).map(([band, color]) => ({
    key: `score: ${band}` as const,
    color,
    description: `How strong the case is (${band} of 5), not the rank`,
  })),
  ...verdictDesigns(),
  { key: 'first move', color: 'd93f0b', description: 'The candidate picked to work the constraint with' },
  { key: 'focus: aligned', color: '0e8a16', description: 'Serves the primary constraint' },
  {
    key: 'focus: off-constraint',
    color: 'fbca04',
    description: 'Serves something else than the primary constraint',
  },
  {
    key: 'focus: unclassified',
    color: 'cccccc',
    description: 'Nothing says yet which constraint this serves',
  },
  {
    key: 'focus: accepted',
    color: 'c2e0c6',
    description: 'Off the constraint, accepted by a maintainer with a reason',
  },
  { key: 'focus: exempt', color: 'ededed', description: 'Exempt from the drift check by the config' },
  { key: 'chokepoint: summary', color: '006b75', description: 'The weekly ranked summary' },
  { key: 'chokepoint: diagnosis', color: '006b75', description: 'Finds the constraint to declare' },
  {
    key: 'chokepoint: decision',
    color: '006b75',
    description: 'Continue, refine or move, before the 90 days end',
  },
];

/** The names in force, by key: the catalogue's own, or what the config calls them. */
export type LabelNames = Readonly<Partial<Record<LabelKey, string>>>;

/** The name a label has in this repository. */
export function labelName(key: LabelKey, names: LabelNames): string {
  return names[key] ?? key;
}

/** Whether a label of this key is among `labels`; names are compared without case, as GitHub does. */
export function hasLabel(labels: readonly string[], key: LabelKey, names: LabelNames): boolean {
  const wanted = labelName(key, names).toLowerCase();
  return labels.some((label) => label.toLowerCase() === wanted);
}

/** The constraint that `labels` name; two name none. */
export function constraintCarried(labels: readonly string[], names: LabelNames): Constraint | null {
  const carried = constraintsCarried(labels, names);
  return carried.length === 1 ? (carried[0] ?? null) : null;
}

/** Every constraint that has a label among `labels`. */
export function constraintsCarried(labels: readonly string[], names: LabelNames): readonly Constraint[] {
  return constraints.filter((constraint) => hasLabel(labels, `constraint: ${constraint}`, names));
}

/** The verdict that `labels` name; `null` before there is one. */
export function verdictCarried(labels: readonly string[], names: LabelNames): VerdictOrIncomplete | null {
  return verdictsOrIncomplete.find((verdict) => hasLabel(labels, `verdict: ${verdict}`, names)) ?? null;
}

function verdictDesigns(): readonly LabelDesign[] {
  const meaning: Record<VerdictOrIncomplete, string> = {
    ready: 'Strong in all four dimensions',
    strengthen: 'Nothing weak: raise the lowest dimension',
    validate: 'Only the evidence is weak: run the cheapest test',
    'de-risk': 'Only the confidence is weak: split it or spike it',
    'not-now': 'Weak impact or timing: wait, or let it go',
    rethink: 'Two or more weak dimensions: settle one, or close it',
    incomplete: 'An answer is missing before this can be ranked',
  };
  return verdictsOrIncomplete.map((verdict) => ({
    key: `verdict: ${verdict}` as const,
    color: verdict === 'ready' ? '0e8a16' : verdict === 'incomplete' ? 'cccccc' : 'bfd4f2',
    description: meaning[verdict],
  }));
}
