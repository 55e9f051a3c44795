import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layerNames } from './import-rules.ts';
import { readText } from './source-files.ts';

const root = new URL('../../', import.meta.url);
const page = readText('docs/architecture.md');
const drawn = readTree(/```\n([\s\S]*?)```/.exec(page)?.[1] ?? '');

/** Each line of the tree names one folder or several, three columns further in for each level. */
function readTree(tree: string): readonly string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, branches = '', names = ''] = /^((?:[│├└ ][─ ] ?)*)((?:[\w-]+\/ ?)+)/.exec(line) ?? [];
    const level = branches.length / 3;
    const folders = names
      .trim()
      .split(' ')
      .filter(Boolean)
      .map((name) => above.slice(0, level).join('') + name);
    above[level] = names.trim();
    return folders;
  });
}

/** The folders below this one, of every level. */
function foldersIn(folder: string): readonly string[] {
  return readdirSync(new URL(folder, root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => `${folder}${name}/`)
    .flatMap((one) => [one, ...foldersIn(one)]);
}

const below = (folder: string) => drawn.filter((one) => one.startsWith(folder) && one !== folder).sort();

describe('docs/architecture.md', () => {
  it('draws every folder of the sources, and no other', () => {
    expect(below('src/')).toEqual([...foldersIn('src/')].sort());
  });

  it('draws every folder of tests that mirrors none of the sources', () => {
    const own = foldersIn('test/').filter((folder) => /^test\/[\w-]+\/$/.test(folder));
    expect(below('test/')).toEqual(
      own.filter((folder) => !existsSync(new URL(folder.replace('test', 'src'), root))).sort(),
    );
  });

  it('draws no folder that is not there', () => {
    expect(drawn.filter((folder) => !existsSync(new URL(folder, root)))).toEqual([]);
    expect(drawn).toEqual(
      expect.arrayContaining(['action/', 'bench/', 'demo/', 'scripts/', 'docs/', 'schema/']),
    );
  });

  it('has a row in the table of imports for every layer', () => {
    const cells = [...page.matchAll(/^\| ([^|]*) \|/gm)].map(([, cell = '']) => cell).join(' ');
    expect(layerNames.filter((name) => !cells.includes(`\`${name}\``))).toEqual([]);
  });

  it('names only files that exist', () => {
    const named = [...page.matchAll(/`((?:[\w-]+\/)*[\w-]+\.ts)`/g)].map(([, file = '']) => file);
    const everywhere = [...foldersIn('src/'), 'action/'];
    const isThere = (file: string) =>
      ['', 'src/', ...everywhere].some((folder) => existsSync(new URL(folder + file, root)));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((file) => !isThere(file))).toEqual([]);
  });
});
