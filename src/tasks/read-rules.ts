import { type ConfigReading, policyOf, readRepositoryConfig } from '../config/read-repository-config.ts';
import type { Policy } from '../core/policy.ts';
import type { Problem } from '../core/problem.ts';
import { configPath } from '../core/settings-files.ts';
import type { Files, ForeignFiles } from './ports/files.ts';

/** The rules a repository runs by, and what stands against its config. */
export interface Rules {
  readonly reading: ConfigReading;
  /** The defaults where there is no config or an invalid one. */
  readonly policy: Policy;
  readonly problems: readonly Problem[];
  /** The repositories whose configs it builds on, in lower case. */
  readonly parents: readonly string[];
}

/** Reads the config from the default branch, never from a pull request's head. */
export async function readRules(files: Files & ForeignFiles, repository: string): Promise<Rules> {
  const file = await files.readFile(configPath);
  const parents: string[] = [];
  const reading = await readRepositoryConfig(file, repository, (parent, path) => {
    parents.push(parent.toLowerCase());
    return files.readConfigFile(parent, path);
  });
  const problems = reading.kind === 'invalid' ? reading.problems : [];
  return { reading, policy: policyOf(reading), problems, parents };
}
