import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { bundleAction, bundleFolder } from './bundle.ts';

/** Writes action/dist: run after every change of what the Action is made of. */
const files = await bundleAction();
rmSync(bundleFolder, { recursive: true, force: true });
mkdirSync(bundleFolder, { recursive: true });
for (const [name, code] of files) writeFileSync(new URL(name, bundleFolder), code);
const bytes = [...files.values()].reduce((sum, code) => sum + Buffer.byteLength(code), 0);
process.stdout.write(`action/dist: ${files.size} files, ${Math.round(bytes / 1024)} KiB\n`);
