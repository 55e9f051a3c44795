import { describe, expect, it } from 'vitest';
import { logLevels } from '../../src/app/log.ts';
import { collectLog, settingsOf } from './support.ts';

const { privateKey } = settingsOf();

describe('the log', () => {
  it.each([
    ['a webhook secret', 'canary "secret" \\ of the App'],
    ['the private key', privateKey],
    ['an installation token', 'ghs_0123456789abcdefABCDEF0123456789abcd'],
    ['a personal token', 'github_pat_0123456789_abcdefghijklmnop'],
    ['a signed token of the App', 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiI0NzExIn0.c2lnbmF0dXJl'],
    ['a key nobody told it about', '-----BEGIN PRIVATE KEY-----\nMIIC\n-----END PRIVATE KEY-----'],
  ])('T30: hides %s in messages, fields, errors and their causes, at every level', (_, canary) => {
    const { lines, log } = collectLog('trace', ['canary "secret" \\ of the App', privateKey]);
    for (const level of logLevels) {
      log[level]({ field: canary, nested: { list: [canary] } }, `said ${canary}`);
      log[level](new Error(`threw ${canary}`, { cause: new AggregateError([new Error(canary)]) }));
    }
    expect(lines).toHaveLength(2 * logLevels.length);
    for (const line of lines) {
      expect(line).toContain('[hidden]');
      expect(JSON.stringify(JSON.parse(line))).not.toContain(JSON.stringify(canary).slice(1, -1));
    }
  });

  it('T30: tells of an event its name and id, and of an error nothing but what it says', () => {
    const { lines, log } = collectLog('trace');
    const payload = { issue: { body: 'canary-in-a-body' } };
    log.debug({ event: { id: 'guid', name: 'issues', payload } }, 'An event came.');
    log.error(Object.assign(new Error('It failed.'), { event: { payload }, request: payload }));
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: { id: 'guid', name: 'issues' } },
      { err: { type: 'Error', message: 'It failed.' } },
    ]);
    expect(lines.join('')).not.toContain('canary-in-a-body');
  });

  it('writes one line of JSON for an entry, with its fields', () => {
    const { lines, log } = collectLog();
    log.info({ delivery: 'guid' }, 'An event is stored.');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ delivery: 'guid', msg: 'An event is stored.' });
  });
});
