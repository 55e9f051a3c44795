import type { Primary } from '../core/policy.ts';

export interface ConfigToRender {
  /** `null` while the team still diagnoses. */
  readonly primary: Primary | null;
  /** Who labels and answers issues. */
  readonly issues: 'app' | 'action';
  /** An IANA zone. */
  readonly timeZone: string;
}

const schema = 'https://unpkg.com/chokepoint/schema/chokepoint.schema.json';

/** A first config as text, with comments that teach; `readConfig` reads it without a Problem. */
export function renderConfig({ primary, issues, timeZone }: ConfigToRender): string {
  return [
    `# yaml-language-server: $schema=${schema}`,
    '# The one constraint this team works on, and how it is kept. Read from the default branch.',
    ...(primary === null ? undeclared : renderPrimary(primary)),
    '',
    '# Each duty has exactly one writer: app, action or none.',
    `duties: { issues: ${issues}, pull-requests: action, milestones: action, summary: action }`,
    '',
    'drift:',
    '  mode: observe # first look; then warn, which comments; then enforce, which fails the check',
    '',
    '# Work that was never filed as a candidate: what its labels and folders say.',
    '# classify:',
    '#   reliability: { labels: [bug, performance], paths: ["infra/**"] }',
    '',
    `summary: { day: monday, time-zone: ${quote(timeZone)} }`,
    '',
  ].join('\n');
}

/** What stands in a new config instead of `primary:`; it goes once one is declared. */
export const undeclared = [
  '# Not declared yet. File a diagnosis, or write it as soon as you know:',
  '# primary:',
  '#   constraint: activation # or adoption, reliability, operations, throughput',
  '#   since: 2026-11-02 # day 1 of the ninety',
  '#   because: Four of ten sign-ups never connect a data source.',
  '#   owner: ana',
  '#   metric: { name: Sign-ups that connect a source, unit: "%", baseline: 38, target: 55, minimum: 45 }',
];

function renderPrimary({ constraint, since, because, owner, metric }: Primary): readonly string[] {
  return [
    'primary:',
    `  constraint: ${constraint}`,
    ...(since === null ? [] : [`  since: ${since} # day 1 of the ninety`]),
    ...(because === null ? [] : [`  because: ${quote(because)}`]),
    ...(owner === null ? [] : [`  owner: ${quote(owner)} # is assigned the summary and asked for decisions`]),
    ...(metric === null
      ? ['  # metric: { name: …, unit: "%", baseline: 38, target: 55, minimum: 45 }']
      : [
          `  metric: { name: ${quote(metric.name)}, unit: ${quote(metric.unit)}, baseline: ${metric.baseline}, target: ${metric.target}, minimum: ${metric.minimum} }`,
        ]),
  ];
}

/** JSON's strings are YAML's too: nothing a person types can end one. */
function quote(text: string): string {
  return JSON.stringify(text.toWellFormed());
}
