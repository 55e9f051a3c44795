/** The nodes of GraphQL that lead to no further issue or pull request. */
import { STEWARD } from './emulate-store.ts';
import type { PageArguments } from './graphql-connection.ts';
import { connection } from './graphql-connection.ts';
import type { Label } from './shapes.ts';
import { storePath } from './subjects.ts';
import type { Repository, World } from './world.ts';
import { accountOf } from './world.ts';

export type Node = Record<string, unknown>;

export function milestoneNode(repository: Repository, number: number): Node | null {
  const milestone = repository.milestones.get(number);
  if (milestone === undefined) return null;
  const { id, title, description, state, due_on, node_id } = milestone;
  return { id: node_id ?? id, number, title, description, state: state.toUpperCase(), dueOn: due_on };
}

export function labelNode(label: Label): Node {
  const { node_id, name, color, description } = label;
  return { id: node_id, name, color, description };
}

export function actorNode(world: World, login: string): Node {
  const account = accountOf(world, login);
  const __typename = account.type;
  // GraphQL names a bot without the suffix that REST gives it.
  const shown = __typename === 'Bot' ? account.login.replace(/\[bot\]$/, '') : account.login;
  return {
    __typename,
    id: account['node_id'],
    databaseId: account.id,
    login: shown,
    url: account['html_url'],
  };
}

/** One group for each content, given or not, as GitHub lists them. */
export function reactionGroups(repository: Repository, commentId: number): Node[] {
  const given = repository.reactions.get(`comment:${commentId}`) ?? [];
  return Object.entries(REACTION_CONTENTS).map(([rest, content]) => ({
    content,
    reactors: { totalCount: given.filter((one) => one.content === rest).length },
  }));
}

const REACTION_CONTENTS = { '+1': 'THUMBS_UP', '-1': 'THUMBS_DOWN', heart: 'HEART', eyes: 'EYES' } as const;

interface CheckFilter {
  readonly filterBy?: { readonly checkName?: string | null } | null;
}

/** One suite for each App that wrote a run on the commit. */
export function commitNode(world: World, repository: Repository, oid: string | null): Node {
  const runs = [...repository.checkRuns.values()].filter(({ json }) => json.head_sha === oid);
  return {
    commit: {
      oid,
      checkSuites: (given: PageArguments & CheckFilter) => {
        const named = runs.filter(({ json }) => json.name === (given.filterBy?.checkName ?? json.name));
        const slugs = [...new Set(named.map(({ app }) => app.slug))];
        return connection(slugs, given, (slug) => ({
          app: { slug },
          checkRuns: (page: PageArguments) =>
            connection(
              named.filter(({ app }) => app.slug === slug),
              page,
              ({ id, json }) => ({
                databaseId: id,
                permalink: `${world.url}/${repository.json.full_name}/runs/${id}`,
                conclusion: json.conclusion?.toUpperCase() ?? null,
                title: json.output['title'],
                summary: json.output['summary'],
                text: json.output['text'],
              }),
            ),
        }));
      },
    },
  };
}

export async function blobNode(
  world: World,
  repository: Repository,
  expression: string,
): Promise<Node | null> {
  const path = expression.replace(/^HEAD:/, '');
  const url = `${storePath(repository)}/contents/${path}`;
  const raw = { accept: 'application/vnd.github.raw+json' };
  const answer = await world.store.pass(world.store.authorizationOf(STEWARD), 'GET', url, raw);
  if (answer.status !== 200) return null;
  const text = new TextDecoder().decode(answer.bytes);
  return { __typename: 'Blob', text, isTruncated: false };
}
