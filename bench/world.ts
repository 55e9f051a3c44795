import { configPath } from '../src/core/settings-files.ts';
/** A repository to measure in: the demo's config and form, and as many candidates as asked for. */

import { renderCandidate } from '../demo/render-candidate.ts';
import { configText } from '../demo/story/config.ts';
import { plainIssues } from '../demo/story/history.ts';
import { candidates, repository, seedOf } from '../demo/story.ts';
import type { Constraint } from '../src/core/constraint.ts';
import { labelCatalogue } from '../src/core/labels.ts';
import type { SeedIssue } from '../test/embedded-github/seed.ts';
import { type EmbeddedGitHub, startEmbeddedGitHub } from '../test/embedded-github/start.ts';

/** The constraint is declared; `openCandidates` are there already, labelled as the App would; every label exists. */
export function startWorld(form: string, openCandidates: number): Promise<EmbeddedGitHub> {
  const now = new Date().toISOString();
  const [planned] = seedOf(now, form).repositories;
  const issues = Array.from({ length: openCandidates }, (_, position) => toIssue(form, position));
  const labels = labelCatalogue.map(({ key, color, description }) => ({ name: key, color, description }));
  const seeded = {
    ...planned,
    fullName: repository,
    files: { ...planned?.files, [configPath]: configText(now) },
    labels,
    issues: [...(planned?.issues ?? []), ...issues],
  };
  return startEmbeddedGitHub({ seed: { repositories: [seeded] } });
}

/** The number of the first seeded candidate that serves `constraint`. */
export function numberOf(constraint: Constraint): number {
  return plainIssues.length + candidates.findIndex((candidate) => candidate.constraint === constraint) + 1;
}

function toIssue(form: string, position: number): SeedIssue {
  const candidate = candidates[position % candidates.length];
  if (candidate === undefined) throw new Error('The story has no candidates');
  const { title, author, verdict, constraint } = candidate;
  const labels = ['candidate', `constraint: ${constraint}`, `verdict: ${verdict}`];
  return { title: `${title} (${position})`, author, body: renderCandidate(form, candidate), labels };
}
