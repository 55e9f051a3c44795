import fc from 'fast-check';
import { readConfig } from '../../../src/config/read-config.ts';
import { damaged, textOf } from '../hostile-text.ts';
import { effectOf } from '../inert-problems.ts';
import { type Finding, fuzzed, holdsOnlyData } from '../reader.ts';

const good = `primary:
  constraint: activation
  since: 2026-11-02
  because: Four of ten sign-ups never connect a data source.
  owner: ana
  metric: { name: Sign-ups, unit: "%", baseline: 38, target: 55, minimum: 45 }
duties: { issues: app, pull-requests: action }
drift: { mode: warn, exempt: { paths: ["docs/**"], titles: ["Revert *"] } }
classify: { reliability: { labels: [bug], paths: ["infra/**"] } }
summary: { day: monday, time-zone: Europe/Berlin, top: 10 }
extends: acme/.github
`;

const own = [
  'primary:',
  '  constraint: activation',
  '  since: 2026-02-30',
  '  metric: { baseline: 1, target: 1 }',
  'drift: { mode: ',
  'warn }',
  'classify:',
  '  throughput: { paths: [',
  '"src/**"] }',
  'labels: { candidate: ',
  'extends: ',
  'summary: { time-zone: ',
  '&a [*a, *a]',
  '!!js/function "x"',
  '? ',
  ': ',
  '- ',
  '{',
  '}',
  '"',
  '%YAML 1.1',
  '---',
];

/** Configs broken in every way: a policy or Problems, each on a line of the file, and nothing of them takes effect. */
export const config = fuzzed(
  'config',
  fc.oneof(damaged(good), textOf(own, ['', ' ', '\n', '\n', '\n  ', '\t'], 20)),
  (text): Finding => {
    const reading = readConfig(text, 'acme/app');
    if (!holdsOnlyData(reading)) return { violation: 'left a mark on the prototype' };
    if (reading.ok) return { outcome: 'policy' };
    const { problems } = reading;
    if (problems.length === 0) return { violation: 'refused without a Problem' };
    const lines = text.split('\n').length;
    const stray = problems.find(({ at }) => at === undefined || at.line < 1 || at.line > lines + 1);
    if (stray !== undefined)
      return { violation: `${stray.code} stands on line ${stray.at?.line} of ${lines}` };
    const effect = effectOf(problems);
    return effect === null ? { outcome: 'problems' } : { violation: effect };
  },
);
