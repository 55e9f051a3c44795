import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../action/dist/', import.meta.url);
const files = readdirSync(folder);
const modules = files.filter((name) => name.endsWith('.js'));

describe("the Action's bundle", () => {
  it('stays under 800 KiB', () => {
    const bytes = modules.reduce((sum, name) => sum + statSync(new URL(name, folder)).size, 0);
    expect(bytes).toBeLessThan(800 * 1_024);
  });

  it('carries the licence of every package inside', () => {
    const notice =
      /^\/\*!\n([\s\S]*?)\n \*\//.exec(readFileSync(new URL('index.js', folder), 'utf8'))?.[1] ?? '';
    const packages = notice
      .split('\n')
      .slice(1)
      .map((line) => line.replace(/^ \* /, ''));
    const texts = readFileSync(new URL('licenses.txt', folder), 'utf8').split(`\n${'='.repeat(80)}\n`);
    expect(packages.length).toBeGreaterThan(10);
    expect(texts.map((text) => text.trim().split('\n')[0])).toEqual(packages);
    expect(texts.filter((text) => text.length < 200)).toEqual([]);
  });
});
