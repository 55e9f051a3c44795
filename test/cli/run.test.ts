import { describe, expect, it } from 'vitest';
import { bodyOf, filed } from './bodies.ts';
import { runHere } from './recorded-terminal.ts';

const complete = bodyOf(filed());
const incomplete = bodyOf(filed({ metric: '' }));

describe('exit codes', () => {
  const table = [
    [['--help'], '', 0],
    [['score', '--help'], '', 0],
    [['help', 'rank'], '', 0],
    [['score'], complete, 0],
    [['score'], incomplete, 1],
    [['score', '-'], complete, 0],
    [['score', 'absent.md'], '', 2],
    [['score', 'one.md', 'two.md'], '', 2],
    [['score', '--frobnicate'], complete, 2],
    [['score', '--primary', 'growth'], complete, 2],
    [['score', '--primary'], complete, 2],
    [['rank'], '', 2],
    [['rank', '--file', 'absent.ndjson'], '', 2],
    [['rank', '--file', '-'], '', 0],
    [['rank', '--file', '-'], '{', 2],
    [['rank', 'acme/app'], '', 2],
    [['explain'], '', 2],
    [['explain', 'acme/app'], '', 2],
    [['explain', 'acme/app#1'], '', 2],
    [['check'], '', 2],
    [['check', 'acme/app'], '', 2],
    [['check', 'acme/app#0'], '', 2],
    [['check', '../app#1'], '', 2],
    [['check', 'acme/app#1'], '', 2],
    [['summary'], '', 2],
    [['summary', 'acme'], '', 2],
    [['summary', 'acme/app', '--dry-run'], '', 2],
    [['frobnicate'], '', 2],
    [[], '', 2],
  ] as const;

  it.each(table)('chokepoint %j with %.20j ends with the right code', async (words, stdin, exitCode) => {
    const ran = await runHere(words, { stdin });
    expect(ran.exitCode).toBe(exitCode);
    if (exitCode === 2) expect(ran.stderr).not.toBe('');
    expect(`${ran.stdout}${ran.stderr}`).not.toContain('    at ');
  });
});

describe('settings', () => {
  it('T30: are all named at once when they cannot be used, and no token is shown', async () => {
    const env = { GITHUB_API_URL: 'ftp://example.com', CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS: 'soon' };
    const without = await runHere(['check', 'acme/app#1'], { env });
    expect(without.exitCode).toBe(2);
    for (const word of ['GITHUB_TOKEN', 'GITHUB_API_URL', 'CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS']) {
      expect(without.stderr).toContain(word);
    }
    const withToken = await runHere(['check', 'acme/app#1'], { env: { ...env, GH_TOKEN: 'secret-token' } });
    expect(withToken.stderr).not.toContain('secret-token');
  });

  it('T30: hold no token with a line break in it, which an error of the request would repeat', async () => {
    const env = { GITHUB_TOKEN: 'secret\ntoken', GITHUB_API_URL: 'http://127.0.0.1:9' };
    const ran = await runHere(['check', 'acme/app#1'], { env });
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ran.stderr).toContain('SETTING_INVALID');
    expect(ran.stderr).not.toContain('secret');
  });

  it('T30: lead to GitHub; an address where nobody answers is a Problem without the token', async () => {
    const env = { GITHUB_TOKEN: 'secret-token', GITHUB_API_URL: 'http://127.0.0.1:9' };
    const ran = await runHere(['check', 'acme/app#1', '--json'], { env });
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ran.stderr).toContain('GITHUB_');
    expect(ran.stderr).not.toContain('secret-token');
  });
});

describe('serve', () => {
  it('runs the App in its place and ends as it does', async () => {
    const started: URL[] = [];
    const startProgram = async (file: URL) => {
      started.push(file);
      return 2;
    };
    expect(await runHere(['serve'], { startProgram })).toMatchObject({ exitCode: 2, stdout: '' });
    expect(started.map(({ pathname }) => pathname.split('/').slice(-3).join('/'))).toEqual([
      'src/app/main.ts',
    ]);
  });
});
