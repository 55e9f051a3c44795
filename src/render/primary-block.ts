import type { Constraint } from '../core/constraint.ts';
import type { Metric } from '../core/policy.ts';

export interface PrimaryToCommit {
  /** `null` where it is still to be found. */
  readonly constraint: Constraint | null;
  /** Day 1 of the 90, `YYYY-MM-DD`. */
  readonly since: string;
  readonly because?: string | null;
  readonly owner?: string | null;
  /** What is known of the metric; the rest is left to fill in. */
  readonly metric?: Partial<Metric> | null;
}

/** `primary:` as it is committed to `.github/chokepoint.yml`; what is not known is an ellipsis, which no config accepts. */
export function primaryYaml({ constraint, since, because, owner, metric }: PrimaryToCommit): string {
  const { name, unit = '%', baseline, target, minimum } = metric ?? {};
  const values = [
    `name: ${scalar(name)}`,
    ...(unit === '' ? [] : [`unit: ${scalar(unit)}`]),
    `baseline: ${scalar(baseline)}`,
    `target: ${scalar(target)}`,
    `minimum: ${scalar(minimum)}`,
  ];
  return [
    'primary:',
    `  constraint: ${constraint ?? '…'}`,
    `  since: ${since}`,
    `  because: ${scalar(because ?? undefined)}`,
    ...(owner ? [`  owner: ${scalar(owner)}`] : []),
    `  metric: { ${values.join(', ')} }`,
    '',
  ].join('\n');
}

/** As a fenced block. */
export function renderPrimary(primary: PrimaryToCommit): string {
  return `\`\`\`yaml\n${primaryYaml(primary)}\`\`\``;
}

/** A string in JSON is one in YAML, whatever it holds. */
function scalar(value: string | number | undefined): string {
  return value === undefined ? '…' : JSON.stringify(value);
}
