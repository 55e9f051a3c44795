import { mkdirSync, writeFileSync } from 'node:fs';
import { renderJsonSchemas } from './json-schemas.ts';

/** Writes docs/json/: run after every change to what a command prints with `--json`. */
const folder = new URL('../docs/json/', import.meta.url);

mkdirSync(folder, { recursive: true });
for (const [name, schema] of renderJsonSchemas()) writeFileSync(new URL(name, folder), schema);
