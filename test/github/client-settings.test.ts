import { describe, expect, test } from 'vitest';
import { readInputs } from '../../action/inputs.ts';
import { readSettings } from '../../src/app/env.ts';
import { CannotRun } from '../../src/cli/cannot-run.ts';
import { connectAsGuest } from '../../src/cli/connect.ts';
import type { Problem } from '../../src/core/problem.ts';
import { settingsOf } from '../app/support.ts';
import { recordedTerminal } from '../cli/recorded-terminal.ts';

type Environment = Readonly<Record<string, string>>;

const { privateKey } = settingsOf();
const app = { APP_ID: '1', PRIVATE_KEY: privateKey, WEBHOOK_SECRET: 'canary-webhook-secret' };
const action = { INPUT_TOKEN: 'token', GITHUB_EVENT_NAME: 'push', GITHUB_REPOSITORY: 'acme/app' };

/** What each entry has against these settings. */
const entries: readonly [string, (env: Environment) => readonly Problem[]][] = [
  ['the Action', (env) => problemsIn(readInputs({ ...action, ...readableEvent, ...env }))],
  ['the App', (env) => problemsIn(readSettings({ ...app, ...env }))],
  ['the command line', problemsAtTerminal],
];

const readableEvent = { GITHUB_EVENT_PATH: new URL('../../package.json', import.meta.url).pathname };

function problemsIn(read: { ok: true } | { ok: false; problems: readonly Problem[] }) {
  return read.ok ? [] : read.problems;
}

function problemsAtTerminal(env: Environment): readonly Problem[] {
  try {
    connectAsGuest(recordedTerminal({ env }).terminal, 'acme/app');
    return [];
  } catch (error) {
    if (error instanceof CannotRun) return error.problems;
    throw error;
  }
}

describe.each(entries)('%s', (_, problemsOf) => {
  test.each([
    ['GITHUB_API_URL', 'ftp://host', "the address of GitHub's API, such as https://api.github.com"],
    ['GITHUB_API_URL', 'host', "the address of GitHub's API, such as https://api.github.com"],
    ['CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS', '60001', 'a whole number of milliseconds from 0 to 60000'],
    ['CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS', '-1', 'a whole number of milliseconds from 0 to 60000'],
    ['CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS', '0.5', 'a whole number of milliseconds from 0 to 60000'],
  ])('refuses %s=%s', (name, value, expected) => {
    expect(problemsOf({ [name]: value })).toEqual([
      {
        code: expect.stringMatching(/_INVALID$/),
        message: `${name} cannot be used.`,
        found: value,
        expected,
        fix: expect.stringMatching(`^Leave ${name} out `),
      },
    ]);
  });

  test('takes a server of its own and any pause up to a minute', () => {
    const env = {
      GITHUB_API_URL: 'https://github.example/api/v3/',
      CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS: '60000',
    };
    expect(problemsOf(env)).toEqual([]);
  });
});

const canary = 'ghp_canary0123456789';
const takers: readonly [string, (token: string) => readonly Problem[]][] = [
  ['the Action', (token) => problemsIn(readInputs({ ...action, ...readableEvent, INPUT_TOKEN: token }))],
  ['the command line', (token) => problemsAtTerminal({ GH_TOKEN: token })],
];

describe.each(takers)('the token of %s', (_, problemsOf) => {
  test.each([`${canary}\nmore`, `${canary} more`, `${canary}\u2026`, `"${canary}\u0000"`])(
    'T30: is refused, and not repeated, where no request could carry it: %j',
    (token) => {
      const problems = problemsOf(token);
      expect(problems).toMatchObject([{ code: expect.stringMatching(/_INVALID$/) }]);
      expect(JSON.stringify(problems)).not.toContain('canary');
    },
  );

  test('may have been pasted with white space around it', () => {
    expect(problemsOf(` ${canary}\n`)).toEqual([]);
  });
});

test('the token of the Action is sent without the white space around it', () => {
  const read = readInputs({ ...action, ...readableEvent, INPUT_TOKEN: ` ${canary}\n` });
  expect(read).toMatchObject({ ok: true, value: { token: canary } });
});
