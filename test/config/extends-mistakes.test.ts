import { describe, expect, it } from 'vitest';
import { type ConfigFile, readConfigChain } from '../../src/config/read-config-chain.ts';

async function problemsOf(text: string, files: Readonly<Record<string, string>>) {
  const readConfigFile = async (repository: string): Promise<ConfigFile> => {
    const found = files[repository];
    if (repository === 'acme/secret') return { kind: 'unreadable' };
    return found === undefined ? { kind: 'absent' } : { kind: 'file', text: found };
  };
  const result = await readConfigChain(text, 'acme/app', readConfigFile);
  return result.ok ? [] : result.problems;
}

const at = (line: number, column: number, file = '.github/chokepoint.yml') => ({ file, line, column });

describe('a config that extends what it cannot', () => {
  it.each([
    [
      'itself, by way of another',
      'extends: acme/a',
      { 'acme/a': 'extends: acme/app' },
      {
        code: 'CONFIG_EXTENDS_CYCLE',
        message: 'A config cannot extend itself, not by way of others either.',
        found: 'acme/app → acme/a → acme/app',
        expected: 'a chain that ends',
        fix: 'Remove `extends` here.',
        at: at(1, 10, 'acme/a:.github/chokepoint.yml'),
      },
    ],
    [
      'more than two others',
      'extends: acme/a',
      { 'acme/a': 'extends: acme/b', 'acme/b': 'extends: acme/c' },
      {
        code: 'CONFIG_EXTENDS_TOO_DEEP',
        message: 'Too many configs stand on top of each other.',
        found: 'acme/app → acme/a → acme/b → acme/c',
        expected: "at most 2 configs above the repository's own",
        fix: 'Remove `extends` here and write out what was meant to be inherited.',
        at: at(1, 10, 'acme/b:.github/chokepoint.yml'),
      },
    ],
    [
      'a repository without a config',
      'extends: acme/none',
      {},
      {
        code: 'CONFIG_EXTENDS_ABSENT',
        message: 'acme/none has no `.github/chokepoint.yml` on its default branch.',
        found: 'acme/none',
        expected: 'a repository whose config can be read',
        fix: 'Give read access to the contents of acme/none, correct the name, or remove `extends`.',
        at: at(1, 10),
      },
    ],
    [
      'a repository that is not shown',
      'extends: acme/secret',
      {},
      {
        code: 'CONFIG_EXTENDS_UNREADABLE',
        message: '`.github/chokepoint.yml` of acme/secret was not found or is not readable.',
        found: 'acme/secret',
        expected: 'a repository whose config can be read',
        fix: 'Give read access to the contents of acme/secret, correct the name, or remove `extends`.',
        at: at(1, 10),
      },
    ],
  ])('is told of %s', async (_, text, files, problem) => {
    expect(await problemsOf(text, files)).toEqual([problem]);
  });
});

describe('a fault of the whole', () => {
  const parent = 'summary:\n  time-zone: Nowhere\n';

  it.each([
    ['its own file where both say it', 'extends: acme/a\nsummary: { time-zone: Elsewhere }\n', at(2, 23)],
    ['the parent where it leaves it empty', 'extends: acme/a\nsummary: { time-zone: }\n', null],
    ['the parent where it does not say it', 'extends: acme/a\nsummary: { top: 3 }\n', null],
  ])('is told in %s', async (_, text, own) => {
    expect(await problemsOf(text, { 'acme/a': parent })).toMatchObject([
      { code: 'CONFIG_UNKNOWN_TIME_ZONE', at: own ?? at(2, 14, 'acme/a:.github/chokepoint.yml') },
    ]);
  });
});
