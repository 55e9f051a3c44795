import { z } from 'zod';
import type { Edit } from '../core/commands/candidate-record.ts';
import { askGraphql } from './ask-graphql.ts';
import type { Client } from './client.ts';
import { toHere } from './here.ts';
import { toLogin } from './issue-fields.ts';

/** GraphQL's fields of who changed a body last; REST has none of them. */
export const editFields = 'lastEditedAt editor { __typename login }';

export const editSchema = z.object({
  lastEditedAt: z.string().nullable(),
  editor: z.object({ __typename: z.string(), login: z.string() }).nullable(),
});

/** By number of the issue, what came along with other answers. */
export type KnownEdits = Map<number, Edit | null>;

export function toEdit({ lastEditedAt, editor }: z.infer<typeof editSchema>): Edit | null {
  return lastEditedAt === null ? null : { by: toLogin(editor), at: lastEditedAt };
}

const query = `
query LastEdit($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { issue(number: $number) { ${editFields} } }
}`;

const answerSchema = z.object({ repository: z.object({ issue: editSchema.nullable() }) });

/** The last change of a body, asked for where it is not known yet. Rejects with `GitHubFault`. */
export async function readLastEdit(
  client: Client,
  repository: string,
  number: number,
  known: KnownEdits,
): Promise<Edit | null> {
  const found = known.get(number);
  if (found !== undefined) return found;
  const { owner, repo: name } = toHere(repository);
  const { issue } = answerSchema.parse(await askGraphql(client, query, { owner, name, number })).repository;
  const edit = issue === null ? null : toEdit(issue);
  known.set(number, edit);
  return edit;
}
