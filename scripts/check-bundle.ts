import { readdirSync, readFileSync } from 'node:fs';
import { bundleAction, bundleFolder } from './bundle.ts';

/** Fails when action/dist is not, byte for byte, what the sources give. */
const built = await bundleAction();
const kept = new Set(readdirSync(bundleFolder));
const faults = [
  ...[...built].flatMap(([name, code]) => {
    if (!kept.has(name)) return [`${name} is missing`];
    return readFileSync(new URL(name, bundleFolder)).equals(Buffer.from(code)) ? [] : [`${name} differs`];
  }),
  ...[...kept].filter((name) => !built.has(name)).map((name) => `${name} is left over`),
];
if (faults.length === 0) {
  process.stdout.write('action/dist is what the sources give.\n');
} else {
  process.stderr.write(
    `action/dist is not what the sources give: ${faults.join(', ')}. Run \`npm run build\` and commit action/dist.\n`,
  );
  process.exitCode = 1;
}
