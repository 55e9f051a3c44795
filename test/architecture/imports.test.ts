import { describe, expect, it } from 'vitest';
import {
  findCallOfWriter,
  findCycles,
  findDefaultExport,
  findImpurity,
  findLayer,
  findLength,
  findName,
  findUseOfProcess,
  findWrongImports,
} from './import-rules.ts';
import { readSourceFiles, toSourceFile } from './source-files.ts';

const files = readSourceFiles('src', 'action');

describe('the code as laid out in docs/architecture.md', () => {
  it('is found', () => {
    expect(files.map(({ path }) => path)).toContain('src/core/constraint.ts');
    expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(100);
  });

  it('has no file outside the layers', () => {
    expect(files.flatMap(findLayer)).toEqual([]);
  });

  it('imports only in the direction of its layers', () => {
    expect(files.flatMap(findWrongImports)).toEqual([]);
  });

  it('has no files that import each other, not even round a corner', () => {
    expect(findCycles(files)).toEqual([]);
  });

  it('looks at no clock and rolls no dice in the core', () => {
    expect(files.flatMap(findImpurity)).toEqual([]);
  });

  it('imports only files that exist', () => {
    const paths = new Set(files.map(({ path }) => path));
    const missing = files.flatMap(({ path, imports }) =>
      imports
        .filter(({ target, isOwn }) => isOwn && target.endsWith('.ts') && !paths.has(target))
        .map(({ target }) => `${path} imports ${target}, which does not exist.`),
    );
    expect(missing).toEqual([]);
  });

  it('touches process only where it is told its surroundings', () => {
    expect(files.flatMap(findUseOfProcess)).toEqual([]);
  });

  it('has named exports only', () => {
    expect(files.flatMap(findDefaultExport)).toEqual([]);
  });

  it('has no file over 200 lines', () => {
    expect(files.flatMap(findLength)).toEqual([]);
  });

  it('writes to GitHub in one place', () => {
    expect(files.flatMap(findCallOfWriter)).toEqual([]);
  });

  it('names files for what they hold', () => {
    expect(files.flatMap(findName)).toEqual([]);
  });
});

