import { defaultPolicy, type Policy } from '../core/policy.ts';
import type { Problem } from '../core/problem.ts';
import { type ReadConfigFile, readConfigChain } from './read-config-chain.ts';

/** What a repository runs by. Without a file nothing is wrong; an invalid file is told to everyone and fails nothing. */
export type ConfigReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'policy'; readonly policy: Policy }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

/** The repository's own config file; where it could not be read there is nothing to go on from, and nothing is. */
export type OwnConfigFile = { readonly kind: 'file'; readonly text: string } | { readonly kind: 'absent' };

/**
 * What the config file of `repository`, `owner/repo`, and those it extends come to.
 * Problems: those of `readConfigChain`. What `readConfigFile` throws is not caught.
 */
export async function readRepositoryConfig(
  file: OwnConfigFile,
  repository: string,
  readConfigFile: ReadConfigFile,
): Promise<ConfigReading> {
  if (file.kind === 'absent') return { kind: 'none' };
  const result = await readConfigChain(file.text, repository, readConfigFile);
  return result.ok
    ? { kind: 'policy', policy: result.value }
    : { kind: 'invalid', problems: result.problems };
}

/** The policy to work by: the defaults where there is no file or an invalid one. */
export function policyOf(reading: ConfigReading): Policy {
  return reading.kind === 'policy' ? reading.policy : defaultPolicy;
}
