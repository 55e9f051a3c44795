import { z } from 'zod';

/** GitHub lists at most this many commits of a push; beyond it the list is no longer the whole truth. */
const listedCommitsLimit = 2048;

const pushSchema = z.object({
  ref: z.string(),
  forced: z.boolean().optional(),
  commits: z.array(
    z.object({
      added: z.array(z.string()).optional(),
      modified: z.array(z.string()).optional(),
      removed: z.array(z.string()).optional(),
    }),
  ),
  repository: z.object({ default_branch: z.string() }),
});

/**
 * A push, read as whether it touches config or forms, which live under `.github/` of the default branch. One whose
 * files are not told may hold them.
 */
export const pushTouchesSettings = pushSchema.transform(({ ref, forced, commits, repository }) => {
  if (ref !== `refs/heads/${repository.default_branch}`) return false;
  const isWhole = forced !== true && commits.length > 0 && commits.length < listedCommitsLimit;
  return !isWhole || commits.some(touchesSettings);
});

function touchesSettings({
  added,
  modified,
  removed,
}: z.infer<typeof pushSchema>['commits'][number]): boolean {
  if (added === undefined || modified === undefined || removed === undefined) return true;
  return [...added, ...modified, ...removed].some((path) => path.startsWith('.github/'));
}
