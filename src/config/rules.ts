import type { Problem } from '../core/problem.ts';
import { classifiesOnce, distinctFields, distinctLabels, pathsFromRoot, plainLabels } from './name-rules.ts';
import { metricMoves, minimumBetween, ownerIsLogin, sinceIsDate } from './primary-rules.ts';
import type { Layer } from './read-shape.ts';
import {
  extendsOwnRepository,
  extendsRepository,
  repositoriesOfOwner,
  repositoriesOnce,
} from './repository-rules.ts';
import { knownTimeZone } from './time-zone-rule.ts';

/**
 * What holds between values of a config of sound shape. `repository` is the `owner/repo` whose config it is, `null`
 * where that is not known, as for a file on a person's disk: what needs it is then not checked.
 */
export type Rule = (layer: Layer, repository: string | null) => readonly Problem[];

/** They hold for one file, before the one it extends is read. */
const extendsRules: readonly Rule[] = [extendsRepository, extendsOwnRepository];

/** They hold for the whole config, what it inherits included. */
const configRules: readonly Rule[] = [
  sinceIsDate,
  ownerIsLogin,
  metricMoves,
  minimumBetween,
  pathsFromRoot,
  classifiesOnce,
  knownTimeZone,
  repositoriesOfOwner,
  repositoriesOnce,
  distinctFields,
  plainLabels,
  distinctLabels,
];

/** Problems: CONFIG_EXTENDS_FORM, CONFIG_EXTENDS_FOREIGN (docs/configuration.md). */
export function checkExtends(layer: Layer, repository: string | null): readonly Problem[] {
  return extendsRules.flatMap((rule) => rule(layer, repository));
}

/** Problems: one code for each rule, named beside it (docs/configuration.md). */
export function checkConfig(layer: Layer, repository: string | null): readonly Problem[] {
  return configRules.flatMap((rule) => rule(layer, repository));
}
