import type { FieldDesign, FieldValue } from '../../core/native-fields.ts';

export interface IssueFields {
  /** The issue fields of the organization. */
  listIssueFields(): Promise<readonly FieldDesign[]>;
  /** The values one issue has; of a single select the name of its option. */
  readFieldValues(number: number): Promise<readonly FieldValue[]>;
}
