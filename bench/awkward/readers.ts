/** Every reader's answers to one question, as it gives them. */
import { parseIssue } from '@github/issue-parser';
import parseBody from '@zentered/issue-forms-body-parser';
import { z } from 'zod';
import { readForm } from '../../src/core/form/read-form.ts';
import { prepareTemplate } from '../../src/core/form/template.ts';
import type { AwkwardForm } from './forms.ts';

/** `null`: none; a list for several choices; boxes where the reader tells them from text. */
export type Given =
  | string
  | null
  | readonly string[]
  | { readonly selected: readonly string[]; readonly unselected: readonly string[] };

export interface ReadBody {
  readonly answers: ReadonlyMap<string, Given>;
  /** Whether the reader says that more than one form can have been written. */
  readonly isAmbiguous: boolean;
}

export interface AwkwardReader {
  readonly name: string;
  read(body: string, form: AwkwardForm): Promise<ReadBody>;
}

const givenShape = z.union([
  z.string(),
  z.array(z.string()),
  z.object({ selected: z.array(z.string()), unselected: z.array(z.string()) }),
]);
const sectionsShape = z.record(z.string(), z.looseObject({ title: z.string(), text: z.string().nullish() }));

export const awkwardReaders: readonly AwkwardReader[] = [
  {
    name: 'Chokepoint',
    async read(body, { template, counts }) {
      const { answers, ambiguous } = readForm(body, prepareTemplate(template, counts));
      return { answers, isAmbiguous: ambiguous.length > 0 };
    },
  },
  {
    name: '@github/issue-parser, with the template',
    async read(body, { yaml, template }) {
      const parsed = parseIssue(body, yaml);
      const given = template.fields.map(({ id }): [string, Given] => [
        id,
        parsed[id] === undefined ? null : givenShape.parse(parsed[id]),
      ]);
      return { answers: new Map(given), isAmbiguous: false };
    },
  },
  {
    name: '@zentered/issue-forms-body-parser',
    async read(body, { template }) {
      const sections = Object.values(sectionsShape.parse(await parseBody(body)));
      const given = template.fields.map(({ id, label }): [string, Given] => [
        id,
        sections.find(({ title }) => title.trim() === label)?.text ?? null,
      ]);
      return { answers: new Map(given), isAmbiguous: false };
    },
  },
];
