/** `/graphql`: queries are checked and run against GitHub's own schema, so a wrong one fails as on GitHub. */
import { readFile } from 'node:fs/promises';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { buildSchema, execute, GraphQLError, parse, validate } from 'graphql';
import { z } from 'zod';
import { checkNotSuspended } from './access.ts';
import type { ApiAnswer, ApiRequest } from './exchange.ts';
import { Refusal } from './exchange.ts';
import { queryRoot } from './graphql-nodes.ts';
import { route } from './routing.ts';
import type { World } from './world.ts';

const Query = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

let schema: Promise<GraphQLSchema> | undefined;

export const graphqlRoutes = [route('POST /graphql', answerQuery)];

async function answerQuery(world: World, request: ApiRequest): Promise<ApiAnswer> {
  const { principal } = request;
  if (principal.kind !== 'person' && principal.kind !== 'token') {
    throw new Refusal(401, 'This endpoint requires you to be authenticated.');
  }
  checkNotSuspended(world, principal);
  const asked = Query.safeParse(request.body);
  if (!asked.success)
    return failed([new GraphQLError('A query attribute must be specified and must be a string.')]);
  const { query, variables, operationName } = asked.data;
  schema ??= readSchema();
  const rules = await schema;
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (fault) {
    return failed([fault]);
  }
  const faults = validate(rules, document);
  if (faults.length > 0) return failed(faults);
  const result = await execute({
    schema: rules,
    document,
    rootValue: queryRoot(world, principal),
    variableValues: variables ?? {},
    operationName: operationName ?? null,
  });
  const errors = result.errors?.map(renderError);
  return { status: 200, json: { data: result.data, ...(errors === undefined ? {} : { errors }) } };
}

async function readSchema(): Promise<GraphQLSchema> {
  const file = new URL('schema.graphql', import.meta.resolve('@octokit/graphql-schema'));
  return buildSchema(`${await readFile(file, 'utf8')}\n${newerFields}`, {
    assumeValid: true,
    assumeValidSDL: true,
  });
}

/** What GitHub has and the package's schema lacks: docs.github.com/graphql/reference/objects#issuedependenciessummary */
const newerFields = `
type IssueDependenciesSummary { blockedBy: Int! blocking: Int! totalBlockedBy: Int! totalBlocking: Int! }
extend type Issue { issueDependenciesSummary: IssueDependenciesSummary! }
`;

function failed(faults: readonly unknown[]): ApiAnswer {
  return { status: 200, json: { errors: faults.map(renderError) } };
}

/** GitHub puts an error's type beside its message. */
function renderError(fault: unknown): Record<string, unknown> {
  if (!(fault instanceof GraphQLError)) return { message: String(fault) };
  const { type } = fault.extensions;
  return {
    ...(type === undefined ? {} : { type }),
    ...(fault.path === undefined ? {} : { path: fault.path }),
    ...(fault.locations === undefined ? {} : { locations: fault.locations }),
    message: fault.message,
  };
}
