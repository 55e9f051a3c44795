import type { Policy } from '../core/policy.ts';
import { type Judged, judgeCandidate, type Told } from './judge-candidate.ts';
import type { Files } from './ports/files.ts';
import type { Comment, Issue, Issues } from './ports/issues.ts';
import type { People } from './ports/people.ts';
import { readCandidateForm } from './read-candidate-form.ts';
import { writtenByPeople } from './sticky-comment.ts';

/** Judges a candidate by the repository's form and by what people wrote under it, which is read where there is any. */
export async function readJudged(
  world: Files & People & Pick<Issues, 'readComments'>,
  issue: Told['issue'] & Pick<Issue, 'commentCount'>,
  policy: Policy,
): Promise<Judged> {
  const comments = issue.commentCount > 0 ? await world.readComments(issue.number) : [];
  return judgeThread(world, { issue, comments }, policy);
}

/** The same where its comments, ours among them, are there already. Whose they are is asked only where there are any. */
export async function judgeThread(
  world: Files & People,
  { issue, comments }: { readonly issue: Told['issue']; readonly comments: readonly Comment[] },
  policy: Policy,
): Promise<Judged> {
  const { template } = await readCandidateForm(world);
  const told = comments.length === 0 ? [] : writtenByPeople(comments, await world.account());
  return judgeCandidate({ issue, comments: told, template, policy }, world);
}
