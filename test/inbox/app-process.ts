import process from 'node:process';
import { CannotStart } from '../../src/app/cannot-start.ts';
import { startApp } from '../../src/app/compose.ts';
import { collectLog, settingsOf } from '../app/support.ts';

/** The App on the folder given, whose jobs never end; says its address, or why it does not start. */
const [, , folder = ''] = process.argv;
const settings = settingsOf({ store: { kind: 'folder', folder }, processId: process.pid });

try {
  const app = await startApp(settings, () => new Promise(() => {}), collectLog().log);
  process.stdout.write(`${app.address}\n`);
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  process.stdout.write(`${JSON.stringify(error.problems)}\n`);
  process.exitCode = 2;
}
