/** Issue fields of an organization and their values on issues; one that is not enabled drops values in silence. */
import { z } from 'zod';
import { numberParam, Refusal, readBody } from './exchange.ts';
import { inRepository, route } from './routing.ts';
import type { SeedIssueField } from './seed.ts';
import { subjectOf, type World } from './world.ts';

export interface IssueField extends SeedIssueField {
  readonly id: number;
}

const READ = { role: 'read', permissions: ['issues:read'] } as const;
const WRITE = { role: 'write', permissions: ['issues:write'] } as const;

const NewValues = z.object({
  issue_field_values: z.array(z.object({ field_id: z.int(), value: z.union([z.string(), z.number()]) })),
});

export const issueFieldRoutes = [
  route('GET /orgs/:org/issue-fields', (world, { principal, params }) => {
    const isToken = principal.kind === 'token' && principal.permissions()['issue_fields'] === undefined;
    if (isToken || principal.kind === 'app') throw new Refusal(403, 'Resource not accessible by integration');
    if (principal.kind === 'anonymous') throw new Refusal(401, 'Requires authentication');
    if (world.accounts.get((params['org'] ?? '').toLowerCase())?.type !== 'Organization') {
      throw new Refusal(404, 'Not Found');
    }
    return { status: 200, json: world.issueFields.map(renderDesign) };
  }),
  inRepository('GET /issues/:number/issue-field-values', READ, (world, repository, request) => {
    const { number } = subjectOf(repository, numberParam(request, 'number'));
    return { status: 200, json: renderValues(world, valuesOf(world, repository.id, number)) };
  }),
  inRepository('POST /issues/:number/issue-field-values', WRITE, (world, repository, request) => {
    const { number } = subjectOf(repository, numberParam(request, 'number'));
    const values = valuesOf(world, repository.id, number);
    for (const { field_id: id, value } of readBody(NewValues, request.body, 'IssueFieldValue')
      .issue_field_values) {
      const field = world.issueFields.find((one) => one.id === id);
      if (field === undefined) throw new Refusal(422, 'Validation Failed');
      const fits = field.type !== 'single_select' || (field.options ?? []).includes(String(value));
      if (!fits) throw new Refusal(422, 'Validation Failed');
      if (field.isEnabled !== false) values.set(id, value);
    }
    return { status: 200, json: renderValues(world, values) };
  }),
  inRepository('DELETE /issues/:number/issue-field-values/:field', WRITE, (world, repository, request) => {
    const { number } = subjectOf(repository, numberParam(request, 'number'));
    const had = valuesOf(world, repository.id, number).delete(numberParam(request, 'field'));
    if (!had) throw new Refusal(404, 'Not Found');
    return { status: 204, json: null };
  }),
];

function valuesOf(world: World, repositoryId: number, number: number): Map<number, string | number> {
  const key = `${repositoryId}#${number}`;
  const values = world.issueFieldValues.get(key) ?? new Map<number, string | number>();
  world.issueFieldValues.set(key, values);
  return values;
}

function renderDesign({ id, name, type, options }: IssueField) {
  const described = { id, node_id: `IF_${id}`, name, data_type: type };
  const choices = (options ?? []).map((option, index) => ({ id: index + 1, name: option, color: 'gray' }));
  return type === 'single_select' ? { ...described, options: choices } : described;
}

function renderValues(world: World, values: ReadonlyMap<number, string | number>) {
  return world.issueFields.flatMap((field) => {
    const value = values.get(field.id);
    if (value === undefined) return [];
    const shown = { issue_field_id: field.id, node_id: `IF_${field.id}`, data_type: field.type };
    if (field.type !== 'single_select') return [{ ...shown, value }];
    const id = (field.options ?? []).indexOf(String(value)) + 1;
    return [{ ...shown, value: id, single_select_option: { id, name: String(value), color: 'gray' } }];
  });
}
