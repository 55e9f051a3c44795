import { readReferences } from '../../../src/core/closing-keywords.ts';
import { textOf } from '../hostile-text.ts';
import { type Finding, fuzzed, holdsOnlyData } from '../reader.ts';

const own = [
  'Closes #12',
  'closes: #3, #4',
  'does not close #5',
  'FIXED acme/app#6',
  'Resolves https://github.com/acme/app/issues/7',
  'resolves https://evil.example/acme/app/issues/8',
  'Part of #9',
  'Refs GH-10',
  'Enables #11',
  'fixes #0',
  'fixes #99999999999',
  'closes',
  '#13',
  'acme/',
];

/** Descriptions: every issue named is written there, with a number that an issue can have. */
export const references = fuzzed(
  'references',
  textOf(own, ['', ' ', '\n', ', ', '\t', '\r\n']),
  (text): Finding => {
    const found = readReferences(text, 'acme/app');
    if (!holdsOnlyData(found)) return { violation: 'left a mark on the prototype' };
    const all = [...found.closing, ...found.mentions, ...found.enables];
    const stray = all.find(({ repository, number }) => {
      return !Number.isSafeInteger(number) || number < 1 || !isWritten(text, repository, number);
    });
    if (stray !== undefined) return { violation: `found ${stray.repository}#${stray.number}` };
    return { outcome: all.length === 0 ? 'nothing' : 'references' };
  },
);

function isWritten(text: string, repository: string, number: number): boolean {
  return text.includes(String(number)) && (repository === 'acme/app' || text.includes(repository));
}
