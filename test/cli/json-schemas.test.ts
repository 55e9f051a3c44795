import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderJsonSchemas } from '../../scripts/json-schemas.ts';

const folder = new URL('../../docs/json/', import.meta.url);

it('keeps one schema for each --json under docs/json (node scripts/write-json-schemas.ts)', () => {
  const schemas = renderJsonSchemas();
  expect(readdirSync(folder).toSorted()).toEqual([...schemas.keys()].toSorted());
  for (const [name, schema] of schemas) expect(readFileSync(new URL(name, folder), 'utf8')).toBe(schema);
});

it('names in docs/cli.md every command and every schema', () => {
  const page = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8');
  for (const name of renderJsonSchemas().keys()) expect(page).toContain(`json/${name}`);
});
