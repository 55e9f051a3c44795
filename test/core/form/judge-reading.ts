import { type CandidateField, candidateFields, dimensions } from '../../../src/core/candidate.ts';
import { candidateForm } from '../../../src/core/form/candidate-form.ts';
import { prepareCandidateForm, readCandidate } from '../../../src/core/form/read-candidate.ts';
import type { FiledCandidate } from './hostile-candidates.ts';

/**
 * How a candidate was read: `exact` when all that counts is what was typed, `ambiguous` when some of it is refused
 * and the rest exact, `left-over` for the one case docs/reading-forms.md leaves open, else `violation`.
 */
export type Judgement = 'exact' | 'ambiguous' | 'left-over' | 'violation';

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
  return leavesFormOpen(candidate) ? 'left-over' : 'violation';
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

/**
 * Whether somewhere a fence or comment is opened in a text, the form's first heading is typed into it, and it stays
 * open at the text's end. A block that an earlier answer left open is still open in the next one.
 */
function leavesFormOpen({ fields, typed }: FiledCandidate): boolean {
  const first = `### ${fields[0]?.label}`;
  let open: RegExp | null = null;
  for (const { id } of fields) {
    let holds = false;
    for (const line of (typed[id] ?? '').split(/\r\n|\n|\r/)) {
      if (open === null) {
        open = endOfBlock(line);
        holds = false;
      } else if (open.test(line)) open = null;
      else holds ||= line.includes(first);
    }
    if (open !== null && holds) return true;
  }
  return false;
}

/** What ends the block that `line` opens, if it opens one. */
function endOfBlock(line: string): RegExp | null {
  const fence = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line);
  const mark = fence?.[1] ?? fence?.[2];
  if (mark !== undefined) return new RegExp(`^ {0,3}${mark[0]}{${mark.length},}[ \\t]*$`);
  return /^ {0,3}<!--/.test(line) && !line.includes('-->') ? /-->/ : null;
}
