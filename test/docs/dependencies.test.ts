import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const names = z.record(z.string(), z.string()).default({});
const manifest = z
  .object({
    scripts: names,
    dependencies: names,
    devDependencies: names,
    optionalDependencies: names,
  })
  .parse(JSON.parse(read('package.json')));

test('the page of dependencies names every package of package.json and no other', () => {
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  const installed = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(firstCells('docs/dependencies.md').sort()).toEqual(installed.sort());
});

test('CONTRIBUTING.md names every script of package.json', () => {
  const page = read('CONTRIBUTING.md');
  const unnamed = Object.keys(manifest.scripts).filter(
    (script) => !new RegExp(`npm (run )?${script}(?![\\w:-])`).test(page),
  );
  expect(unnamed).toEqual([]);
});

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

/** What stands in backticks in the first cell of each row: the reasons beside it may name other packages. */
function firstCells(path: string): string[] {
  const cells = read(path).match(/^\|[^|]*\|/gm) ?? [];
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''));
}
