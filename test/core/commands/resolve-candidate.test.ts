import { describe, expect, it } from 'vitest';
import type { CandidateRecord } from '../../../src/core/commands/candidate-record.ts';
import { resolveCandidate } from '../../../src/core/commands/resolve-candidate.ts';
import { scoreCandidate } from '../../../src/core/scoring/score-candidate.ts';
import { recordWith } from './builders.ts';

const none = { impact: null, evidence: null, confidence: null, timing: null };

function codes(record: CandidateRecord): readonly (string | null)[] {
  return resolveCandidate(record).outcomes.map(({ problem }) => problem?.code ?? null);
}

function scoreOf(record: CandidateRecord) {
  const { answers, opinions, settlement, confirmation } = resolveCandidate(record);
  const { author, primary } = record;
  return scoreCandidate({ answers, author, opinions, settlement, primary, confirmation });
}

describe('answers by command', () => {
  it('fill what the form left open: an engineer completes it in two lines', () => {
    const form = { risk: '', ratings: { impact: 4, evidence: 4, confidence: null, timing: 4 } } as const;
    const before = scoreOf(recordWith([], { form }));
    const after = scoreOf(
      recordWith([['tom', '/answer risk: the import job may time out\n/score confidence=4']], { form }),
    );
    expect([before.verdict, before.missing]).toEqual(['incomplete', ['risk', 'confidence']]);
    expect([after.verdict, after.score]).toEqual(['ready', 4]);
  });

  it('make a plain issue a complete candidate', () => {
    const form = {
      constraint: null,
      ratings: none,
      kind: null,
      behaviour: '',
      metric: '',
      risk: '',
      links: '',
    };
    const record = recordWith(
      [
        ['tom', '/answer constraint: Activation\n/score 4 4 4 4'],
        ['tom', '/candidate'],
        ['ana', '/answer behaviour: more people import\n/answer risk: a time-out\n/answer links: #12'],
        ['ana', '/answer metric: sign-ups\n/answer kind: New surface'],
      ],
      { form, isCandidate: false },
    );
    const state = resolveCandidate(record);
    expect(state.madeCandidate).toMatchObject({ by: 'tom', commentId: 2 });
    expect(state.outcomes.every(({ problem }) => problem === null)).toBe(true);
    expect(scoreOf(record)).toMatchObject({
      verdict: 'ready',
      constraint: 'activation',
      kind: 'new-surface',
    });
  });

  it('change nothing on an issue that nobody made a candidate', () => {
    const record = recordWith(
      [
        ['tom', '/score 4 4 4 4'],
        ['eve', '/candidate'],
      ],
      { isCandidate: false },
    );
    expect(codes(record)).toEqual(['COMMAND_MISPLACED', 'COMMAND_NOT_ALLOWED']);
    expect(resolveCandidate(record).madeCandidate).toBeNull();
  });

  it.each([
    ['/answer impact: 2 — little', { ratings: { impact: 2 } }],
    ['/answer timing: 5', { ratings: { timing: 5 } }],
    ['/answer constraint: Adoption — users ignore the feature', { constraint: 'adoption' }],
    ['/answer kind: run-the-business', { kind: 'run-the-business' }],
    ['/answer links: none yet', { links: 'none yet' }],
  ])('replace one answer: %s', (line, expected) => {
    expect(resolveCandidate(recordWith([['ana', line]])).answers).toMatchObject(expected);
  });

  it.each([
    '/answer impact: high',
    '/answer impact: 45',
    '/answer constraint: speed',
    '/answer kind: fun',
    '/answer effort: 3',
  ])('that are no answers are refused: %s', (line) => {
    const record = recordWith([['ana', line]]);
    expect(codes(record)).toEqual(['COMMAND_MALFORMED']);
    expect(resolveCandidate(record).answers).toEqual(record.answers);
  });

  it('settle what the form gives in more than one way', () => {
    const record = recordWith([['ana', '/answer links: #12']], { ambiguous: ['kind', 'links'] });
    expect(resolveCandidate(record).ambiguous).toEqual(['kind']);
  });

  it('count as the latest one says', () => {
    const record = recordWith([
      ['ana', '/answer metric: a'],
      ['tom', '/answer metric: b'],
      ['eve', '/answer metric: c'],
    ]);
    expect(resolveCandidate(record).answers.metric).toBe('b');
  });
});

