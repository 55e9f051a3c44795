import type { References } from '../core/closing-keywords.ts';
import type { CandidateFacts, LinkedIssue, Links } from '../core/drift/facts.ts';
import { selectLinks } from '../core/drift/select-links.ts';
import { asksForKind } from '../core/drift/sequence.ts';
import { ambiguousFields, readCandidate } from '../core/form/read-candidate.ts';
import { hasLabel, verdictCarried } from '../core/labels.ts';
import type { Policy } from '../core/policy.ts';
import { isSameRepository } from '../core/repository.ts';
import { missingAnswers } from '../core/scoring/missing-answers.ts';
import type { Files } from './ports/files.ts';
import type { Issues } from './ports/issues.ts';
import type { People } from './ports/people.ts';
import type { LinkedIssueReading, PullRequest, PullRequests } from './ports/pull-requests.ts';
import { readCandidateForm } from './read-candidate-form.ts';
import { judgeThread } from './read-judged.ts';

export type LinkedIssueWorld = Files & People & Issues & PullRequests;

/** The issues a pull request is linked to; those that could not be read are named, never dropped. */
export async function readLinks(
  world: LinkedIssueWorld,
  { repository, closing }: PullRequest,
  references: References,
  policy: Policy,
): Promise<Links> {
  const selected = selectLinks(repository, closing, references);
  const readings = await Promise.all(
    selected.numbers.map(async (number) => {
      const here = closing?.find(
        (one) => one.number === number && isSameRepository(one.repository, repository),
      );
      return { number, reading: here ?? (await world.readLinkedIssue(number)) };
    }),
  );
  const found = readings.flatMap(({ reading }) => (reading === null ? [] : [reading]));
  return {
    source: selected.source,
    relation: closing === null ? 'unreadable' : 'read',
    issues: await Promise.all(found.map((reading) => toLinkedIssue(world, reading, policy))),
    unreadable: readings.flatMap(({ number, reading }) => (reading === null ? [number] : [])),
    more: selected.more,
    otherRepositories: selected.otherRepositories,
  };
}

/** What a candidate is judged by. */
type CandidateReading = Omit<LinkedIssueReading, 'parent'>;

/** A reading as the check wants it, with what its form and comments say where it is a candidate. */
export async function toLinkedIssue(
  world: LinkedIssueWorld,
  reading: CandidateReading & Pick<LinkedIssue, 'parent'>,
  policy: Policy,
): Promise<LinkedIssue> {
  const { number, title, state, labels, parent } = reading;
  const isCandidate = hasLabel(labels, 'candidate', policy.labels);
  const candidate = isCandidate ? await readCandidateFacts(world, reading, policy) : null;
  return { number, title, state, labels, parent, candidate };
}

/**
 * What a rule looks at of a linked candidate. Whether it is incomplete stands on its label; the form is read where
 * a rule asks for the kind, with the comments under it.
 */
async function readCandidateFacts(
  world: LinkedIssueWorld,
  reading: CandidateReading,
  policy: Policy,
): Promise<CandidateFacts> {
  const verdict = verdictCarried(reading.labels, policy.labels);
  if (verdict !== null && !asksForKind(policy)) return { kind: null, isIncomplete: verdict === 'incomplete' };
  const told = await readToldFacts(world, reading, policy);
  return verdict === null ? told : { ...told, isIncomplete: verdict === 'incomplete' };
}

async function readToldFacts(
  world: LinkedIssueWorld,
  reading: CandidateReading,
  policy: Policy,
): Promise<CandidateFacts> {
  const comments = reading.commentCount > 0 ? await world.readComments(reading.number) : [];
  if (comments.length > 0) {
    const { scored } = await judgeThread(world, { issue: reading, comments }, policy);
    return { kind: scored.kind, isIncomplete: scored.verdict === 'incomplete' };
  }
  // The form alone: nobody's permission has to be asked for.
  const { template } = await readCandidateForm(world);
  const { value, problems } = readCandidate(reading.body, template);
  return { kind: value.kind, isIncomplete: missingAnswers(value, ambiguousFields(problems)).length > 0 };
}
