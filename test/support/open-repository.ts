/** A repository of one's own on an embedded GitHub, for one test: closed with it. */
import { onTestFinished } from 'vitest';
import type { SeedRepository } from '../embedded-github/seed.ts';
import { startEmbeddedGitHub } from '../embedded-github/start.ts';
import { connectWorld } from './connect-world.ts';

export const repository = 'acme/app';

/** Ana is its admin, Eve a stranger; what is declared is activation. */
export async function openRepository(seed: Pick<SeedRepository, 'issues' | 'pullRequests'>) {
  const files = { '.github/chokepoint.yml': 'primary: { constraint: activation }\n' };
  const settings = { fullName: repository, collaborators: { ana: 'admin' }, files, ...seed } as const;
  const github = await startEmbeddedGitHub({ seed: { users: ['eve'], repositories: [settings] } });
  onTestFinished(() => github.close());
  return { github, world: connectWorld(github.url, github.token('ana'), repository) };
}
