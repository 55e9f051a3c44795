import { describe, expect, it } from 'vitest';
import type { CandidateRecord } from '../../../src/core/commands/candidate-record.ts';
import { resolveCandidate } from '../../../src/core/commands/resolve-candidate.ts';
import { recordWith } from './builders.ts';

function codes(record: CandidateRecord): readonly (string | null)[] {
  return resolveCandidate(record).outcomes.map(({ problem }) => problem?.code ?? null);
}

describe('who may use a command', () => {
  const lines = {
    score: '/score 4 3 4 5',
    answer: '/answer metric: sign-ups',
    constraint: '/constraint adoption',
    confirm: '/confirm',
    settle: '/settle 4 3 4 5 because we talked',
    'first-move': '/first-move',
    help: '/help',
  };

  it.each([
    ['mia', []],
    ['tom', ['constraint', 'settle', 'first-move']],
    ['ana', ['score', 'constraint', 'confirm', 'settle', 'first-move']],
    ['eve', ['score', 'answer', 'constraint', 'confirm', 'settle', 'first-move']],
    ['nobody-asked-about', ['score', 'answer', 'constraint', 'confirm', 'settle', 'first-move']],
  ])('T7: %s is refused %j', (login, refused) => {
    const found = Object.entries(lines).flatMap(([name, line]) =>
      codes(recordWith([[login, line]])).includes('COMMAND_NOT_ALLOWED') ? [name] : [],
    );
    expect(found).toEqual(refused);
  });

  it('is told whom to ask instead', () => {
    const [outcome] = resolveCandidate(recordWith([['eve', '/settle 1 1 1 1 because no']])).outcomes;
    expect(outcome).toMatchObject({ commentId: 1, by: 'eve', command: 'settle' });
    expect(outcome?.problem).toEqual({
      code: 'COMMAND_NOT_ALLOWED',
      message: '`/settle` is for a maintainer of this repository.',
      found: 'eve (none)',
      fix: 'Ask a maintainer to write `/settle 4 3 4 5 because …`.',
    });
  });

  it.each([
    ['triage', [null, null, 'COMMAND_NOT_ALLOWED']],
    ['write', [null, 'COMMAND_NOT_ALLOWED', 'COMMAND_NOT_ALLOWED']],
    ['all', [null, null, null]],
  ] as const)('follows scoring.who-may-score: %s', (whoMayScore, expected) => {
    const line = '/score impact=2';
    const record = recordWith(
      [
        ['mia', line],
        ['tom', line],
        ['eve', line],
      ],
      { whoMayScore },
    );
    expect(codes(record)).toEqual(expected);
  });

  it('is found whatever the case of the login', () => {
    expect(
      codes(
        recordWith([
          ['MIA', '/confirm'],
          ['Ana', '/answer metric: x'],
        ]),
      ),
    ).toEqual([null, null]);
  });
});
