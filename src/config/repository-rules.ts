import type { Problem } from '../core/problem.ts';
import { type ConfigPath, renderFound, renderPath } from './path-in-config.ts';
import type { Layer } from './read-shape.ts';
import { haveSameOwner, isRepositoryName } from './repository-name.ts';

/** `extends` names a repository and nothing else. Problem: CONFIG_EXTENDS_FORM. */
export function extendsRepository({ config, placeOf }: Layer): readonly Problem[] {
  const parent = config.extends;
  if (!parent || isRepositoryName(parent)) return [];
  return [notARepository('CONFIG_EXTENDS_FORM', ['extends'], parent, placeOf)];
}

/** Only a repository of the same owner can be extended. Problem: CONFIG_EXTENDS_FOREIGN. */
export function extendsOwnRepository(
  { config, placeOf }: Layer,
  repository: string | null,
): readonly Problem[] {
  const parent = config.extends;
  if (!parent || repository === null || !isRepositoryName(parent) || haveSameOwner(parent, repository))
    return [];
  return [foreign('CONFIG_EXTENDS_FOREIGN', ['extends'], parent, repository, placeOf)];
}

/**
 * Further repositories have the form `owner/repo` and the same owner. Problems: CONFIG_REPOSITORY_FORM,
 * CONFIG_REPOSITORY_FOREIGN.
 */
export function repositoriesOfOwner(
  { config, placeOf }: Layer,
  repository: string | null,
): readonly Problem[] {
  return (config.summary?.repositories ?? []).flatMap((name, index) => {
    const path = ['summary', 'repositories', index];
    if (!isRepositoryName(name)) return [notARepository('CONFIG_REPOSITORY_FORM', path, name, placeOf)];
    if (repository === null || haveSameOwner(name, repository)) return [];
    return [foreign('CONFIG_REPOSITORY_FOREIGN', path, name, repository, placeOf)];
  });
}

/** No repository is listed twice. Problem: CONFIG_REPOSITORY_TWICE. */
export function repositoriesOnce({ config, placeOf }: Layer): readonly Problem[] {
  const seen = new Set<string>();
  return (config.summary?.repositories ?? []).flatMap((name, index) => {
    if (!seen.has(name.toLowerCase())) {
      seen.add(name.toLowerCase());
      return [];
    }
    return [
      {
        code: 'CONFIG_REPOSITORY_TWICE',
        message: `\`${renderPath(['summary', 'repositories', index])}\` was listed before.`,
        found: renderFound(name),
        expected: 'each further repository once',
        fix: 'Remove it.',
        at: placeOf(['summary', 'repositories', index]),
      },
    ];
  });
}

function notARepository(code: string, path: ConfigPath, found: string, placeOf: Layer['placeOf']): Problem {
  return {
    code,
    message: `\`${renderPath(path)}\` does not name a repository.`,
    found: renderFound(found),
    expected: 'owner/repo, without address, path or branch',
    fix: 'Write it as `owner/repo`.',
    at: placeOf(path),
  };
}

function foreign(
  code: string,
  path: ConfigPath,
  found: string,
  repository: string,
  placeOf: Layer['placeOf'],
): Problem {
  const owner = repository.slice(0, repository.indexOf('/'));
  return {
    code,
    message: `\`${renderPath(path)}\` names a repository of another owner.`,
    found: renderFound(found),
    expected: `a repository of ${owner}`,
    fix: `Name a repository of ${owner}, or remove it.`,
    at: placeOf(path),
  };
}
