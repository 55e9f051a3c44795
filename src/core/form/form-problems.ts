import type { Problem } from '../problem.ts';

/** How people put right what stands against the answers of one form. */
export interface WayOut {
  /** The form's name in a sentence: `candidate`. */
  readonly form: string;
  /** What to do about one field. */
  readonly answer: (field: string) => string;
  readonly pick: (field: string) => string;
  readonly settle: (field: string) => string;
  /** What to do about a body that is not the form's at all. */
  readonly file: string;
}

/** No heading of the form is in the body. */
export function bypassed({ form, file }: WayOut): Problem {
  return {
    code: 'FORM_BYPASSED',
    message: `This issue was not filed through the ${form} form.`,
    found: 'none of the headings of the form',
    expected: `the answers of the ${form} form`,
    fix: file,
  };
}

/** `label` has no answer. */
export function missing(field: string, label: string, wayOut: WayOut): Problem {
  return {
    code: 'FORM_FIELD_MISSING',
    message: `"${label}" is not answered yet.`,
    expected: 'an answer',
    fix: wayOut.answer(field),
    field,
  };
}

/** `answer` is none of the options of `label`. */
export function unknownOption(
  field: string,
  label: string,
  answer: string,
  options: readonly string[],
  wayOut: WayOut,
): Problem {
  return {
    code: 'FORM_UNKNOWN_OPTION',
    message: `The answer to "${label}" is none of its options.`,
    found: answer.length > 100 ? `${answer.slice(0, 100)}…` : answer,
    expected: options.length > 0 ? `one of: ${options.join(' · ')}` : 'one of the options of the form',
    fix: wayOut.pick(field),
    field,
  };
}

/** The heading `### label` can be taken in several ways. */
export function ambiguous(field: string, label: string, wayOut: WayOut): Problem {
  return {
    code: 'FORM_AMBIGUOUS',
    message: `The heading "### ${label}" can be read in more than one way, and the answers differ.`,
    found: `more than one possible answer to "${label}"`,
    expected: 'one way to read the form',
    fix: wayOut.settle(field),
    field,
  };
}
