import type { Policy } from './policy.ts';
import type { Problem } from './problem.ts';
import type { Scored } from './scoring/score-candidate.ts';

/** An issue field of the organization, as GitHub describes it. */
export interface FieldDesign {
  readonly id: number;
  readonly name: string;
  readonly type: 'text' | 'single_select' | 'multi_select' | 'number' | 'date';
  /** Names of the options of a single select. */
  readonly options: readonly string[];
}

export interface FieldValue {
  readonly id: number;
  readonly value: string | number;
}

export interface FieldPlan {
  readonly set: readonly FieldValue[];
  /** Ids of fields whose value goes. */
  readonly clear: readonly number[];
  readonly problems: readonly Problem[];
}

type Mirrored = keyof Policy['fields'];

/**
 * What has to be written so that the configured fields say what the labels say (docs/native-fields.md); nothing
 * where they do already. `scored` is `null` for an issue that is no candidate any more. Problems: FIELD_ABSENT,
 * FIELD_TYPE, FIELD_OPTION_ABSENT; such a field is left out, the others are mirrored.
 */
export function planFields(
  fields: Policy['fields'],
  designs: readonly FieldDesign[],
  current: readonly FieldValue[],
  scored: Scored | null,
): FieldPlan {
  const set: FieldValue[] = [];
  const clear: number[] = [];
  const problems: Problem[] = [];
  for (const [mirrored, name] of namedFields(fields)) {
    const design = designs.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (design === undefined) {
      problems.push(absent(mirrored, name, designs));
      continue;
    }
    const wanted = scored === null ? null : mirroredValue(mirrored, scored);
    const problem = checkFit(mirrored, design, wanted);
    if (problem !== null) {
      problems.push(problem);
      continue;
    }
    const standing = current.find(({ id }) => id === design.id)?.value ?? null;
    const value = wanted !== null && design.type !== 'number' ? String(wanted) : wanted;
    if (value === null && standing !== null) clear.push(design.id);
    if (value !== null && value !== standing) set.push({ id: design.id, value });
  }
  return { set, clear, problems };
}

const mirroredOnes: readonly Mirrored[] = ['score', 'verdict', 'constraint'];

function namedFields(fields: Policy['fields']): readonly (readonly [Mirrored, string])[] {
  return mirroredOnes.flatMap((mirrored) => {
    const name = fields[mirrored];
    return name === undefined ? [] : [[mirrored, name] as const];
  });
}

function mirroredValue(mirrored: Mirrored, { score, verdict, constraint }: Scored): string | number | null {
  if (mirrored === 'score') return score;
  return mirrored === 'verdict' ? verdict : constraint;
}

function checkFit(mirrored: Mirrored, design: FieldDesign, wanted: string | number | null): Problem | null {
  const types = mirrored === 'score' ? ['number', 'text'] : ['single_select', 'text'];
  if (!types.includes(design.type)) return wrongType(mirrored, design, types);
  const isSelect = design.type === 'single_select';
  if (wanted === null || !isSelect || design.options.includes(String(wanted))) return null;
  return {
    code: 'FIELD_OPTION_ABSENT',
    message: `The issue field "${design.name}" has no option "${wanted}".`,
    found: design.options.join(', ') || 'no options',
    expected: `an option "${wanted}"`,
    fix: `Add it to the field in the settings of the organization.`,
  };
}

function absent(mirrored: Mirrored, name: string, designs: readonly FieldDesign[]): Problem {
  return {
    code: 'FIELD_ABSENT',
    message: `The organization has no issue field "${name}" for the ${mirrored}.`,
    found: designs.map((one) => one.name).join(', ') || 'no issue fields',
    expected: `an issue field "${name}"`,
    fix: `Make the field in the settings of the organization, or correct \`fields.${mirrored}\`.`,
  };
}

function wrongType(mirrored: Mirrored, { name, type }: FieldDesign, types: readonly string[]): Problem {
  return {
    code: 'FIELD_TYPE',
    message: `The issue field "${name}" cannot hold the ${mirrored}.`,
    found: type,
    expected: types.join(' or '),
    fix: `Name another field under \`fields.${mirrored}\`.`,
  };
}
