import { expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { toProblems } from '../../src/config/shape-problems.ts';
import { tellMistakes } from './tell-problems.ts';

const metric = (baseline: string, target: string, minimum: string) =>
  `primary: { metric: { name: n, baseline: ${baseline}, target: ${target}, minimum: ${minimum} } }`;

const mistakes: Readonly<Record<string, string>> = {
  'A list instead of a map': '- a',
  'A text instead of a map': 'hello',
  'A setting that does not exist, near one that does': 'drift: { mod: warn }',
  'A setting that does not exist, near none': 'notes: []\nprimary: { metric: { unit-of-time: d } }',
  'A constraint that does not exist': 'classify: { quality: { labels: [bug] } }',
  'A label that Chokepoint does not have': 'labels: { ideas: x, "focus: on": y }',
  'A value that does not exist, near one that does': 'primary: { constraint: activaton }',
  'A value that does not exist, near none': 'summary: { day: mon }',
  'A value of the wrong kind where some are offered': 'drift: { mode: 3 }',
  'A list where a value is offered': 'drift: { mode: [warn] }',
  'A map where a value is offered': 'drift: { mode: { warn: yes } }',
  'A number in words': 'drift: { allowance: "10" }',
  'A list for a number': 'drift: { allowance: [10] }',
  'A number for a text': 'labels: { candidate: 12 }',
  'A map for a text': 'primary: { because: { of: this } }',
  'A text for a list': 'drift: { exempt: { labels: security } }',
  'A map for a list': 'drift: { exempt: { labels: { security: yes } } }',
  'A number in a list of texts': 'drift: { exempt: { paths: ["docs/**", 7] } }',
  'A text for true or false': 'drift: { pause: on }',
  'A text for a map': 'drift: warn',
  'A half for a whole number': 'summary: { top: 2.5 }',
  'A number that is none': 'drift: { allowance: .nan }',
  'A number above its range': 'drift: { allowance: 120 }',
  'A number below its range': 'summary: { top: 0 }',
  'A key that is needed and absent': 'primary: { metric: { name: n, baseline: 1, target: 2 } }',
  'A key that is needed and empty': metric('1', '2', ''),
  'An empty text in a list': 'drift: { exempt: { titles: [""] } }',
  'A name that is too long': `labels: { candidate: ${'x'.repeat(51)} }`,
  'A list that is too long': `drift: { exempt: { authors: [${Array.from({ length: 201 }, (_, n) => `a${n}`).join(', ')}] } }`,
  'A text that is shown by its beginning': `summary: { day: ${'long '.repeat(20)} }`,
  'A day that does not exist': 'primary: { since: 2026-02-30 }',
  'A team for an owner': 'primary: { owner: acme/growth }',
  'A login with something before it': 'primary: { owner: "-ana" }',
  'A metric that cannot move': metric('38', '38', '38'),
  'A minimum short of the baseline': metric('38', '55', '37'),
  'A minimum past a falling target': metric('9', '3', '2'),
  'A zone that is nearly one': 'summary: { time-zone: Europe/Berlinn }',
  'A zone that is none': 'summary: { time-zone: "+02:00" }',
  'A label with a comma': 'labels: { "verdict: ready": "go, go" }',
  'A label with space at its end': 'labels: { candidate: "idea " }',
  'Two labels of one name': 'labels: { candidate: First Move }',
  'Two renamed labels of one name': 'labels: { candidate: idea, first move: Idea }',
  'Two values in one field': 'fields: { score: Score, verdict: Score, constraint: Score }',
  'A label under two constraints':
    'classify: { reliability: { labels: [bug] }, operations: { labels: [ux, Bug] } }',
  'A glob under two constraints':
    'classify: { reliability: { paths: [a, infra/**] }, adoption: { paths: [infra/**] } }',
  'Exempt paths that never match': 'drift: { exempt: { paths: [/docs/, ./a, .//b, "/", c] } }',
  'Exempt paths that lead up': 'drift: { exempt: { paths: [./../a, b/../c, ..d/e] } }',
  'A path of a constraint that never matches': 'classify: { operations: { paths: [ok/**, infra/] } }',
  'A parent that is an address': 'extends: https://github.com/acme/.github',
  'A parent of another owner': 'extends: evil/.github',
  'A further repository without its owner': 'summary: { repositories: [acme/b, other] }',
  'A further repository of another owner': 'summary: { repositories: [evil/other] }',
  'A further repository twice': 'summary: { repositories: [acme/b, Acme/B] }',
  'No YAML': 'drift: { mode: warn',
  'A key given twice': 'plan: { milestones: true }\nplan: { milestones: false }',
  'A long key given twice': `${'k'.repeat(70)}: 1\n${'k'.repeat(70)}: 2`,
  'Two documents': 'plan: { milestones: true }\n---\nplan: { milestones: false }',
  'A tag': 'a: !!js/function x',
  'An anchor and an alias': 'drift: &a { mode: warn }\nplan: *a',
  'A tag and an alias of long names': `a: !${'t'.repeat(70)} x\nb: *${'a'.repeat(70)}`,
  'Too many values': '- a\n'.repeat(2_001),
  'Too many bytes': `a: ${'x'.repeat(65_536)}`,
  'Too many levels': `a: ${'['.repeat(21)}${']'.repeat(21)}`,
};

it('says whatever else the schema finds in its own words', () => {
  const issue = { code: 'custom' as const, path: ['drift'], message: 'Invalid input' };
  const at = { file: '.github/chokepoint.yml', line: 1, column: 8 };
  expect(toProblems(issue, { drift: 1 }, () => at)).toEqual([
    { code: 'CONFIG_WRONG_TYPE', message: '`drift`: Invalid input.', fix: 'Correct it.', at },
  ]);
});

it('says of each mistake in a config what was found, what was expected and what to do', async () => {
  const all = Object.entries(mistakes).map(([sentence, text]) => ({ sentence, text }));
  const page = tellMistakes('Mistakes in a config', all, (text) => {
    const reading = readConfig(text, 'acme/app');
    return reading.ok ? [] : reading.problems;
  });
  await expect(page).toMatchFileSnapshot('golden/config-mistakes.md');
});
