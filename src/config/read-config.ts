import type { Policy } from '../core/policy.ts';
import { fail, type Problem, type Reading, type Result, succeed } from '../core/problem.ts';
import { configPath } from '../core/settings-files.ts';
import { type Layer, readShape } from './read-shape.ts';
import { readYaml } from './read-yaml.ts';
import { checkConfig, checkExtends } from './rules.ts';
import { toPolicy } from './to-policy.ts';

/**
 * Reads one config text by itself: what it extends is checked for its form but not read, as for a file on a
 * person's disk or in the head of a pull request. An empty text is a config of defaults.
 * `repository` is the `owner/repo` it belongs to, `null` where unknown; `file` names the text in Problems.
 * Problems, all at once and in the order of the file: YAML_… of read-yaml.ts and CONFIG_… (docs/configuration.md).
 */
export function readConfig(
  text: string,
  repository: string | null,
  file: string = configPath,
): Result<Policy> {
  const { value: layer, problems } = readLayer(text, file);
  const found = [...problems, ...checkExtends(layer, repository), ...checkConfig(layer, repository)];
  return found.length > 0 ? fail(...inOrder(found, [file])) : succeed(toPolicy(layer.config, repository));
}

/** Text and shape of one file; a text that is not readable at all gives an empty layer beside its Problems. */
export function readLayer(text: string, file: string): Reading<Layer> {
  const yaml = readYaml(text, file);
  if (yaml.ok) return readShape(yaml.value.data, yaml.value.placeOf);
  return { value: readShape({}, () => ({ file, line: 1, column: 1 })).value, problems: yaml.problems };
}

/** Problems file by file, each from its top to its end. */
export function inOrder(problems: readonly Problem[], files: readonly string[]): readonly Problem[] {
  return problems.toSorted(
    (one, other) =>
      files.indexOf(one.at?.file ?? '') - files.indexOf(other.at?.file ?? '') ||
      (one.at?.line ?? 0) - (other.at?.line ?? 0) ||
      (one.at?.column ?? 0) - (other.at?.column ?? 0),
  );
}
