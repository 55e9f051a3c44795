import { Octokit } from '@octokit/core';
import { describe, expect, it } from 'vitest';
import { createClientParts, wrapClient } from '../../src/github/client.ts';
import { createWriter } from '../../src/github/write.ts';
import type { Change } from '../../src/tasks/change.ts';
import { bot, commentBy, repository } from '../tasks/fake-repository.ts';

const now = new Date('2026-11-24T12:00:00Z');
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

/** A client of a GitHub that gives each request this answer, and the requests it got. */
function answering(status: number, headers: Readonly<Record<string, string>> = {}, message = 'No.') {
  const asked: string[] = [];
  const fetch = async (url: string, { method }: { method: string }) => {
    asked.push(`${method} ${new URL(url).pathname}`);
    return Response.json({ message }, { status, headers });
  };
  const octokit = new Octokit({ request: { fetch } });
  return { asked, client: wrapClient(octokit, { ...createClientParts(0), now: () => now }) };
}

describe('a limit of GitHub', () => {
  const reset = { 'x-ratelimit-reset': `${inSeconds(900).getTime() / 1_000}` };
  const usedUp = { 'x-ratelimit-remaining': '0', ...reset };
  const secondary = 'You have exceeded a secondary rate limit.';

  it.each([
    ['the seconds of retry-after', 403, { 'retry-after': '7' }, 'No.', inSeconds(7), true],
    ['the seconds of retry-after', 429, { 'retry-after': '7' }, 'No.', inSeconds(7), true],
    ['retry-after before the reset', 403, { 'retry-after': '7', ...usedUp }, 'No.', inSeconds(7), true],
    ['the reset where nothing remains', 403, usedUp, 'No.', inSeconds(900), true],
    ['the reset where nothing remains', 429, usedUp, 'No.', inSeconds(900), true],
    ['a minute, which is to grow', 403, {}, secondary, inSeconds(60), false],
    ['a minute, which is to grow', 429, {}, 'No.', inSeconds(60), false],
    [
      'a minute, with requests left',
      403,
      { 'x-ratelimit-remaining': '9', ...reset },
      secondary,
      inSeconds(60),
      false,
    ],
  ])('T24: puts off to %s, for status %i', async (_, status, headers, message, retryAt, isTimeNamed) => {
    const { client, asked } = answering(status, headers, message);
    await expect(client.request('GET /user')).rejects.toMatchObject({
      problem: { code: 'GITHUB_RATE_LIMIT' },
      retry: 'later',
      retryAt,
      isTimeNamed,
    });
    expect(asked).toHaveLength(1);
  });

  it('is none where a permission is missing', async () => {
    const { client } = answering(403, { 'x-ratelimit-remaining': '9', ...reset }, 'Resource not accessible');
    await expect(client.request('GET /user')).rejects.toMatchObject({ retry: 'never' });
  });
});

describe('a GitHub that fails', () => {
  it('T24: is asked again where it was only to be read, and once where it was to write', async () => {
    const { client, asked } = answering(502);
    await expect(client.request('GET /user')).rejects.toMatchObject({ retry: 'again' });
    await expect(client.request('POST /user/repos', { name: 'a' })).rejects.toMatchObject({ retry: 'again' });
    expect(asked).toEqual(['GET /user', 'GET /user', 'GET /user', 'POST /user/repos']);
  });
});

describe('a write whose answer broke', () => {
  const marker = '<!-- chokepoint:candidate 1 -->';
  const comment: Change = { kind: 'post-comment', number: 1, marker, body: `${marker}\nText` };
  const reading = (body: string, looks: number[] = []) => ({
    account: async () => bot,
    listIssues: async () => [],
    readComments: async (number: number) => {
      looks.push(number);
      return [commentBy(bot.login, bot.id, body, 77)];
    },
  });

  it('T24: is looked for by its marker, and taken for done where it was', async () => {
    const { client, asked } = answering(502);
    const looks: number[] = [];
    const writer = createWriter(client, repository, reading(comment.body, looks), {});
    expect(await writer.write(comment)).toEqual({ url: null, number: 77 });
    expect([asked, looks]).toEqual([['POST /repos/acme/app/issues/1/comments'], [1]]);
  });

  it('T24: stays to be tried again where it was not', async () => {
    const { client, asked } = answering(502);
    const writer = createWriter(client, repository, reading('Another comment'), {});
    await expect(writer.write(comment)).rejects.toMatchObject({ retry: 'again' });
    expect(asked).toHaveLength(1);
  });

  it('T24: is not looked for where GitHub refused it', async () => {
    const looks: number[] = [];
    const writer = createWriter(answering(422).client, repository, reading(comment.body, looks), {});
    await expect(writer.write(comment)).rejects.toMatchObject({ retry: 'never' });
    expect(looks).toEqual([]);
  });
});
