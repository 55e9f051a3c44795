import { kindNames } from '../candidate.ts';
import { type Constraint, constraintGuide } from '../constraint.ts';
import type { Policy } from '../policy.ts';
import type { Answer, AnsweringIssue } from './answer.ts';
import { type Code, inTableOrder } from './codes.ts';
import type { LinkedIssue, PullRequestFacts } from './facts.ts';
import { listOf, namedAtMost, type Phrase, phrase } from './phrase.ts';
import type { Resolution } from './resolve-constraint.ts';
import { sequenceViolations } from './sequence.ts';

/** One code that holds, and the sentence that says why. */
export interface Finding {
  readonly code: Code;
  readonly text: Phrase;
}

/** Everything that stands against the pull request, in table order; empty when it is aligned. */
export function findDrift(
  facts: PullRequestFacts,
  policy: Policy,
  resolution: Resolution,
): readonly Finding[] {
  if (resolution.resolvedBy === 'enables') return [];
  const { issues } = facts.links;
  const early = issues.flatMap((issue) => sequenceFindings(issue, policy));
  const found =
    policy.primary === null
      ? early
      : [
          ...early,
          ...constraintFindings(facts, policy.primary.constraint, resolution.answer),
          ...issues.filter(({ candidate }) => candidate?.isIncomplete).map(incompleteFinding),
        ];
  return inTableOrder(found.map(({ code }) => code)).flatMap((code) => {
    const same = found.filter((each) => each.code === code);
    const more = same.length - namedAtMost;
    const counted: Finding = { code, text: phrase`The same holds for ${more} more.` };
    return more > 0 ? [...same.slice(0, namedAtMost), counted] : same;
  });
}

/** The sentence about what answered: `This closes #126 (“Bulk invoice export”), which serves Operations.` */
export function describeAnswer(answer: Answer): Phrase {
  const serves = { strong: constraintGuide[answer.constraint].name };
  switch (answer.by) {
    case 'command':
      return phrase`${{ quoted: answer.person }} says that it serves ${serves}.`;
    case 'linked-issue':
      return phrase`This ${answer.closes ? 'closes' : 'is part of'} ${listIssues(answer.issues)}.`;
    case 'label':
      return phrase`It carries the label ${{ quoted: answer.label }}, which stands for ${serves}.`;
    case 'enables':
      return phrase`It enables #${answer.issue.number} (${{ quoted: answer.issue.title }}), which serves ${serves}.`;
    case 'milestone':
      return phrase`It is in the milestone ${{ quoted: answer.title }}, which serves ${serves}.`;
    case 'paths':
      return phrase`The files it changes belong to ${serves}.`;
  }
}

function listIssues(issues: readonly AnsweringIssue[]): Phrase {
  const clauses = issues.map(
    ({ number, title, constraint }) =>
      phrase`#${number} (${{ quoted: title }}), which serves ${{ strong: constraintGuide[constraint].name }}`,
  );
  return listOf(clauses, ', and ');
}

function sequenceFindings(issue: LinkedIssue, policy: Policy): readonly Finding[] {
  return sequenceViolations(issue.candidate, policy).map(({ code, kind, because }) => ({
    code,
    text: phrase`#${issue.number} (${{ quoted: issue.title }}) is ${{ strong: kindNames[kind] }}: ${because}.`,
  }));
}

function constraintFindings(
  facts: PullRequestFacts,
  primary: Constraint,
  answer: Answer | null,
): readonly Finding[] {
  if (answer === null) return [{ code: 'UNCLASSIFIED', text: unclassified(facts) }];
  if (answer.constraint === primary) return [];
  const isMixed =
    answer.by === 'linked-issue' && answer.issues.some(({ constraint }) => constraint === primary);
  return [{ code: isMixed ? 'MIXED' : 'DRIFT', text: describeAnswer(answer) }];
}

function unclassified({ links }: PullRequestFacts): Phrase {
  if (links.unreadable.length > 0) {
    const missing = listOf(links.unreadable.map((number) => phrase`#${number}`));
    const were = links.unreadable.length > 1 ? 'were' : 'was';
    return phrase`Nothing says yet which constraint this serves; ${missing} ${were} not found or not readable.`;
  }
  if (links.issues.length > 0) {
    const linked = listOf(links.issues.map(({ number }) => phrase`#${number}`));
    const carry = links.issues.length > 1 ? 'carry' : 'carries';
    return phrase`Nothing says yet which constraint this serves: ${linked} ${carry} no label of a constraint, or more than one.`;
  }
  const elsewhere = links.otherRepositories.map((reference) => phrase`${{ quoted: reference }}`);
  if (elsewhere.length === 0) return phrase`Nothing says yet which constraint this serves.`;
  const are = elsewhere.length > 1 ? 'are' : 'is';
  return phrase`Nothing in this repository says yet which constraint this serves; ${listOf(elsewhere)} ${are} not counted, being in another one.`;
}

function incompleteFinding(issue: LinkedIssue): Finding {
  const text = phrase`#${issue.number} (${{ quoted: issue.title }}) is a candidate that still misses an answer.`;
  return { code: 'INCOMPLETE', text };
}
