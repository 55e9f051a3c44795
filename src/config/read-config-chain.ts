import type { Policy } from '../core/policy.ts';
import { fail, type Problem, type Result, succeed } from '../core/problem.ts';
import { configPath } from '../core/settings-files.ts';
import { mergeLayers } from './merge-layers.ts';
import { inOrder, readLayer } from './read-config.ts';
import type { Layer } from './read-shape.ts';
import { checkConfig, checkExtends } from './rules.ts';
import { toPolicy } from './to-policy.ts';

/** What a look at a config file found; absent and unreadable are different answers. */
export type ConfigFile =
  | { readonly kind: 'file'; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable' };

/** Reads the file at `path` on the default branch of `repository`, `owner/repo`. */
export type ReadConfigFile = (repository: string, path: string) => Promise<ConfigFile>;

/** How many configs may stand above a repository's own. */
const maxDepth = 2;

/**
 * Reads the config `text` of `repository` and what it extends, at most two files of the same owner.
 * Problems, all at once, own file first, those of a parent placed in `owner/repo:.github/chokepoint.yml`: the ones
 * of `readConfig`, and CONFIG_EXTENDS_ABSENT, CONFIG_EXTENDS_UNREADABLE, CONFIG_EXTENDS_CYCLE,
 * CONFIG_EXTENDS_TOO_DEEP (docs/configuration.md).
 */
export async function readConfigChain(
  text: string,
  repository: string,
  readConfigFile: ReadConfigFile,
): Promise<Result<Policy>> {
  const own = readLayer(text, configPath);
  const problems = [...own.problems];
  const layers = [own.value];
  const repositories = [repository];
  const files = [configPath];
  for (let layer = own.value; layer.config.extends; ) {
    const parent: string = layer.config.extends;
    const refused = [...checkExtends(layer, repository), ...checkChain(layer, parent, repositories)];
    const file = refused.length > 0 ? null : await readConfigFile(parent, configPath);
    problems.push(...refused);
    if (file !== null && file.kind !== 'file') problems.push(cannotExtend(layer, parent, file.kind));
    if (file?.kind !== 'file') break;
    const name = `${parent}:${configPath}`;
    const read = readLayer(file.text, name);
    problems.push(...read.problems);
    layers.push(read.value);
    repositories.push(parent);
    files.push(name);
    layer = read.value;
  }
  const whole = layers.reduceRight((parent, child) => mergeLayers(child, parent));
  problems.push(...checkConfig(whole, repository));
  return problems.length > 0
    ? fail(...inOrder(problems, files))
    : succeed(toPolicy(whole.config, repository));
}

function checkChain(layer: Layer, parent: string, repositories: readonly string[]): readonly Problem[] {
  const at = layer.placeOf(['extends']);
  if (repositories.some((met) => met.toLowerCase() === parent.toLowerCase())) {
    return [
      {
        code: 'CONFIG_EXTENDS_CYCLE',
        message: 'A config cannot extend itself, not by way of others either.',
        found: [...repositories, parent].join(' → '),
        expected: 'a chain that ends',
        fix: 'Remove `extends` here.',
        at,
      },
    ];
  }
  if (repositories.length <= maxDepth) return [];
  return [
    {
      code: 'CONFIG_EXTENDS_TOO_DEEP',
      message: 'Too many configs stand on top of each other.',
      found: [...repositories, parent].join(' → '),
      expected: `at most ${maxDepth} configs above the repository's own`,
      fix: 'Remove `extends` here and write out what was meant to be inherited.',
      at,
    },
  ];
}

function cannotExtend(layer: Layer, parent: string, kind: 'absent' | 'unreadable'): Problem {
  return {
    code: kind === 'absent' ? 'CONFIG_EXTENDS_ABSENT' : 'CONFIG_EXTENDS_UNREADABLE',
    message:
      kind === 'absent'
        ? `${parent} has no \`${configPath}\` on its default branch.`
        : `\`${configPath}\` of ${parent} was not found or is not readable.`,
    found: parent,
    expected: 'a repository whose config can be read',
    fix: `Give read access to the contents of ${parent}, correct the name, or remove \`extends\`.`,
    at: layer.placeOf(['extends']),
  };
}
