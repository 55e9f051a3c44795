import type { core } from 'zod';
import type { Place, Problem, Reading } from '../core/problem.ts';
import { type ConfigPath, isMap, valueAt } from './path-in-config.ts';
import { type Config, configSchema } from './schema.ts';
import { toProblems } from './shape-problems.ts';

/** One config, checked for its shape: the rules can look at it whatever else was wrong with the file. */
export interface Layer {
  readonly config: Config;
  /** The sound part of what was written, as plain data. */
  readonly data: unknown;
  readonly placeOf: (path: ConfigPath) => Place;
}

/**
 * Compares what a file holds with the schema. The value is the sound part: what is faulty is left out of it,
 * so that the rules still find every fault of the rest. An empty file holds nothing and is sound.
 * Problems: those of shape-problems.ts.
 */
export function readShape(written: unknown, placeOf: (path: ConfigPath) => Place): Reading<Layer> {
  let data: unknown = written ?? {};
  let problems: readonly Problem[] | null = null;
  for (;;) {
    const parsed = configSchema.safeParse(data);
    if (parsed.success) return { value: { config: parsed.data, data, placeOf }, problems: problems ?? [] };
    // Later rounds only see what leaving something out has caused, such as a required key now missing.
    problems ??= parsed.error.issues.flatMap((issue) => toProblems(issue, data, placeOf));
    data = withoutFaults(data, new Set(faultyPaths(data, parsed.error.issues).map(pathId)), []);
  }
}

/** What to leave out: an element takes its list along, a missing key the map that needs it. */
function faultyPaths(data: unknown, issues: readonly core.$ZodIssue[]): readonly ConfigPath[] {
  return issues.flatMap((issue): readonly ConfigPath[] => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...issue.path, key]);
    const element = issue.path.findIndex((step) => typeof step === 'number');
    if (element >= 0) return [issue.path.slice(0, element)];
    return [valueAt(data, issue.path) === undefined ? issue.path.slice(0, -1) : issue.path];
  });
}

function withoutFaults(data: unknown, faulty: ReadonlySet<string>, path: ConfigPath): unknown {
  if (faulty.has(pathId(path))) return {};
  if (!isMap(data)) return data;
  const kept: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(data)) {
    const here = [...path, key];
    if (!faulty.has(pathId(here))) kept[key] = withoutFaults(value, faulty, here);
  }
  return kept;
}

function pathId(path: ConfigPath): string {
  return JSON.stringify(path.map(String));
}
