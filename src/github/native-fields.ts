import { z } from 'zod';
import type { IssueFields } from '../tasks/ports/fields.ts';
import type { Client } from './client.ts';
import { type Here, toHere } from './here.ts';
import { pageSize } from './pages.ts';

/** docs.github.com/rest/orgs/issue-fields: the version of the API in which issue fields are described. */
const version = { 'x-github-api-version': '2026-03-10' };

const designs = z.array(
  z.object({
    id: z.int(),
    name: z.string(),
    data_type: z.enum(['text', 'date', 'single_select', 'multi_select', 'number']),
    options: z.array(z.object({ name: z.string() })).nullish(),
  }),
);

const values = z.array(
  z.object({
    issue_field_id: z.int(),
    value: z.union([z.string(), z.number()]).nullish(),
    single_select_option: z.object({ name: z.string() }).nullish(),
  }),
);

/** Reads the issue fields of the owner of `owner/repo`, and their values on its issues. */
export function createFieldReader(client: Client, repository: string): IssueFields {
  const { owner, repo } = toHere(repository);
  return {
    async listIssueFields() {
      const { data } = await client.request('GET /orgs/{org}/issue-fields', { org: owner, headers: version });
      return designs.parse(data).map(({ id, name, data_type: type, options }) => {
        return { id, name, type, options: options?.map((option) => option.name) ?? [] };
      });
    },
    async readFieldValues(number) {
      const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/issue-field-values';
      const asked = { owner, repo, issue_number: number, per_page: pageSize, headers: version };
      const { data } = await client.request(route, asked);
      return values.parse(data).flatMap(({ issue_field_id: id, value, single_select_option: option }) => {
        const shown = option?.name ?? value ?? null;
        return shown === null ? [] : [{ id, value: shown }];
      });
    },
  };
}

/** Adds values to those an issue has. */
export async function setFields(
  client: Client,
  here: Here,
  number: number,
  written: readonly { readonly id: number; readonly value: string | number }[],
): Promise<void> {
  await client.request('POST /repos/{owner}/{repo}/issues/{issue_number}/issue-field-values', {
    ...here,
    issue_number: number,
    issue_field_values: written.map(({ id, value }) => ({ field_id: id, value })),
    headers: version,
  });
}

export async function clearField(client: Client, here: Here, number: number, fieldId: number): Promise<void> {
  await client.request(
    'DELETE /repos/{owner}/{repo}/issues/{issue_number}/issue-field-values/{issue_field_id}',
    { ...here, issue_number: number, issue_field_id: fieldId, headers: version },
  );
}
