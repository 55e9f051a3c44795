import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../src/app/env.ts';
import { settingsOf } from './support.ts';

const { privateKey } = settingsOf();
const least = { APP_ID: '4711', PRIVATE_KEY: privateKey, WEBHOOK_SECRET: 'canary-webhook-secret' };

function problemsOf(environment: Record<string, string | undefined>) {
  const reading = readSettings(environment);
  return reading.ok ? [] : reading.problems;
}

describe('the settings', () => {
  it('have defaults for all but the App, its key and its secret', () => {
    expect(readSettings(least)).toMatchObject({
      ok: true,
      value: {
        appId: 4711,
        apiUrl: 'https://api.github.com',
        store: { kind: 'folder', folder: 'chokepoint-data' },
        host: '127.0.0.1',
        port: 3000,
        logLevel: 'info',
        writeIntervalMilliseconds: 1000,
        previousWebhookSecret: null,
      },
    });
  });

  it('T18: refuse to do without a webhook secret', () => {
    for (const WEBHOOK_SECRET of [undefined, '', '  ']) {
      expect(problemsOf({ ...least, WEBHOOK_SECRET })).toMatchObject([{ code: 'SETTING_MISSING' }]);
    }
  });

  it('T18: refuse the secret that everybody knows, current or previous', () => {
    expect(problemsOf({ ...least, WEBHOOK_SECRET: 'development' })).toMatchObject([
      { code: 'SETTING_UNSAFE' },
    ]);
    expect(problemsOf({ ...least, WEBHOOK_SECRET_PREVIOUS: 'development' })).toMatchObject([
      { code: 'SETTING_UNSAFE' },
    ]);
  });

  it('tell every Problem at once, each with a fix', () => {
    const problems = problemsOf({
      PORT: 'many',
      LOG_LEVEL: 'loud',
      GITHUB_API_URL: 'ftp://github',
      APP_ID: '-1',
    });
    expect(problems.map(({ message }) => message)).toEqual([
      'APP_ID cannot be used.',
      'WEBHOOK_SECRET is not set.',
      'GITHUB_API_URL cannot be used.',
      'PORT cannot be used.',
      'LOG_LEVEL cannot be used.',
      'Neither PRIVATE_KEY nor PRIVATE_KEY_PATH is set.',
    ]);
    for (const { fix } of problems) expect(fix).toMatch(/\.$/);
  });

  it('T30: never repeat a secret in a Problem', () => {
    const problems = problemsOf({
      PRIVATE_KEY: 'canary-key',
      DATABASE_URL: 'mysql://chokepoint:canary-password@localhost/inbox',
      WEBHOOK_SECRET: 'development',
    });
    expect(problems).toHaveLength(4);
    expect(JSON.stringify(problems)).not.toContain('canary');
  });

  it('read a key with its line ends written out, in Base64, or from a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'chokepoint-'));
    try {
      const path = join(folder, 'app.pem');
      writeFileSync(path, privateKey);
      const spellings = [
        { PRIVATE_KEY: privateKey.replaceAll('\n', '\\n') },
        { PRIVATE_KEY: Buffer.from(privateKey).toString('base64') },
        { PRIVATE_KEY: undefined, PRIVATE_KEY_PATH: path },
      ];
      for (const spelling of spellings) {
        expect(readSettings({ ...least, ...spelling })).toMatchObject({ ok: true, value: { privateKey } });
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('name as secrets whatever must not be logged', () => {
    const reading = readSettings({
      ...least,
      WEBHOOK_SECRET_PREVIOUS: 'earlier',
      DATABASE_URL: 'postgresql://chokepoint:p%40ss@localhost/inbox',
    });
    const expected = expect.arrayContaining([
      privateKey,
      'canary-webhook-secret',
      'earlier',
      'p%40ss',
      'p@ss',
    ]);
    expect(reading).toMatchObject({ ok: true, value: { store: { kind: 'postgresql' }, secrets: expected } });
  });
});
