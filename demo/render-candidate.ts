import { parse } from 'yaml';
import { z } from 'zod';
import { kinds } from '../src/core/candidate.ts';
import { constraints } from '../src/core/constraint.ts';
import { type FormAnswers, renderFormBody } from '../test/embedded-github/form-body.ts';
import type { FiledCandidate } from './story/candidate.ts';

const formShape = z.looseObject({
  body: z.array(
    z.looseObject({
      id: z.string().optional(),
      attributes: z.looseObject({ options: z.array(z.string()).optional() }),
    }),
  ),
});

/** The body GitHub writes when somebody fills in `form` (its YAML) as the candidate says. */
export function renderCandidate(form: string, candidate: FiledCandidate): string {
  const { body } = formShape.parse(parse(form));
  const option = (id: string, position: number): string => {
    const found = body.find((field) => field.id === id)?.attributes.options?.[position];
    if (found === undefined) throw new Error(`The candidate form has no option ${position + 1} for ${id}`);
    return found;
  };
  const [impact, evidence, confidence, timing] = candidate.ratings;
  const picked = Object.entries({ impact, evidence, confidence, timing }).flatMap(([id, rating]) =>
    rating === null ? [] : [[id, option(id, rating - 1)]],
  );
  const answers: FormAnswers = {
    constraint: option('constraint', constraints.indexOf(candidate.constraint)),
    ...Object.fromEntries(picked),
    ...(candidate.kind === undefined ? {} : { kind: option('kind', kinds.indexOf(candidate.kind)) }),
    behaviour: candidate.behaviour ?? '',
    metric: candidate.metric ?? '',
    risk: candidate.risk ?? '',
    links: candidate.links ?? '',
  };
  return renderFormBody(form, answers);
}
