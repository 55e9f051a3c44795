import { describe, expect, it } from 'vitest';
import { toPlainText } from '../../../src/core/drift/phrase.ts';
import { anIssue, aPolicy, aPullRequest, linkedTo, reportOn } from './builders.ts';

describe('a pull request of which nothing says its constraint', () => {
  it.each([
    [
      'one issue that is not found',
      { unreadable: [3] },
      'Nothing says yet which constraint this serves; #3 was not found or not readable.',
    ],
    [
      'two that are not found',
      { unreadable: [3, 4] },
      'Nothing says yet which constraint this serves; #3 and #4 were not found or not readable.',
    ],
    [
      'one issue of another repository',
      { otherRepositories: ['acme/api#5'] },
      'Nothing in this repository says yet which constraint this serves; acme/api#5 is not counted, being in another one.',
    ],
    [
      'two of another repository',
      { otherRepositories: ['acme/api#5', 'acme/api#6'] },
      'Nothing in this repository says yet which constraint this serves; acme/api#5 and acme/api#6 are not counted, being in another one.',
    ],
  ])('names %s', (_case, missing, sentence) => {
    const { findings } = reportOn(aPullRequest({ links: { ...linkedTo(), ...missing } }), aPolicy());
    expect(findings.map(({ text }) => toPlainText(text))).toEqual([sentence]);
  });

  it.each([
    [1, '#1 carries'],
    [2, '#1 and #2 carry'],
    [5, '#1, #2, #3, #4 and 1 more carry'],
  ])('names the %d issues it is linked to, and asks for no further link', (count, named) => {
    const issues = Array.from({ length: count }, (_, index) => anIssue(index + 1, null));
    const { findings, remedies } = reportOn(aPullRequest({ links: linkedTo(...issues) }), aPolicy());
    expect(findings.map(({ text }) => toPlainText(text))).toEqual([
      `Nothing says yet which constraint this serves: ${named} no label of a constraint, or more than one.`,
    ]);
    expect(remedies.map(({ line }) => line)).toEqual(['/constraint activation', '/accept because …']);
  });
});
