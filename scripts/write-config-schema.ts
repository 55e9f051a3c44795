import { readFileSync, writeFileSync } from 'node:fs';
import { renderConfigReference, renderConfigSchema } from './config-schema.ts';

/** Writes what is generated from the schema of the config: run after every change to src/config/schema.ts. */
const schemaFile = new URL('../schema/chokepoint.schema.json', import.meta.url);
const docsFile = new URL('../docs/configuration.md', import.meta.url);

writeFileSync(schemaFile, renderConfigSchema());

const page = readFileSync(docsFile, 'utf8');
const betweenMarks = /(?<=<!-- reference -->\n)[\s\S]*(?=<!-- end of reference -->)/;
writeFileSync(
  docsFile,
  page.replace(betweenMarks, () => `\n${renderConfigReference()}\n`),
);
