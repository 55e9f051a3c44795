/** Renders the body GitHub writes for an issue opened through an issue form. */
import { parse } from 'yaml';
import { z } from 'zod';

const OptionShape = z.union([z.looseObject({ label: z.string() }), z.coerce.string()]);
const TemplateShape = z.looseObject({
  body: z.array(
    z.looseObject({
      type: z.string(),
      id: z.string().optional(),
      attributes: z.looseObject({
        label: z.string().optional(),
        default: z.number().optional(),
        render: z.string().optional(),
        options: z.array(OptionShape).optional(),
      }),
    }),
  ),
});

/** An answer by field id: text, the chosen option, several chosen options or ticked boxes. */
export type FormAnswers = Readonly<Record<string, string | readonly string[]>>;

/**
 * `template` is the form's YAML text. A field without an answer becomes `_No response_`, except a dropdown
 * with a preset option, which GitHub submits as shown.
 */
export function renderFormBody(template: string, answers: FormAnswers): string {
  const form = TemplateShape.parse(parse(template));
  const sections: string[] = [];
  for (const field of form.body) {
    if (field.type === 'markdown') continue;
    const { label = '', options = [], default: preset, render } = field.attributes;
    const names = options.map((option) => (typeof option === 'string' ? option : option.label));
    const answer = field.id === undefined ? undefined : answers[field.id];
    const shown = answer ?? (preset === undefined ? undefined : names[preset]);
    sections.push(`### ${label}\n\n${renderAnswer(field.type, shown, names, render)}`);
  }
  return sections.join('\n\n');
}

function renderAnswer(
  type: string,
  answer: string | readonly string[] | undefined,
  options: readonly string[],
  render: string | undefined,
): string {
  if (type === 'checkboxes') {
    const ticked = typeof answer === 'string' ? [answer] : (answer ?? []);
    return options.map((option) => `- [${ticked.includes(option) ? 'X' : ' '}] ${option}`).join('\n');
  }
  const text = typeof answer === 'string' ? answer : (answer ?? []).join(', ');
  if (text.trim() === '') return '_No response_';
  return render === undefined ? text : `\`\`\`${render}\n${text}\n\`\`\``;
}
