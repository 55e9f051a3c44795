import { stringify } from 'yaml';
import type { IssueForm } from '../core/form/issue-form.ts';
import type { FormField } from '../core/form/template.ts';

/** An issue form as the text of its file under `.github/ISSUE_TEMPLATE/`; `readTemplate` reads it back. */
export function renderTemplate(form: IssueForm): string {
  const introduction = { type: 'markdown', attributes: { value: form.introduction } };
  return stringify(
    {
      name: form.name,
      description: form.description,
      labels: form.labels,
      body: [introduction, ...form.fields.map(toElement)],
    },
    { lineWidth: 0, version: '1.2', aliasDuplicateObjects: false },
  );
}

function toElement(field: FormField): object {
  const { id, type, label, description, options, multiple, required, preset } = field;
  const attributes = {
    label,
    ...(description === '' ? {} : { description }),
    ...(multiple ? { multiple } : {}),
    ...(options.length === 0
      ? {}
      : { options: type === 'checkboxes' ? options.map((text) => ({ label: text })) : options }),
    ...(preset === null ? {} : { default: preset }),
  };
  return {
    type,
    ...(id === '' ? {} : { id }),
    attributes,
    ...(type === 'checkboxes' ? {} : { validations: { required } }),
  };
}
