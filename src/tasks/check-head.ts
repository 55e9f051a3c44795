import type { ConfigReading } from '../config/read-repository-config.ts';
import { policyOf, readRepositoryConfig } from '../config/read-repository-config.ts';
import { readCandidateTemplate, readDiagnosisTemplate } from '../config/read-template.ts';
import type { Conclusion } from '../core/drift/codes.ts';
import { gatherTurns, type HeadCheck, type Preview, type Turning } from '../core/drift/head-check.ts';
import { stepsAtMost, stepsOfCheck } from '../core/drift/matching-steps.ts';
import type { Problem } from '../core/problem.ts';
import { candidateFormPath, configPath, diagnosisFormPath } from '../core/settings-files.ts';
import { judgePullRequest } from './judge-pull-request.ts';
import type { FileReading, ForeignFiles, HeadFiles } from './ports/files.ts';
import type { MergeLists, PullRequest } from './ports/pull-requests.ts';
import { knowing } from './read-merges.ts';
import type { PullRequestWorld } from './read-pull-request-facts.ts';
import type { Rules } from './read-rules.ts';

export type HeadWorld = PullRequestWorld &
  HeadFiles &
  Pick<MergeLists, 'listOpenPullRequests'> &
  ForeignFiles;

/**
 * So many open pull requests are previewed at most: each may take a few requests. Fewer where
 * one changes more than a hundred files, or the head's globs could take too many steps with them: whoever opens a pull
 * request wrote those.
 */
const previewedAtMost = 30;

/**
 * Validates the config and forms that a pull request edits as its head has them, and previews what its config would
 * make of the open pull requests (docs/drift.md). The head is only read as data. `null` where it edits none of them,
 * or where its files did not come along: more than a hundred are not asked for.
 */
export async function checkHead(
  world: HeadWorld,
  pullRequest: PullRequest,
  rules: Rules,
): Promise<HeadCheck | null> {
  const paths = settingsPaths.filter((path) => pullRequest.files?.includes(path));
  if (paths.length === 0) return null;
  const problems: Problem[] = [];
  let preview: Preview | null = null;
  for (const path of paths) {
    const file = await world.readFileAt(path, pullRequest.headSha);
    if (path !== configPath) {
      problems.push(...formProblems(path, file));
      continue;
    }
    const config = await readRepositoryConfig(file, pullRequest.repository, readingOnly(world, rules));
    if (config.kind === 'invalid') problems.push(...config.problems);
    else preview = await readPreview(world, rules, config);
  }
  return { paths, problems, preview };
}

/**
 * Of other repositories only those that the default branch builds on already: a stranger's head must not make us read
 * a private one and tell what stands in it.
 */
function readingOnly(world: HeadWorld, { parents }: Rules): ForeignFiles['readConfigFile'] {
  return async (repository, path) =>
    parents.includes(repository.toLowerCase())
      ? world.readConfigFile(repository, path)
      : { kind: 'unreadable' };
}

const settingsPaths: readonly string[] = [configPath, candidateFormPath, diagnosisFormPath];

function formProblems(path: string, file: FileReading): readonly Problem[] {
  if (file.kind === 'absent') return [];
  const read = path === candidateFormPath ? readCandidateTemplate : readDiagnosisTemplate;
  const reading = read(file.text, path);
  return reading.ok ? reading.value.problems : reading.problems;
}

async function readPreview(world: HeadWorld, now: Rules, then: ConfigReading): Promise<Preview> {
  const open = await world.listOpenPullRequests(previewedAtMost);
  const turnings: Turning[] = [];
  let steps = 0;
  for (const pullRequest of open) {
    // Its files would have to be asked for, page by page, and matched by whatever the head's config holds.
    const { title, author, files } = pullRequest;
    if (files === null) continue;
    const matched = { title, author, files };
    steps += stepsOfCheck(matched, now.policy) + stepsOfCheck(matched, policyOf(then));
    if (steps > stepsAtMost) break;
    const known = knowing(world, pullRequest);
    const comments = pullRequest.commentCount > 0 ? await known.readComments(pullRequest.number) : [];
    const concludeBy = async (policy: Rules['policy']): Promise<Conclusion> =>
      (await judgePullRequest(known, pullRequest, comments, policy, null)).conclusion;
    const from = now.problems.length > 0 ? 'success' : await concludeBy(now.policy);
    turnings.push({ number: pullRequest.number, from, to: await concludeBy(policyOf(then)) });
  }
  return { lookedAt: turnings.length, turns: gatherTurns(turnings) };
}
