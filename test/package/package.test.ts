import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('../../', import.meta.url));
const body = fileURLToPath(new URL('../forms/as-github-writes-it/body.md', import.meta.url));
const manifestShape = z.looseObject({ dependencies: z.record(z.string(), z.string()) });

let folder: string;
let installed: string;

/**
 * Builds, packs and unpacks the package into an empty folder, beside nothing but the dependencies that it declares.
 * They are links to those of the repository, so that no registry has to be reached.
 */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chokepoint-package-'));
  installed = join(folder, 'node_modules', 'chokepoint');
  execFileSync(process.execPath, ['scripts/build-package.ts'], { cwd: root });
  const packed = execFileSync('npm', ['pack', './build/package', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  mkdirSync(installed, { recursive: true });
  const archive = join(folder, packed.trim().split('\n').at(-1) ?? '');
  execFileSync('tar', ['-xzf', archive, '-C', installed, '--strip-components', '1']);
  for (const name of Object.keys(manifest().dependencies)) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link);
  }
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function manifest() {
  return manifestShape.parse(JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')));
}

function chokepoint(...words: readonly string[]) {
  const program = join(installed, 'lib', 'cli', 'main.js');
  return spawnSync(process.execPath, [program, ...words], { cwd: folder, encoding: 'utf8' });
}

describe('the npm package', () => {
  it('has nothing that publint warns of', async () => {
    const { messages } = await publint({ pkgDir: join(root, 'build', 'package'), strict: true });
    expect(messages).toEqual([]);
  });

  it('holds compiled files only, and nothing that the repository alone needs', () => {
    const files = readdirSync(join(installed, 'lib'), { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => /\.ts$/.test(file))).toEqual([]);
    expect(manifest()).not.toHaveProperty('optionalDependencies');
    expect(manifest()).not.toHaveProperty('devDependencies');
    expect(manifest()).not.toHaveProperty('scripts');
  });

  it('runs in an empty folder with the dependencies it declares and no others', () => {
    const help = chokepoint('--help');
    expect([help.status, help.stdout]).toEqual([0, expect.stringContaining('Usage: chokepoint')]);
    const scored = chokepoint('score', body, '--primary', 'activation', '--json');
    expect(scored.status).toBe(0);
    expect(JSON.parse(scored.stdout)).toMatchObject({ verdict: 'strengthen', score: 3.9 });
  });

  it('starts the App as a program of its own, which says what it lacks', () => {
    const served = chokepoint('serve');
    expect(served.status).toBe(2);
    expect(served.stderr).toContain('SETTING_MISSING: APP_ID is not set.');
  });
});
