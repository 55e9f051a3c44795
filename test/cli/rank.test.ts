import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankShape } from '../../src/cli/shapes/candidate.ts';
import { constraints } from '../../src/core/constraint.ts';
import { type PlainItem, plainRange, plainRank } from '../core/scoring/plain-scoring.ts';
import { anyFiled, anyPrimary, bodyOf, filed, plainScoreJson, rated } from './bodies.ts';
import { runHere } from './recorded-terminal.ts';

function line(number: number, body: string, more: object = {}): string {
  return JSON.stringify({
    number,
    title: `Title ${number}`,
    body,
    createdAt: '2026-11-02T10:00:00Z',
    ...more,
  });
}

async function rankLines(lines: readonly string[], ...options: readonly string[]) {
  const ran = await runHere(['rank', '--file', '-', '--json', ...options], { stdin: lines.join('\n') });
  return { ...ran, json: rankShape.parse(JSON.parse(ran.stdout)) };
}

describe('rank --file', () => {
  it('ranks the constraint first, with the range of each rank', async () => {
    const lines = [
      line(1, bodyOf(rated([4, 4, 4, 4]))),
      line(2, bodyOf({ ...rated([3, 3, 3, 3]), constraint: 2 })),
      line(3, bodyOf(rated([5, 5, 5, 5]))),
    ];
    const { json, exitCode, stderr } = await rankLines(lines, '--primary', 'reliability');
    expect(json).toEqual([
      {
        rank: 1,
        best: 1,
        worst: 1,
        number: 2,
        constraint: 'reliability',
        score: 3,
        verdict: 'strengthen',
        onPrimary: true,
      },
      {
        rank: 2,
        best: 2,
        worst: 2,
        number: 3,
        constraint: 'activation',
        score: 5,
        verdict: 'ready',
        onPrimary: false,
      },
      {
        rank: 3,
        best: 3,
        worst: 3,
        number: 1,
        constraint: 'activation',
        score: 4,
        verdict: 'ready',
        onPrimary: false,
      },
    ]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });

  it('names incomplete ones on standard error and ends with 1', async () => {
    const lines = [line(1, bodyOf(filed())), line(2, bodyOf(filed({ metric: '' }))), line(3, 'hello'), ''];
    const { json, exitCode, stderr } = await rankLines(lines);
    expect(json.map(({ number }) => number)).toEqual([1]);
    expect(stderr).toContain('#2 Title 2 (the business metric is asked for next)');
    expect(stderr).toContain('#3 Title 3');
    expect(exitCode).toBe(1);
  });

  const badLines = [
    ['{oops', 'not JSON'],
    ['[]', 'object'],
    [line(0, ''), 'number'],
    [line(7, '', { body: 3 }), 'body'],
    [line(7, '', { createdAt: 'last week' }), 'createdAt'],
    [line(7, '', { repository: '../x' }), 'repository'],
    [line(1, bodyOf(filed())), '#1 on line 1 and on line 2'],
  ] as const;

  it.each(badLines)(
    'tells the bad line %j with its number, ranks the others and ends with 2',
    async (bad, found) => {
      const { json, exitCode, stderr } = await rankLines([
        line(1, bodyOf(filed())),
        bad,
        line(9, bodyOf(filed())),
      ]);
      expect(json.map(({ number }) => number)).toEqual([1, 9]);
      expect(stderr).toContain('standard input:2:1 BACKLOG_LINE_');
      expect(stderr).toContain(found);
      expect(exitCode).toBe(2);
    },
  );

  it('takes the same number from two repositories, and a body that GitHub gives as null', async () => {
    const lines = [
      line(1, bodyOf(filed()), { repository: 'acme/shop' }),
      line(1, bodyOf(filed()), { repository: 'acme/app' }),
      line(2, '', { body: null }),
    ];
    const { json, exitCode } = await rankLines(lines);
    expect(json.map(({ number }) => number)).toEqual([1, 1]);
    expect(exitCode).toBe(1);
  });

  it('ranks nothing in an empty file', async () => {
    expect(await rankLines([''])).toMatchObject({ json: [], exitCode: 0, stderr: '' });
  });

  it('agrees with the order and the ranges stated a second time', async () => {
    const backlog = fc.array(anyFiled, { maxLength: 15 });
    const agrees = fc.asyncProperty(backlog, anyPrimary, async (candidates, primary) => {
      const lines = candidates.map((candidate, index) => line(index + 1, bodyOf(candidate)));
      const option = primary === null ? [] : ['--primary', primary];
      const { json } = await rankLines(lines, ...option);
      const items = candidates.flatMap((candidate, index) =>
        toPlainItem(plainScoreJson(candidate, primary), index + 1),
      );
      expect(json).toHaveLength(items.length);
      for (const { number, rank, best, worst } of json) {
        const item = items.find((one) => one.number === number);
        const others = items.filter((one) => one.number !== number);
        if (item === undefined) throw new Error(`#${number} is not complete.`);
        expect({ rank, best, worst }).toEqual({
          rank: plainRank(item, others, primary),
          ...plainRange(item, others, primary),
        });
      }
    });
    await fc.assert(agrees, { numRuns: 200 });
  });

  it('prints one line for each candidate to people', async () => {
    const { stdout } = await runHere(['rank', '--file', '-'], {
      stdin: [
        line(4, bodyOf(rated([5, 4, 4, 5]))),
        line(5, bodyOf(filed()), { title: 'A\u001b[2J\nB' }),
      ].join('\n'),
    });
    expect(stdout).toBe(
      '#1 (1–2)     4.5 ready      activation  #4 Title 4\n#2 (2–2)     4.0 ready      activation  #5 A [2J B\n',
    );
  });
});

function toPlainItem(scored: ReturnType<typeof plainScoreJson>, number: number): readonly PlainItem[] {
  const { impact, evidence, confidence, timing } = scored.counted;
  const constraint = constraints.find((one) => one === scored.constraint);
  if (scored.verdict === 'incomplete' || constraint === undefined) return [];
  if (impact === null || evidence === null || confidence === null || timing === null) return [];
  const counted = { impact, evidence, confidence, timing };
  return [
    { repository: '', number, createdAt: '2026-11-02T10:00:00Z', constraint, counted, confirmed: true },
  ];
}
