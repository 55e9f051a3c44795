import { describe, expect, it } from 'vitest';
import { checkPermission, checkPlace, misplaced } from '../../../src/core/commands/check-command.ts';
import { commandNames } from '../../../src/core/commands/command.ts';
import { readCommands } from '../../../src/core/commands/read-commands.ts';
import { resolveCandidate } from '../../../src/core/commands/resolve-candidate.ts';
import type { Problem } from '../../../src/core/problem.ts';
import { recordWith } from './builders.ts';

/** Commands that cannot be read, in the order of the guide. */
const malformed = [
  '/score',
  '/score 4 3 4 6',
  '/score effort=4',
  `/score ${'4 '.repeat(60)}`,
  `/score ${'x'.repeat(73)}`,
  `/score ${'x'.repeat(74)}`,
  `/score ${'x'.repeat(71)}😀x`,
  '/settle 4 4 4',
  '/settle impact=4 because we talked',
  '/settle 4 3 4 5',
  '/answer',
  '/answer two words: yes',
  '/answer metric:',
  '/constraint speed',
  '/outcome better because of it',
  '/outcome moved',
  '/accept it because I say so',
  '/accept',
  '/metric high',
  '/metric 41.5 2026-02-30',
  '/decide stop because of it',
  '/decide move',
];

/** Answers that are no answer to their field. */
const unusable = [
  '/answer colour: red',
  `/answer ${'f'.repeat(40)}: x`,
  `/answer ${'f'.repeat(41)}: x`,
  '/answer constraint: speed',
  '/answer kind: magic',
  '/answer impact: 6',
];

describe('what is said of a command', () => {
  it('that cannot be read: what was found, and how it is written', async () => {
    const page = malformed.map((line) => tell(line, readCommands(line).problems));
    await expect(`# Commands that cannot be read\n\n${page.join('\n')}`).toMatchFileSnapshot(
      'golden/malformed.md',
    );
  });

  it('whose answer fits no field: what would', async () => {
    const page = unusable.map((line) =>
      tell(
        line,
        resolveCandidate(recordWith([['ana', line]])).outcomes.flatMap(({ problem }) => problem ?? []),
      ),
    );
    await expect(`# Answers that are none\n\n${page.join('\n')}`).toMatchFileSnapshot(
      'golden/unusable-answers.md',
    );
  });

  it('that its writer may not use, or that does nothing here: who may, and where it does', async () => {
    const page = commandNames.map((name) => {
      const forbidden = (['triage', 'write', 'all'] as const).flatMap(
        (whoMayScore) => checkPermission(name, 'Eve', { ...recordWith([]), whoMayScore }) ?? [],
      );
      return tell(`/${name}`, [...forbidden, misplaced(name)]);
    });
    await expect(`# Commands of others, and elsewhere\n\n${page.join('\n')}`).toMatchFileSnapshot(
      'golden/not-here.md',
    );
  });

  it('that only a maintainer may use, to the author who has another way', () => {
    expect(checkPermission('constraint', 'ANA', recordWith([]))?.fix).toBe(
      'Change your own answer with `/answer constraint: …`, or ask a maintainer.',
    );
    expect(checkPermission('settle', 'ana', recordWith([]))?.fix).toBe(
      'Ask a maintainer to write `/settle 4 3 4 5 because …`.',
    );
    expect(checkPermission('constraint', 'tom', recordWith([]))?.fix).toBe(
      'Ask a maintainer to write `/constraint reliability`.',
    );
  });

  it('of somebody GitHub told nothing about: that they may do nothing', () => {
    expect(checkPermission('confirm', 'zoe', recordWith([]))).toEqual({
      code: 'COMMAND_NOT_ALLOWED',
      message: '`/confirm` is for a triager of this repository.',
      found: 'zoe (none)',
      fix: 'Ask a triager to write `/confirm`.',
    });
  });
});

describe('where a command does something', () => {
  const candidate = { isCandidate: true, constraint: 'activation', isFirstMove: false } as const;

  it.each([
    ['first-move', { ...candidate }, {}, null],
    [
      'first-move',
      { ...candidate },
      { primary: null },
      '`/first-move` does nothing here: no constraint is declared yet.',
    ],
    [
      'first-move',
      { ...candidate, constraint: null },
      { primary: null },
      '`/first-move` does nothing here: no constraint is declared yet.',
    ],
    [
      'first-move',
      { ...candidate, constraint: 'adoption' },
      {},
      '`/first-move` does nothing here: a first move serves the constraint, and this does not.',
    ],
    ['outcome', { ...candidate, isFirstMove: true }, { isOpen: false }, null],
    [
      'outcome',
      { ...candidate, isFirstMove: true },
      { isOpen: true },
      '`/outcome` does nothing here: it works on a closed first move.',
    ],
    [
      'outcome',
      { ...candidate },
      { isOpen: false },
      '`/outcome` does nothing here: it works on a closed first move.',
    ],
    [
      'outcome',
      { ...candidate, isCandidate: false, isFirstMove: true },
      { isOpen: false },
      '`/outcome` does nothing here: it works on a closed first move.',
    ],
    [
      'decide',
      { ...candidate, isFirstMove: true },
      { isOpen: false },
      '`/decide` does nothing here: it works on a decision issue.',
    ],
    ['candidate', { ...candidate }, {}, null],
    ['candidate', { ...candidate, isCandidate: false }, {}, null],
    [
      'score',
      { ...candidate, isCandidate: false },
      {},
      '`/score` does nothing here: it works on a candidate.',
    ],
    ['score', { ...candidate }, {}, null],
    [
      'metric',
      { ...candidate },
      {},
      '`/metric` does nothing here: it works on a summary or a decision issue.',
    ],
  ] as const)('/%s, given %j and %j: %j', (name, soFar, changes, message) => {
    expect(checkPlace(name, recordWith([], changes), soFar)?.message ?? null).toBe(message);
  });
});

/** Each Problem once: most commands are for the same people wherever they may score. */
function tell(line: string, problems: readonly Problem[]): string {
  const told = problems.map(({ code, message, found, expected, fix }) => {
    const facts = Object.entries({ Found: found, Expected: expected, Fix: fix });
    const lines = facts.flatMap(([name, fact]) => (fact === undefined ? [] : [`  - ${name}: ${fact}\n`]));
    return `- ${code}: ${message}\n${lines.join('')}`;
  });
  return `## ${line.trim()}\n\n${[...new Set(told)].join('')}`;
}
