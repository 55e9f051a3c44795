import { addDays, dayOf } from '../../src/core/calendar.ts';

export const timeZone = 'Europe/Berlin';

/** The reading of the metric that the summary of the day is told. */
export const metricNow = '43';

/** What the team committed four weeks before `now` (ISO 8601): the plan is in its 29th day. */
export function configText(now: string): string {
  return `${declaration(now)}${rules}`;
}

/** What stood in the file before. */
export function undeclaredConfigText(): string {
  return rules;
}

function declaration(now: string): string {
  return `primary:
  constraint: activation
  since: ${addDays(dayOf(now, timeZone), -28)}
  because: Four of ten sign-ups never connect a data source.
  owner: ana
  metric: { name: Sign-ups that connect a source within 24 h, unit: "%", baseline: 38, target: 55, minimum: 45 }
`;
}

const rules = `duties: { issues: app, pull-requests: action, milestones: action, summary: action }
drift:
  mode: warn
  exempt: { labels: [security, dependencies], authors: ["dependabot[bot]"], paths: ["docs/**"], titles: ["Revert *"] }
classify:
  activation: { labels: [onboarding] }
  adoption: { labels: [growth] }
  reliability: { labels: [bug, performance], paths: ["infra/**"] }
  operations: { labels: [back-office] }
  throughput: { labels: [tooling] }
summary: { day: monday, time-zone: ${timeZone}, top: 10 }
`;
