import { expect, it } from 'vitest';
import { GitHubFault } from '../../src/github/fault.ts';
import { readPermissions } from '../../src/tasks/read-permissions.ts';

const failing = (error: unknown) => ({ permissionOf: () => Promise.reject(error) });
const fault = (retry: GitHubFault['retry']) =>
  new GitHubFault({ code: 'GITHUB_FAILED', message: 'No.', fix: 'Wait.' }, retry);

it('asks for each login once, in lower case', async () => {
  const asked: string[] = [];
  const permissionOf = async (login: string) => {
    asked.push(login);
    return 'triage' as const;
  };
  expect(await readPermissions({ permissionOf }, ['Tia', 'tia', 'max'])).toEqual(
    new Map([
      ['tia', 'triage'],
      ['max', 'triage'],
    ]),
  );
  expect(asked).toEqual(['tia', 'max']);
});

it.each([
  ['GitHub refuses it', fault('never')],
  ['GitHub breaks', fault('again')],
  ['anything else goes wrong', new Error('no')],
  ['nothing tells what goes wrong', undefined],
])('T7: takes a look-up for a no where %s', async (_name, error) => {
  expect(await readPermissions(failing(error), ['tia'])).toEqual(new Map([['tia', 'none']]));
});

it('T24: says neither yes nor no at a rate limit', async () => {
  await expect(readPermissions(failing(fault('later')), ['tia'])).rejects.toThrow(GitHubFault);
});
