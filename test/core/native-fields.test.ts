import { describe, expect, it } from 'vitest';
import { type FieldDesign, type FieldValue, planFields } from '../../src/core/native-fields.ts';
import { ratingsOf, scoredFrom } from './scoring/builders.ts';

const fields = { score: 'Score', verdict: 'verdict', constraint: 'Constraint' };
const score: FieldDesign = { id: 1, name: 'Score', type: 'number', options: [] };
const verdict: FieldDesign = { id: 2, name: 'Verdict', type: 'single_select', options: ['ready', 'de-risk'] };
const constraint: FieldDesign = { id: 3, name: 'Constraint', type: 'text', options: [] };
const designs = [score, verdict, constraint];
const scored = scoredFrom({ ratings: ratingsOf(4, 4, 4, 4) });
const standing: readonly FieldValue[] = [
  { id: 1, value: 4 },
  { id: 2, value: 'ready' },
  { id: 3, value: 'activation' },
];

describe('the native fields of a candidate', () => {
  it('say what the labels say, found by their names whatever the case', () => {
    expect(planFields(fields, designs, [], scored)).toEqual({ set: standing, clear: [], problems: [] });
  });

  it('are left alone where they say so already', () => {
    expect(planFields(fields, designs, standing, scored)).toEqual({ set: [], clear: [], problems: [] });
  });

  it('are set where they say something else', () => {
    const other = [
      { id: 1, value: 3.9 },
      { id: 2, value: 'de-risk' },
      { id: 3, value: 'activation' },
    ];
    expect(planFields(fields, designs, other, scored).set).toEqual(standing.slice(0, 2));
  });

  it('are cleared where there is nothing to say any more, and only where something stands', () => {
    expect(planFields(fields, designs, standing.slice(1), null)).toEqual({
      set: [],
      clear: [2, 3],
      problems: [],
    });
    const incomplete = scoredFrom({ constraint: null });
    expect(
      planFields({ score: 'Score', constraint: 'Constraint' }, designs, standing, incomplete).clear,
    ).toEqual([1, 3]);
  });

  it('are only those that the config names', () => {
    expect(planFields({ verdict: 'Verdict' }, designs, [], scored).set).toEqual([{ id: 2, value: 'ready' }]);
    expect(planFields({}, designs, standing, null)).toEqual({ set: [], clear: [], problems: [] });
  });

  it('hold a score as text where the field is one', () => {
    const text = { ...score, type: 'text' } as const;
    expect(planFields({ score: 'Score' }, [text], [], scored).set).toEqual([{ id: 1, value: '4' }]);
    expect(planFields({ score: 'Score' }, [text], [{ id: 1, value: '4' }], scored).set).toEqual([]);
  });
});

describe('a field that cannot be used', () => {
  it('that is absent is told, with what is there, and the others are set', () => {
    expect(planFields({ ...fields, score: 'Points' }, designs, [], scored)).toEqual({
      set: standing.slice(1),
      clear: [],
      problems: [
        {
          code: 'FIELD_ABSENT',
          message: 'The organization has no issue field "Points" for the score.',
          found: 'Score, Verdict, Constraint',
          expected: 'an issue field "Points"',
          fix: 'Make the field in the settings of the organization, or correct `fields.score`.',
        },
      ],
    });
    expect(planFields({ score: 'Points' }, [], [], scored).problems[0]?.found).toBe('no issue fields');
  });

  it.each([
    ['score', 'single_select', 'number or text'],
    ['verdict', 'number', 'single_select or text'],
    ['constraint', 'date', 'single_select or text'],
  ] as const)('of the %s that is of the type %s is told', (mirrored, type, expected) => {
    const wrong = designs.map((one) => ({ ...one, type }));
    expect(planFields({ [mirrored]: fields[mirrored] }, wrong, [], scored).problems).toEqual([
      {
        code: 'FIELD_TYPE',
        message: `The issue field "${mirrored.charAt(0).toUpperCase()}${mirrored.slice(1)}" cannot hold the ${mirrored}.`,
        found: type,
        expected,
        fix: `Name another field under \`fields.${mirrored}\`.`,
      },
    ]);
  });

  it('that lacks the option is told, and its old value is left alone', () => {
    const few = { ...verdict, options: ['de-risk', 'validate'] };
    expect(planFields({ verdict: 'Verdict' }, [few], [{ id: 2, value: 'de-risk' }], scored)).toEqual({
      set: [],
      clear: [],
      problems: [
        {
          code: 'FIELD_OPTION_ABSENT',
          message: 'The issue field "Verdict" has no option "ready".',
          found: 'de-risk, validate',
          expected: 'an option "ready"',
          fix: 'Add it to the field in the settings of the organization.',
        },
      ],
    });
    expect(
      planFields({ verdict: 'Verdict' }, [{ ...verdict, options: [] }], [], scored).problems[0]?.found,
    ).toBe('no options');
    expect(planFields({ verdict: 'Verdict' }, [few], [{ id: 2, value: 'de-risk' }], null).clear).toEqual([2]);
  });
});
