import { mkdirSync, writeFileSync } from 'node:fs';
import { bundleAction, bundleFile } from './bundle.ts';

/** Writes action/dist/index.js: run after every change of what the Action is made of. */
const code = await bundleAction();
mkdirSync(new URL('.', bundleFile), { recursive: true });
writeFileSync(bundleFile, code);
process.stdout.write(`action/dist/index.js: ${Math.round(Buffer.byteLength(code) / 1024)} KiB\n`);
