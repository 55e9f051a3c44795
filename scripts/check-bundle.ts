import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { bundleAction, bundleFile } from './bundle.ts';

/** Fails when action/dist is not, byte for byte, what the sources give. */
const fix = 'Run `npm run build` and commit action/dist.\n';

if (!existsSync(bundleFile)) {
  refuse('action/dist/index.js is missing.');
} else {
  const others = readdirSync(new URL('.', bundleFile)).filter((name) => name !== 'index.js');
  const built = Buffer.from(await bundleAction());
  const kept = readFileSync(bundleFile);
  if (others.length > 0) refuse(`action/dist holds more than the bundle: ${others.join(', ')}.`);
  if (built.equals(kept)) process.stdout.write('action/dist is what the sources give.\n');
  else
    refuse(
      `action/dist/index.js differs from what the sources give (${kept.length} bytes kept, ${built.length} built).`,
    );
}

function refuse(message: string): void {
  process.stderr.write(`${message} ${fix}`);
  process.exitCode = 1;
}
