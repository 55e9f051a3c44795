import { type CandidateField, candidateFields, dimensions } from '../../../src/core/candidate.ts';
import { candidateForm } from '../../../src/core/form/candidate-form.ts';
import { prepareCandidateForm, readCandidate } from '../../../src/core/form/read-candidate.ts';
import type { FiledCandidate } from './hostile-candidates.ts';

/**
 * How a candidate was read: `exact` when all that counts is what was typed, `ambiguous` when some of it is refused
 * and the rest exact, else `violation`.
 */
export type Judgement = 'exact' | 'ambiguous' | 'violation';

export function judgeReading(candidate: FiledCandidate): Judgement {
  const { value, problems } = readCandidate(
    candidate.body,
    prepareCandidateForm({ fields: candidate.fields }),
  );
  const refused = new Set(problems.filter(({ code }) => code === 'FORM_AMBIGUOUS').map(({ field }) => field));
  const read: Record<CandidateField, unknown> = {
    constraint: value.constraint,
    ...value.ratings,
    kind: value.kind,
    behaviour: value.behaviour !== '',
    metric: value.metric !== '',
    risk: value.risk !== '',
    links: showsLink(value.links),
  };
  const wrong = candidateFields.filter(
    (field) => !refused.has(field) && read[field] !== meant(candidate, field),
  );
  if (wrong.length === 0) return refused.size === 0 ? 'exact' : 'ambiguous';
  return 'violation';
}

/** What counts of what was typed, stated on its own. */
function meant({ typed }: FiledCandidate, field: CandidateField): unknown {
  const text = typed[field] ?? '';
  const options = candidateForm.fields.find(({ id }) => id === field)?.options ?? [];
  if (field === 'constraint') return /^\w+/.exec(text)?.[0].toLowerCase() ?? null;
  if (field === 'kind') return text === '' ? null : kindIds[options.indexOf(text)];
  if (dimensions.some((dimension) => dimension === field)) return text === '' ? null : Number(text[0]);
  if (field === 'links') return showsLink(text);
  const shown = text.replaceAll(/[\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '');
  return shown !== '' && shown !== '_Noresponse_';
}

const kindIds = [
  'existing-path',
  'new-surface',
  'expansion',
  'increases-demand',
  'internal',
  'run-the-business',
];

function showsLink(text: string): boolean {
  return (
    /https?:\/\/[\p{L}\p{N}[]/iu.test(text) ||
    /(?:^|[^\p{L}\p{N}_&#/.-])(?:[\w-]+\/[\w.-]+)?#[1-9]\d*(?![\p{L}\p{N}_])/u.test(text)
  );
}
