import type { FormField } from '../../../src/core/form/template.ts';

/** A text area that is known by its label. */
export function question(label: string): FormField {
  return {
    id: label,
    type: 'textarea',
    label,
    description: '',
    options: [],
    multiple: false,
    required: false,
    preset: null,
  };
}
