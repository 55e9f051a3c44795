import { constants, copyFileSync, existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { run } from 'probot';

/**
 * `chokepoint serve --setup`: Probot's setup page registers the App on GitHub from app.yml of the working directory and
 * writes its number, key and secret to .env there (docs/running-the-app.md). A page on this machine alone; no relay for
 * webhooks is set up. Where an App is known already, nothing is started: `.env` would be written over.
 */
if (existsSync('.env')) process.loadEnvFile('.env');
if (process.env['APP_ID']) {
  process.stderr.write(
    [
      'SETTING_PRESENT: An App is set up here already.',
      `  found: APP_ID ${process.env['APP_ID']}`,
      '  expected: a folder without one',
      '  fix: Start it with `chokepoint serve`, or move .env away to register another one.\n',
    ].join('\n'),
  );
  process.exitCode = 2;
} else {
  if (!existsSync('app.yml')) {
    const manifest = fileURLToPath(new URL('../../../app.yml', import.meta.url));
    copyFileSync(manifest, 'app.yml', constants.COPYFILE_EXCL);
    process.stderr.write('Wrote app.yml: replace its two addresses by your own, then open the page.\n');
  }
  process.env['NO_SMEE_SETUP'] = 'true';
  await run(() => undefined);
}
