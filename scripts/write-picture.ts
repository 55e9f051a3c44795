/** `npm run picture`: photographs the demo's page for the README, by day and by night. */
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startBrowser } from '../test/support/open-page.ts';
import { findProgram } from '../test/support/programs.ts';
import { startDemo } from '../test/support/start-demo.ts';

/** CSS pixels, and how many of the picture stand for one. */
const viewport = { width: 1_160, height: 880 };
const mostBytes = 300_000;

const file = findProgram('chromium');
if (file === null)
  throw new Error('The picture needs Chromium, which is not here (Debian package chromium).');
const [demo, browser] = await Promise.all([startDemo(), startBrowser(file)]);
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    const path = fileURLToPath(new URL(`../docs/images/demo-${colorScheme}.png`, import.meta.url));
    const page = await browser.newPage({ viewport, colorScheme, deviceScaleFactor: 1.5 });
    await page.goto(demo.address);
    await page.screenshot({ path });
    const { size } = await stat(path);
    if (size > mostBytes) throw new Error(`${path} has ${size} bytes: ${mostBytes} at most.`);
    process.stdout.write(`${path}: ${size} bytes\n`);
  }
} finally {
  await browser.close();
  await demo.stop();
}
