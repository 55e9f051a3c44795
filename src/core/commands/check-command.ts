import type { Constraint } from '../constraint.ts';
import type { Permission } from '../permission.ts';
import type { Problem } from '../problem.ts';
import type { CandidateRecord } from './candidate-record.ts';
import type { CommandName } from './command.ts';
import { commandGuide, commandsOn, mayUse, type Place, whoInWords } from './guide.ts';

/** What GitHub told of a login; not told means nothing. */
export function permissionOf(
  login: string,
  { permissions }: Pick<CandidateRecord, 'permissions'>,
): Permission {
  return permissions.get(login.toLowerCase()) ?? 'none';
}

/** `COMMAND_NOT_ALLOWED` when the login `by` may not use the command. What this program opened has no author. */
export function checkPermission(
  name: CommandName,
  by: string,
  record: Pick<CandidateRecord, 'permissions' | 'whoMayScore'> & Partial<Pick<CandidateRecord, 'author'>>,
): Problem | null {
  const isAuthor = by.toLowerCase() === record.author?.toLowerCase();
  const person = { permission: permissionOf(by, record), isAuthor };
  if (mayUse(name, person, record.whoMayScore)) return null;
  return {
    code: 'COMMAND_NOT_ALLOWED',
    message: `\`/${name}\` is for ${whoInWords(name, record.whoMayScore)} of this repository.`,
    found: `${by} (${person.permission})`,
    fix:
      name === 'constraint' && isAuthor
        ? 'Change your own answer with `/answer constraint: …`, or ask a maintainer.'
        : `Ask ${whoInWords(name, record.whoMayScore)} to write \`${commandGuide[name].usage}\`.`,
  };
}

const placesInWords: Readonly<Record<Place, string>> = {
  candidate: 'a candidate',
  issue: 'an issue',
  'pull-request': 'a pull request',
  'closed-first-move': 'a closed first move',
  summary: 'a summary',
  'decision-issue': 'a decision issue',
};

/** What has come of the commands judged so far. */
export interface SoFar {
  readonly isCandidate: boolean;
  readonly constraint: Constraint | null;
  readonly isFirstMove: boolean;
}

/** `COMMAND_MISPLACED` when the command does nothing on this issue as it stands. */
export function checkPlace(
  name: CommandName,
  { isOpen, primary }: CandidateRecord,
  { isCandidate, constraint, isFirstMove }: SoFar,
): Problem | null {
  // On a candidate `/candidate` asks for nothing that is not so; the comment that made it one stays accepted.
  const here = commandsOn(isCandidate && name !== 'candidate' ? 'candidate' : 'issue');
  if (here.includes(name)) {
    // A closed first move served the constraint of its time, whatever is declared since.
    const isOver = !isOpen && isFirstMove;
    return name === 'first-move' && !isOver ? checkConstraint(constraint, primary) : null;
  }
  if (name === 'outcome' && isCandidate && !isOpen && isFirstMove) return null;
  return misplaced(name);
}

/** `COMMAND_MISPLACED`, with where the command does something. */
export function misplaced(name: CommandName): Problem {
  const places = commandGuide[name].on.map((place) => placesInWords[place]);
  return problemOfPlace(name, `it works on ${places.join(' or ')}`);
}

function checkConstraint(constraint: Constraint | null, primary: Constraint | null): Problem | null {
  if (primary === null) return problemOfPlace('first-move', 'no constraint is declared yet');
  if (constraint === primary) return null;
  return problemOfPlace('first-move', 'a first move serves the constraint, and this does not');
}

function problemOfPlace(name: CommandName, because: string): Problem {
  return {
    code: 'COMMAND_MISPLACED',
    message: `\`/${name}\` does nothing here: ${because}.`,
    fix: 'Write `/help` to see what applies here.',
  };
}