describe('the rules themselves', () => {
  const refused = [
    ['src/core/rank.ts', "import { z } from 'zod';", 'core imports no package'],
    ['src/core/rank.ts', "import { readFileSync } from 'node:fs';", 'core imports no package'],
    ['src/core/rank.ts', "import type { Policy } from '../config/schema.ts';", 'core imports only core'],
    ['src/render/table.ts', "import { readConfig } from '../config/read-config.ts';", 'render imports only'],
    ['src/tasks/check.ts', "import { createClient } from '../github/client.ts';", 'tasks imports only'],
    ['src/github/read.ts', "import { openInbox } from '../inbox/store.ts';", 'never import each other'],
    ['src/github/read.ts', "import { apply } from '../tasks/apply.ts';", 'only types of tasks'],
    ['src/inbox/worker.ts', "import { type Plan, join } from '../tasks/change.ts';", 'only types of tasks'],
    ['src/tasks/check.ts', "export { startApp } from '../app/compose.ts';", 'nobody imports an entry'],
    ['src/cli/serve.ts', "const app = await import('../app/main.ts');", 'nobody imports an entry'],
    ['action/run.ts', "import {\n  openInbox,\n} from '../src/inbox/store.ts';", 'action imports only'],
    ['src/shared/text.ts', "import { rank } from '../core/rank.ts';", 'no layer'],
    ['src/core/rank.ts', "import '../github/client.ts';", 'core imports only core'],
    ['src/core/rank.ts', 'const part = await import(name);', 'core imports no package'],
    ['src/tasks/check.ts', "import { z } from 'zod';", 'tasks imports no package'],
    ['src/tasks/check.ts', "const fs = await import('node:fs');", 'tasks imports no package'],
    ['src/render/table.ts', "import { parse } from 'yaml';", 'of packages render imports only'],
    ['src/cli/rank.ts', 'const part = await import(name);', 'of packages cli imports only'],
    ['src/app/server.ts', "import { run } from '../cli/run.ts';", 'nobody imports an entry'],
  ] as const;

  it.each(refused)('refuse in %s: %s', (path, text, rule) => {
    expect(findWrongImports(toSourceFile(path, text)).join()).toContain(rule);
  });

  const allowed = [
    ['src/core/calendar.ts', "import { Temporal } from 'temporal-polyfill';"],
    ['src/core/scoring/rank.ts', "import { score } from './score.ts';"],
    ['src/github/write.ts', "import type { Writer } from '../tasks/ports/writer.ts';"],
    ['src/github/write.ts', "import { type Change, type Plan } from '../tasks/change.ts';"],
    ['src/app/compose.ts', "import { openInbox } from '../inbox/store.ts';"],
    ['src/tasks/check.ts', "// import { startApp } from '../app/compose.ts';"],
  ] as const;

  it.each(allowed)('allow in %s: %s', (path, text) => {
    expect(findWrongImports(toSourceFile(path, text))).toEqual([]);
  });

  it('see a file outside the layers although it imports nothing', () => {
    expect(findLayer(toSourceFile('src/shared/text.ts', ''))).toHaveLength(1);
    expect(findLayer(toSourceFile('src/start.ts', ''))).toHaveLength(1);
  });

  it('see files that import each other, types included', () => {
    const ring = [
      toSourceFile('src/core/a.ts', "import { b } from './b.ts';"),
      toSourceFile('src/core/b.ts', "import type { C } from './c.ts';"),
      toSourceFile('src/core/c.ts', "import { a } from './a.ts';"),
    ];
    expect(findCycles(ring)).toEqual(['src/core/a.ts > src/core/b.ts > src/core/c.ts > src/core/a.ts']);
    expect(findCycles(ring.slice(1))).toEqual([]);
  });

  it.each([
    'Date.now()',
    'new Date()',
    'Math.random()',
    'crypto.randomUUID()',
    'performance.now()',
    'fetch(address)',
    'console.log(1)',
    'setTimeout(go, 1)',
    'Temporal.Now.instant()',
    'globalThis.x',
    'import.meta.url',
    "require('fs')",
  ])('see %s in the core, and leave it to others', (code) => {
    expect(findImpurity(toSourceFile('src/core/rank.ts', `const one = ${code};`))).toHaveLength(1);
    expect(findImpurity(toSourceFile('src/app/log.ts', `const one = ${code};`))).toEqual([]);
    expect(findImpurity(toSourceFile('src/core/rank.ts', `// ${code}`))).toEqual([]);
  });

  it('see process in its disguises, and not in words', () => {
    const touches = (text: string) => findUseOfProcess(toSourceFile('src/tasks/sweep.ts', text)).length > 0;
    expect(touches("const token = process.env['TOKEN'];")).toBe(true);
    expect(touches("import { env } from 'node:process';")).toBe(true);
    expect(touches('// The end of the process.')).toBe(false);
    expect(touches('const { processId } = settings;')).toBe(false);
  });

  it('see a writer called beside the one place', () => {
    const calls = (text: string) => findCallOfWriter(toSourceFile('src/tasks/sweep.ts', text)).length > 0;
    expect(calls('await world.write(change);')).toBe(true);
    expect(calls('await world?.write(change);')).toBe(true);
    expect(calls('process.stdout.write(line);')).toBe(false);
    expect(calls('await core.summary.addRaw(text).write();')).toBe(false);
  });

  it('see vague names, long files and default exports', () => {
    expect(findName(toSourceFile('src/core/string-utils.ts', ''))).toHaveLength(1);
    expect(findName(toSourceFile('src/core/readForm.ts', ''))).toHaveLength(1);
    expect(findLength(toSourceFile('src/core/rank.ts', '\n'.repeat(201).concat('x')))).toHaveLength(1);
    expect(findDefaultExport(toSourceFile('src/core/rank.ts', 'export default 1;'))).toHaveLength(1);
  });
});
