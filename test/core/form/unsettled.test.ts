import { describe, expect, test } from 'vitest';
import { hasLink } from '../../../src/core/form/has-link.ts';
import { readForm } from '../../../src/core/form/read-form.ts';
import { type FormField, prepareTemplate } from '../../../src/core/form/template.ts';
import { question } from './question.ts';

const links = question('Links');
const why = question('Why');
const choice = (label: string): FormField => ({
  ...question(label),
  type: 'dropdown',
  options: ['S', 'M'],
});
const owner: FormField = { ...question('Owner'), type: 'input' };
const counting = (answer: string) => (['S', 'M'].includes(answer) ? answer : null);

function ambiguousIn(fields: readonly FormField[], body: string): readonly string[] {
  const whatCounts = { Links: hasLink, Owner: hasLink, Size: counting, Team: counting };
  return readForm(body, prepareTemplate({ fields }, whatCounts)).ambiguous;
}

describe('what counts is unsettled', () => {
  test('where the link stands only in the longer of two answers, far from the shorter', () => {
    const body =
      '> ### Links\n\nx\n\n### Why\n\nhttps://a.example\n\n### Why\n\nw\n\n### Links\n\ny\n\n> ### Why\n\nz';
    expect(ambiguousIn([links, why], body)).toEqual(['Links']);
    expect(ambiguousIn([links, why], body.replace('https://a.example', 'no address'))).toEqual([]);
  });

  test('where the link stands only in the longest of the answers that one line is too short for', () => {
    const ways = ['not\nso\n\n### Why\n\na', 'M\n\n### Why\n\nSee #12', 'S\n\n### Why\n\nb'];
    const body = `### Owner\n\nAna\n\n### Size\n\n${ways.join('\n\n### Size\n\n')}`;
    const fields = [owner, choice('Size'), why];
    expect(ambiguousIn(fields, body)).toEqual(['Owner', 'Size']);
    expect(ambiguousIn(fields, body.replace('#12', 'there'))).toEqual(['Size']);
  });

  test('where one way of two refuses the choice that the other takes', () => {
    const body = '### Size\n\nS\n\n### Team\n\nnot\nso\n\n### Size\n\nneither\nso\n\n### Team\n\nM';
    expect(ambiguousIn([choice('Size'), choice('Team')], body)).toEqual(['Size', 'Team']);
  });
});

test('an answer that no option allows is no choice, however its text differs', () => {
  const body = '### Size\n\nnot\nso\n\n### Size\n\nneither\nso';
  const fields = [choice('Size')];
  const template = prepareTemplate({ fields }, { Size: (answer) => answer });
  expect(readForm(body, template).ambiguous).toEqual([]);
});