describe('a maintainer’s commands', () => {
  it('set the constraint until a later one, beside what the form says', () => {
    const record = recordWith([
      ['mia', '/constraint reliability'],
      ['mia', '/constraint throughput'],
      ['ana', '/answer constraint: adoption'],
      ['tom', '/constraint operations'],
    ]);
    const state = resolveCandidate(record);
    expect(state.answers.constraint).toBe('throughput');
    expect(state.answeredConstraint).toBe('adoption');
    expect(state.constraintBy).toMatchObject({ by: 'mia', commentId: 2 });
  });

  it('settle until a later settlement', () => {
    const record = recordWith([
      ['mia', '/settle 2 2 2 2 because no'],
      ['tom', '/score 5 5 5 5'],
      ['mia', '/settle 3 3 3 3 because we talked'],
    ]);
    expect(scoreOf(record)).toMatchObject({ score: 3, verdict: 'strengthen', flags: [] });
  });

  it('pick a first move only on the declared constraint', () => {
    expect(resolveCandidate(recordWith([['mia', '/first-move']])).firstMove).toMatchObject({ by: 'mia' });
    expect(codes(recordWith([['mia', '/first-move']], { primary: null }))).toEqual(['COMMAND_MISPLACED']);
    expect(codes(recordWith([['mia', '/first-move\n/constraint adoption']]))).toEqual([
      'COMMAND_MISPLACED',
      null,
    ]);
  });

  it('tell the outcome of a closed first move', () => {
    const line = '/outcome moved because imports doubled';
    expect(codes(recordWith([['mia', line]]))).toEqual(['COMMAND_MISPLACED']);
    expect(codes(recordWith([['mia', line]], { isOpen: false }))).toEqual(['COMMAND_MISPLACED']);
    const closed = recordWith(
      [
        ['mia', '/first-move'],
        ['mia', line],
      ],
      { isOpen: false },
    );
    expect(resolveCandidate(closed).outcome).toMatchObject({ outcome: 'moved', because: 'imports doubled' });
    expect(codes(recordWith([['mia', line]], { isOpen: false, isFirstMove: true }))).toEqual([null]);
  });

  it('that belong elsewhere do nothing here', () => {
    const record = recordWith([['mia', '/accept because x\n/metric 4\n/decide move because y']]);
    expect(codes(record)).toEqual(['COMMAND_MISPLACED', 'COMMAND_MISPLACED', 'COMMAND_MISPLACED']);
  });
});

describe('the outcomes', () => {
  it('are none, and no help is asked for, where nobody commanded', () => {
    const { outcomes, helpAsked } = resolveCandidate(recordWith([['eve', 'hello']]));
    expect({ outcomes, helpAsked }).toEqual({ outcomes: [], helpAsked: false });
  });

  it('name every command of every comment, the malformed ones too', () => {
    const record = recordWith([
      ['mia', '/confirm\n/score 9'],
      ['eve', 'hello'],
      ['tom', '/help'],
    ]);
    expect(
      resolveCandidate(record).outcomes.map(({ commentId, command, problem }) => [
        commentId,
        command,
        problem?.code,
      ]),
    ).toEqual([
      [1, 'confirm', undefined],
      [1, 'score', 'COMMAND_MALFORMED'],
      [3, 'help', undefined],
    ]);
    expect(resolveCandidate(record).helpAsked).toBe(true);
  });
});

describe('what the author says of a rating', () => {
  const permissions = new Map([
    ['ana', 'triage'],
    ['tom', 'triage'],
  ] as const);
  const given = (comments: readonly (readonly [string, string])[]) =>
    scoreOf(recordWith(comments, { permissions })).given;

  it('counts as said last, by /answer or by /score', () => {
    expect(
      given([
        ['ana', '/score confidence=2\n/score impact=5'],
        ['Ana', '/answer confidence: 3'],
      ]),
    ).toMatchObject({ confidence: [{ by: 'ana', rating: 3 }], impact: [{ by: 'ana', rating: 5 }] });
    expect(
      given([
        ['ana', '/answer confidence: 3'],
        ['ana', '/score confidence=2'],
      ]),
    ).toMatchObject({ confidence: [{ by: 'ana', rating: 2 }] });
  });

  it('takes nothing from what others rated', () => {
    const comments = [
      ['tom', '/score confidence=2'],
      ['ana', '/answer confidence: 3'],
    ] as const;
    expect(given(comments).confidence.map(({ by, rating }) => [by, rating])).toEqual([
      ['ana', 3],
      ['tom', 2],
    ]);
  });
});

it('a first move that is closed stays one, whatever is declared since', () => {
  const moved = { primary: 'reliability', isFirstMove: true } as const;
  const comments = [['mia', '/first-move']] as const;
  expect(codes(recordWith(comments, { ...moved, isOpen: false }))).toEqual([null]);
  expect(codes(recordWith(comments, { ...moved, isOpen: true }))).toEqual(['COMMAND_MISPLACED']);
});

it('the outcome of an answer names what it is about', () => {
  const { outcomes } = resolveCandidate(
    recordWith([['ana', '/answer impact: high\n/answer metric: Sign-ups']]),
  );
  expect(outcomes.map(({ field, problem }) => [field, problem?.code])).toEqual([
    ['impact', 'COMMAND_MALFORMED'],
    ['metric', undefined],
  ]);
});
