import type { FormAnswers } from '../../test/embedded-github/form-body.ts';
import type { AwkwardForm } from './forms.ts';

/**
 * A form filled in so that its body is awkward to read. The body is what GitHub writes for it: `### Label`, an empty
 * line, the answer; `_No response_` where there is none; several choices joined by `, `; boxes as `- [X]` and `- [ ]`;
 * a fence around a text of a field with `render:`.
 */
export interface AwkwardCase {
  readonly name: string;
  /** Why the answers are what they are, in one line. */
  readonly rule: string;
  /** The report unless said. */
  readonly form?: AwkwardForm;
  /** Answers that differ from the usual ones of that form; `''` leaves one out. */
  readonly filled?: FormAnswers;
  /** What somebody made of the body afterwards. */
  readonly edited?: (body: string) => string;
  /** What then should be read otherwise than it was filled in. */
  readonly read?: FormAnswers;
  /** Other ways to fill in the form that give the same body, to the letter. */
  readonly or?: readonly FormAnswers[];
}
