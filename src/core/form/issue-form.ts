import type { FieldType, FormField, FormTemplate } from './template.ts';

/** A form as it is offered under "New issue". */
export interface IssueForm extends FormTemplate {
  readonly name: string;
  readonly description: string;
  /** Labels GitHub gives the issue, if they exist. */
  readonly labels: readonly string[];
  /** Markdown shown above the questions; not part of the body. */
  readonly introduction: string;
}

export interface Question {
  readonly description: string;
  readonly options?: readonly string[];
  readonly optional?: true;
  readonly preset?: number;
}

/** A question answered by one of its options. */
export function dropdown(id: string, label: string, question: Question): FormField {
  return field(id, 'dropdown', label, question);
}

/** A question answered in words, on one line or several. */
export function text(id: string, type: 'input' | 'textarea', label: string, question: Question): FormField {
  return field(id, type, label, question);
}

function field(id: string, type: FieldType, label: string, question: Question): FormField {
  const { description, options = [], optional = false, preset = null } = question;
  return { id, type, label, description, options, multiple: false, required: !optional, preset };
}
