import { describe, expect, it } from 'vitest';
import { toAnnotation } from '../../action/report.ts';
import { annotationText, problemLines, problemSentences } from '../../src/render/problem-as-text.ts';
import { unassignedInWords } from '../../src/render/unassigned-in-words.ts';

const bare = { code: 'CONFIG_SYNTAX', message: 'It is no YAML.', fix: 'Mend it.' };
const whole = { ...bare, found: 'a tab', expected: 'blanks' };

describe('a Problem as plain text', () => {
  it.each([
    [bare, 'It is no YAML. Mend it.'],
    [whole, 'It is no YAML. Found: a tab. Expected: blanks. Mend it.'],
    [{ ...bare, found: 'a tab' }, 'It is no YAML. Found: a tab. Mend it.'],
    [{ ...bare, expected: 'blanks' }, 'It is no YAML. Expected: blanks. Mend it.'],
  ])('is its sentences one after the other: %#', (problem, text) => {
    expect(problemSentences(problem)).toBe(text);
  });

  it.each([
    [bare, ['CONFIG_SYNTAX: It is no YAML.', '  fix: Mend it.']],
    [whole, ['CONFIG_SYNTAX: It is no YAML.', '  found: a tab', '  expected: blanks', '  fix: Mend it.']],
    [
      { ...bare, at: { file: 'a.yml', line: 3, column: 7 } },
      ['a.yml:3:7 CONFIG_SYNTAX: It is no YAML.', '  fix: Mend it.'],
    ],
  ])('is a line for each part at a terminal: %#', (problem, lines) => {
    expect(problemLines(problem)).toBe(lines.join('\n'));
  });

  it('commands no terminal, whatever it holds', () => {
    const foreign = 'a\u001b[2Jb\nc\u202e';
    const at = { file: foreign, line: 1, column: 1 };
    const text = problemLines({
      code: 'CONFIG_SYNTAX',
      message: foreign,
      found: foreign,
      expected: foreign,
      fix: foreign,
      at,
    });
    expect(text.split('\n')).toHaveLength(4);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});

describe('a Problem beside a line', () => {
  const foreign = { ...whole, found: 'a\u001b[2Jb\nc\u202e' };

  it('is all its sentences on one line, and commands nothing', () => {
    expect(annotationText(foreign)).toBe('It is no YAML. Found: a [2Jb c. Expected: blanks. Mend it.');
  });

  it('T31: is cut where anybody sees it, long before the 64 KB that GitHub takes', () => {
    const message = '\u{1f4a3}'.repeat(60_000);
    const { message: told } = toAnnotation({ ...whole, message });
    expect(Buffer.byteLength(told)).toBeLessThan(65_536);
    expect(told.endsWith('💣…')).toBe(true);
  });
});

it('tells whom GitHub does not take for an assignee, inert, and what to do', () => {
  expect(unassignedInWords(['anna-left'])).toBe(
    'GitHub does not let **anna-left** be assigned here, so nobody is: whom it takes has access to this repository. Correct `primary.owner` in `.github/chokepoint.yml`, or give them access. <sub>OWNER_NOT_ASSIGNABLE</sub>',
  );
  expect(unassignedInWords(['a*b', 'c'])).toContain('**a\\*b** and **c**');
});
