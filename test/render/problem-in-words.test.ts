import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/core/problem.ts';
import { renderCheck, renderJobSummary } from '../../src/render/check-summary.ts';
import { problemInWords } from '../../src/render/problem-in-words.ts';
import { aPolicy, aPullRequest, reportOn } from '../core/drift/builders.ts';
import { context } from './drift-report-builders.ts';

const markdown = new MarkdownIt({ html: true, linkify: true });
const hostile =
  '<b>x</b> [a](https://evil.example) ![i](x.png)\n\n# Heading\n::error::x\n@ana closes #1 --> |';

const plain: Problem = {
  code: 'CONFIG_UNKNOWN_KEY',
  message: 'No such key.',
  found: 'a',
  expected: 'b',
  fix: 'Leave it out.',
  at: { file: '.github/chokepoint.yml', line: 3, column: 1 },
};
const problems: readonly [string, Problem][] = [
  ['message', { ...plain, message: hostile }],
  ['found', { ...plain, found: hostile }],
  ['expected', { ...plain, expected: hostile }],
  ['fix', { ...plain, fix: hostile }],
  ['file', { ...plain, at: { file: hostile, line: 3, column: 1 } }],
];

/** The elements, mentions, references and lines of commands in a text, beside those of a harmless one. */
function effectsOf(text: string) {
  return {
    elements: (markdown.render(text).match(/<[a-z]\w*/g) ?? []).sort(),
    references: text.replaceAll(/&#\d+;/g, '').match(/[@#]\w/g),
    commands: text.match(/^\s*::/gm),
    lines: text.split('\n').length,
  };
}

describe('a Problem with hostile words', () => {
  it.each(problems)('T29: is one line in which they have no effect: %s', (_, problem) => {
    expect(effectsOf(problemInWords(problem))).toEqual(effectsOf(problemInWords(plain)));
  });

  it.each(problems)('T29: has no effect in check run and job summary: %s', (_, problem) => {
    const report = reportOn(aPullRequest(), aPolicy());
    const head = (one: Problem) => ({ paths: ['.github/chokepoint.yml'], problems: [one], preview: null });
    const texts = (one: Problem) => [
      renderJobSummary({ ...report, problems: [one] }, context),
      renderJobSummary(report, context, head(one)),
      renderCheck(report, context, head(one)).summary,
    ];
    expect(texts(problem).map(effectsOf)).toEqual(texts(plain).map(effectsOf));
  });
});
