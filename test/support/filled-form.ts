/** Candidates as people fill in the form. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Constraint, constraints } from '../../src/core/constraint.ts';
import { renderFormBody } from '../embedded-github/form-body.ts';

/** The project's own candidate form, as YAML. */
export const formText = await readFile(
  new URL('../../.github/ISSUE_TEMPLATE/candidate.yml', import.meta.url),
  'utf8',
);

export interface Filled {
  readonly constraint?: Constraint | null;
  /** Impact, evidence, confidence, timing; `null` is left open. */
  readonly ratings?: readonly (number | null)[];
  readonly behaviour?: string;
  readonly metric?: string;
  readonly risk?: string;
  readonly links?: string;
}

const formShape = z.object({
  body: z.array(
    z.looseObject({
      id: z.string().optional(),
      attributes: z.looseObject({ options: z.array(z.string()).default([]) }),
    }),
  ),
});

/** The body GitHub writes for the form, filled in completely unless told otherwise. */
export function bodyOf(filled: Filled = {}): string {
  const { body } = formShape.parse(parse(formText));
  const option = (id: string, at: number) =>
    body.find((field) => field.id === id)?.attributes.options[at] ?? '';
  const { constraint = 'activation', ratings = [4, 4, 4, 4] } = filled;
  const picked = ['impact', 'evidence', 'confidence', 'timing'].flatMap((id, at) => {
    const rating = ratings[at] ?? null;
    return rating === null ? [] : [[id, option(id, rating - 1)]];
  });
  return renderFormBody(formText, {
    ...(constraint === null ? {} : { constraint: option('constraint', constraints.indexOf(constraint)) }),
    ...Object.fromEntries(picked),
    behaviour: filled.behaviour ?? 'New users reach their first report in one sitting.',
    metric: filled.metric ?? 'Share of sign-ups with a report on day one',
    risk: filled.risk ?? 'The import runs in a background job without a retry.',
    links: filled.links ?? 'https://example.com/funnel',
  });
}
