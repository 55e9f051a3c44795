import { type FieldDesign, type FieldValue, planFields } from '../core/native-fields.ts';
import type { Policy } from '../core/policy.ts';
import type { Problem } from '../core/problem.ts';
import type { Scored } from '../core/scoring/score-candidate.ts';
import { apply } from './apply.ts';
import type { Change } from './change.ts';
import { isFinal } from './ports/fault.ts';
import type { IssueFields } from './ports/fields.ts';
import type { Issues } from './ports/issues.ts';
import type { Writer } from './ports/writer.ts';

export type FieldsWorld = IssueFields & Writer & Pick<Issues, 'readLabelNames'>;

/**
 * Mirrors a candidate into the issue fields that the config names, and reads back what was written: GitHub drops
 * values where fields are not enabled. Labels stay what counts, so nothing fails here; what could not be done comes
 * back as Problems: those of `planFields`, FIELD_NOT_KEPT, and what GitHub refused. Without `fields` nothing is asked.
 */
export async function applyFields(
  world: FieldsWorld,
  number: number,
  scored: Scored | null,
  policy: Policy,
): Promise<readonly Problem[]> {
  if (Object.keys(policy.fields).length === 0) return [];
  try {
    const designs = await world.listIssueFields();
    const { set, clear, problems } = planFields(
      policy.fields,
      designs,
      await world.readFieldValues(number),
      scored,
    );
    await apply(toChanges(number, set, clear), world, policy);
    const kept = set.length === 0 ? [] : await world.readFieldValues(number);
    const dropped = set.filter(({ id, value }) => kept.find((one) => one.id === id)?.value !== value);
    return [...problems, ...dropped.map(({ id }) => notKept(id, designs))];
  } catch (error) {
    const refused = refusalIn(error);
    if (refused === null) throw error;
    return [refused];
  }
}

function toChanges(number: number, set: readonly FieldValue[], clear: readonly number[]): readonly Change[] {
  return [
    ...(set.length === 0 ? [] : [{ kind: 'set-fields' as const, number, values: set }]),
    ...clear.map((fieldId) => ({ kind: 'clear-field' as const, number, fieldId })),
  ];
}

function notKept(id: number, designs: readonly FieldDesign[]): Problem {
  const name = designs.find((one) => one.id === id)?.name ?? String(id);
  return {
    code: 'FIELD_NOT_KEPT',
    message: `GitHub did not keep what was written into the issue field "${name}".`,
    found: 'another value when it was read back',
    expected: 'a field that is enabled for this repository and its issue types',
    fix: 'Enable the field for this repository, or take it out of `fields`.',
  };
}

/** What trying again cannot change. */
function refusalIn(error: unknown): Problem | null {
  if (!isFinal(error)) return null;
  return {
    code: 'FIELD_REFUSED',
    message: 'The issue fields of the organization cannot be read or written.',
    found: error.message,
    expected:
      'a token with the organization permission "Issue Fields" to read, and issues to write; the token of a workflow has no permissions of an organization',
    fix: 'Give the App that permission, or hand the Action a token that has it; or take `fields` out of the config.',
  };
}
