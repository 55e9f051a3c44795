import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** `npm run package`: the npm package in build/package, compiled, for Node refuses to strip types below node_modules. */
const root = new URL('../', import.meta.url);
const folder = new URL('../build/package/', import.meta.url);

const manifest = z
  .object({
    name: z.string(),
    version: z.string(),
    description: z.string(),
    keywords: z.array(z.string()),
    license: z.string(),
    repository: z.object({ type: z.literal('git'), url: z.string() }).optional(),
    type: z.literal('module'),
    engines: z.object({ node: z.string() }),
    dependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readFileSync(new URL('package.json', root), 'utf8')));

/** Without what only the repository needs; Node itself is brought by whoever installs the package. */
const published = {
  ...manifest,
  bin: { chokepoint: 'lib/cli/main.js' },
  exports: {
    './package.json': './package.json',
    './schema/chokepoint.schema.json': './schema/chokepoint.schema.json',
  },
  files: ['lib', 'docs', 'schema', 'app.yml'],
};

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const compiler = fileURLToPath(new URL('node_modules/typescript/bin/tsc', root));
execFileSync(process.execPath, [compiler, '-p', 'tsconfig.package.json'], { cwd: root, stdio: 'inherit' });
chmodSync(new URL('lib/cli/main.js', folder), 0o755);
for (const name of ['README.md', 'CHANGELOG.md', 'LICENSE', 'SECURITY.md', 'app.yml', 'docs', 'schema']) {
  cpSync(new URL(name, root), new URL(name, folder), { recursive: true });
}
writeFileSync(new URL('package.json', folder), `${JSON.stringify(published, null, 2)}\n`);
process.stdout.write(`build/package: chokepoint ${manifest.version}\n`);
