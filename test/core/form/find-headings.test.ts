import { describe, expect, test } from 'vitest';
import { findHeadings } from '../../../src/core/form/find-headings.ts';
import { prepareTemplate } from '../../../src/core/form/template.ts';
import { question } from './question.ts';

const longLabel = 'How would you notice '.repeat(10).trim();
const accented = 'ṩ'.repeat(60);
const blank = ' '.repeat(5_000);
const template = prepareTemplate(
  {
    fields: [
      question('Team'),
      question('Which team ##'),
      question('##'),
      question('Team'),
      question(longLabel),
      question(accented),
    ],
  },
  {},
);

describe('a heading of the template', () => {
  test.each([
    ['### Team', { field: 0, start: 0, mark: 0, below: 8 }],
    ['### Team\nx', { field: 0, start: 0, mark: 0, below: 9 }],
    ['### Team\rx', { field: 0, start: 0, mark: 0, below: 9 }],
    ['### Team\r\nx', { field: 0, start: 0, mark: 0, below: 10 }],
    ['x\n### Team', { field: 0, start: 2, mark: 2, below: 10 }],
    ['x\r### Team', { field: 0, start: 2, mark: 2, below: 10 }],
    ['x ### y ### z\n### Team', { field: 0, start: 14, mark: 14, below: 22 }],
    ['x\n > \t### Team', { field: 0, start: 2, mark: 6, below: 14 }],
    ['###\u00a0\tTeam \u200b', { field: 0, start: 0, mark: 0, below: 11 }],
    ['### Team ## #', { field: 0, start: 0, mark: 0, below: 13 }],
    ['### Ｔｅａｍ', { field: 0, start: 0, mark: 0, below: 8 }],
    ['### Te\u200bam', { field: 0, start: 0, mark: 0, below: 9 }],
    ['### Which  team', { field: 1, start: 0, mark: 0, below: 15 }],
    [`###${blank}Team${blank}`, { field: 0, start: 0, mark: 0, below: 10_007 }],
    [`### ${accented.normalize('NFD')}`, { field: 5, start: 0, mark: 0, below: 184 }],
    [`### ${longLabel}`, { field: 4, start: 0, mark: 0, below: 4 + longLabel.length }],
  ])('stands in %j', (body, heading) => {
    expect(findHeadings(body, template)).toEqual([heading]);
  });

  test.each([longLabel, accented])('is found by a label of any length: %s', (label) => {
    expect(findHeadings(`### ${label}`, prepareTemplate({ fields: [question(label)] }, {}))).toHaveLength(1);
  });

  test.each([
    '',
    'Team',
    '## Team',
    '###Team',
    '#### Team',
    '###',
    '### ',
    '### ##',
    '### Teams',
    '### Team team',
    '### The Team',
    '### team',
    'x ### Team',
    '- ### Team',
    '### x ### Team',
    '### Tеam',
    '###\nTeam',
  ])('does not stand in %j', (body) => {
    expect(findHeadings(body, template)).toEqual([]);
  });
});
