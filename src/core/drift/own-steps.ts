import { type Constraint, constraintGuide, constraints } from '../constraint.ts';
import type { Policy } from '../policy.ts';
import { answered, needing, type StepResult, skipped } from './answer.ts';
import { constraintByClassify } from './constraint-of-issue.ts';
import type { PullRequestFacts } from './facts.ts';
import { pathGlobsFor, pathsOf } from './matching-steps.ts';

/** A maintainer's `/constraint`. */
export function commandStep(facts: PullRequestFacts): StepResult {
  const command = facts.commands.constraint;
  if (command === null) return skipped('No maintainer set it by /constraint.');
  const { constraint, by } = command;
  return answered(
    { by: 'command', constraint, person: by },
    `${by} set it to ${nameOf(constraint)} by /constraint.`,
  );
}

/** Its own labels, by `classify`. */
export function labelStep(facts: PullRequestFacts, policy: Policy): StepResult {
  const { constraint, label, why } = constraintByClassify(facts.labels, policy);
  if (constraint === null) return skipped(`It ${why}.`);
  return answered(
    { by: 'label', constraint, label },
    `It ${why}, which classifies it as ${nameOf(constraint)}.`,
  );
}

/** Its milestone's open, complete candidates, when they all agree. */
export function milestoneStep(facts: PullRequestFacts): StepResult {
  const { milestone } = facts;
  if (milestone === null) return skipped('It is in no milestone.');
  const { title, candidates } = milestone;
  if (candidates === 'unread') return needing({ fact: 'milestone' });
  if (candidates === 'unreadable')
    return skipped(`The candidates of its milestone "${title}" could not be read.`);
  const found = candidates.filter(({ complete }) => complete).map(({ constraint }) => constraint);
  const served = constraints.filter((constraint) => found.includes(constraint));
  const [only] = served;
  if (only === undefined) return skipped(`Its milestone "${title}" has no open, complete candidate.`);
  if (served.length > 1) {
    return skipped(
      `The candidates of its milestone "${title}" do not agree: ${served.map(nameOf).join(', ')}.`,
    );
  }
  const text = `Every open, complete candidate of its milestone "${title}" serves ${nameOf(only)}.`;
  return answered({ by: 'milestone', constraint: only, title }, text);
}

/** Its changed files, when every file that is not exempt matches one and the same constraint's paths. */
export function pathsStep(facts: Pick<PullRequestFacts, 'files'>, policy: Policy): StepResult {
  const classified = constraints.filter((constraint) => pathsOf(constraint, policy).length > 0);
  if (classified.length === 0) return skipped('No paths are classified in the config.');
  const { files } = facts;
  if (files === 'unread') return needing({ fact: 'files' });
  if (files === 'unreadable') return skipped('Its changed files could not be read.');
  if (files === 'too-many') return skipped('It changes more than 3,000 files, so they do not classify it.');
  const globs = pathGlobsFor(files, policy);
  if (globs === null) return skipped(tooManySteps);
  const counted = files.filter((file) => !globs.isExempt(file));
  if (counted.length === 0) return skipped('It changes no file that is not exempt.');
  const served = classified.filter((constraint) => counted.every(globs.serves[constraint]));
  const [only] = served;
  if (only === undefined) return skipped('Its changed files do not all match the paths of one constraint.');
  if (served.length > 1)
    return skipped(`Its changed files match the paths of ${served.map(nameOf).join(' and ')}.`);
  return answered(
    { by: 'paths', constraint: only },
    `All of its changed files match the paths of ${nameOf(only)}.`,
  );
}

const tooManySteps =
  'Matching its changed files with the paths in the config would take too long, so they do not classify it.';

function nameOf(constraint: Constraint): string {
  return constraintGuide[constraint].name;
}
