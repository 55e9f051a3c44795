import type { CandidateField } from '../candidate.ts';
import type { Problem } from '../problem.ts';

/** No heading of the form is in the body. */
export function bypassed(): Problem {
  return {
    code: 'FORM_BYPASSED',
    message: 'This issue was not filed through the candidate form.',
    found: 'none of the headings of the form',
    expected: 'the answers of the candidate form',
    fix: 'File it again through "New issue" and the candidate form, or answer here by commands, one a line: `/answer constraint: …`, `/score 4 3 4 5`, `/answer behaviour: …`.',
  };
}

/** `label` has no answer. */
export function missing(field: CandidateField, label: string): Problem {
  return {
    code: 'FORM_FIELD_MISSING',
    message: `"${label}" is not answered yet.`,
    expected: 'an answer',
    fix: `Answer it in a comment: \`/answer ${field}: …\``,
    field,
  };
}

/** `answer` is none of the options of `label`. */
export function unknownOption(
  field: CandidateField,
  label: string,
  answer: string,
  options: readonly string[],
): Problem {
  return {
    code: 'FORM_UNKNOWN_OPTION',
    message: `The answer to "${label}" is none of its options.`,
    found: answer.length > 100 ? `${answer.slice(0, 100)}…` : answer,
    expected: options.length > 0 ? `one of: ${options.join(' · ')}` : 'one of the options of the form',
    fix: `Pick an option in a comment: \`/answer ${field}: …\``,
    field,
  };
}

/** The heading `### label` can be taken in several ways. */
export function ambiguous(field: CandidateField, label: string): Problem {
  return {
    code: 'FORM_AMBIGUOUS',
    message: `The heading "### ${label}" can be read in more than one way, and the answers differ.`,
    found: `more than one possible answer to "${label}"`,
    expected: 'one way to read the form',
    fix: `Edit the issue so that the headings of the form stand only once (a copy can be quoted with ">"), or answer in a comment: \`/answer ${field}: …\``,
    field,
  };
}
