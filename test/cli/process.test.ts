import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rankShape, scoreShape } from '../../src/cli/shapes/candidate.ts';
import { readText } from '../architecture/source-files.ts';
import { anyFiled, anyPrimary, bodyOf, filed, plainScoreJson } from './bodies.ts';
import { runProcess } from './run-process.ts';

const mostAtOnce = 4;

describe('the program as a process of its own', () => {
  it('agrees on 50 random candidates with the rules stated a second time', async () => {
    const cases = fc.sample(fc.tuple(anyFiled, anyPrimary), 50);
    for (let from = 0; from < cases.length; from += mostAtOnce) {
      await Promise.all(
        cases.slice(from, from + mostAtOnce).map(async ([candidate, primary]) => {
          const option = primary === null ? [] : ['--primary', primary];
          const ran = await runProcess(['score', '--json', ...option], bodyOf(candidate));
          const { problems, ...json } = scoreShape.parse(JSON.parse(ran.stdout));
          expect(json).toEqual(plainScoreJson(candidate, primary));
          expect(ran.exitCode).toBe(problems.length > 0 ? 1 : 0);
        }),
      );
    }
  });

  it('prints a long document whole', async () => {
    const lines = Array.from({ length: 3_000 }, (_, index) =>
      JSON.stringify({
        number: index + 1,
        title: 'One of many',
        body: bodyOf(filed()),
        createdAt: '2026-11-02T10:00:00Z',
      }),
    );
    const ran = await runProcess(['rank', '--file', '-', '--json'], lines.join('\n'));
    expect(rankShape.parse(JSON.parse(ran.stdout))).toHaveLength(3_000);
    expect(ran.exitCode).toBe(0);
  });

  it('ends with 2 on wrong use, with nothing on standard output', async () => {
    expect(await runProcess(['score', '--frobnicate'])).toMatchObject({ exitCode: 2, stdout: '' });
    expect(await runProcess(['score', 'absent.md', '--json'])).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it('says which settings the App lacks', async () => {
    const ran = await runProcess(['serve']);
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toContain('APP_ID');
  });

  it('says which version it is', async () => {
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(readText('package.json')));
    expect(await runProcess(['--version'])).toMatchObject({ exitCode: 0, stdout: `${version}\n` });
  });

  it('lists what there is and nothing else', async () => {
    const { stdout, exitCode } = await runProcess(['--help']);
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
    expect(commands).toEqual([
      'init',
      'validate',
      'audit',
      'score',
      'rank',
      'explain',
      'diagnose',
      'choose',
      'plan',
      'decisions',
      'check',
      'summary',
      'metric',
      'sweep',
      'serve',
      'inbox',
      'help',
    ]);
    expect(exitCode).toBe(0);
  });
});
