import { isMaintainer, isTriager, type Permission } from '../permission.ts';
import type { Policy } from '../policy.ts';
import { type CommandName, commandNames } from './command.ts';

/** Where a command may stand. */
export type Place =
  | 'candidate'
  | 'issue'
  | 'pull-request'
  | 'closed-first-move'
  | 'summary'
  | 'decision-issue';

/** Who may use a command; a scorer is whom `scoring.who-may-score` says. */
export type Who = 'maintainer' | 'triager' | 'scorer' | 'author-or-triager' | 'anyone';

export interface CommandGuide {
  /** The line to write, an ellipsis standing for the writer's own words. */
  readonly usage: string;
  /** What it does, as half a sentence. */
  readonly does: string;
  readonly who: Who;
  readonly on: readonly Place[];
}

/** Every command: how it is written, by whom, where (docs/commands.md). */
export const commandGuide: Readonly<Record<CommandName, CommandGuide>> = {
  answer: {
    usage: '/answer metric: …',
    does: 'fills or replaces one answer of the form, by its id',
    who: 'author-or-triager',
    on: ['candidate'],
  },
  score: {
    usage: '/score 4 3 4 5 because …',
    does: 'a second opinion: impact, evidence, confidence, timing; or only some of them: `/score impact=4 timing=2`',
    who: 'scorer',
    on: ['candidate'],
  },
  constraint: {
    usage: '/constraint reliability',
    does: 'says which constraint it serves, until a later one',
    who: 'maintainer',
    on: ['candidate', 'pull-request'],
  },
  confirm: {
    usage: '/confirm',
    does: 'confirms a candidate that was filed from outside the team',
    who: 'triager',
    on: ['candidate'],
  },
  settle: {
    usage: '/settle 4 3 4 5 because …',
    does: 'ends the discussion: these ratings count alone, until a later one',
    who: 'maintainer',
    on: ['candidate'],
  },
  'first-move': {
    usage: '/first-move',
    does: 'picks this candidate to work the constraint with',
    who: 'maintainer',
    on: ['candidate'],
  },
  outcome: {
    usage: '/outcome moved|flat|worse because …',
    does: 'tells what the first move did to the metric, and what it taught about the next constraint',
    who: 'maintainer',
    on: ['closed-first-move'],
  },
  candidate: {
    usage: '/candidate',
    does: 'makes this issue a candidate',
    who: 'triager',
    on: ['issue'],
  },
  accept: {
    usage: '/accept because …',
    does: 'accepts work outside the constraint; it is counted and listed',
    who: 'maintainer',
    on: ['pull-request'],
  },
  metric: {
    usage: '/metric 41.5 2026-11-20',
    does: 'records a reading of the metric; without a date, of today',
    who: 'maintainer',
    on: ['summary', 'decision-issue'],
  },
  decide: {
    usage: '/decide continue|refine|move because …',
    does: 'takes the decision the 90 days end with',
    who: 'maintainer',
    on: ['decision-issue'],
  },
  help: {
    usage: '/help',
    does: 'lists the commands that apply here',
    who: 'anyone',
    on: ['candidate', 'issue', 'pull-request', 'closed-first-move', 'summary', 'decision-issue'],
  },
};

/** The commands that apply at `place`, in the order they are listed. */
export function commandsOn(place: Place): readonly CommandName[] {
  return commandNames.filter((name) => commandGuide[name].on.includes(place));
}

export interface Person {
  readonly permission: Permission;
  /** Whether they opened the issue or pull request. */
  readonly isAuthor: boolean;
}

/** Whether `person` may use the command `name`, given who may score in this repository. */
export function mayUse(
  name: CommandName,
  { permission, isAuthor }: Person,
  whoMayScore: Policy['scoring']['whoMayScore'],
): boolean {
  const allowed: Readonly<Record<Who, boolean>> = {
    maintainer: isMaintainer(permission),
    triager: isTriager(permission),
    scorer:
      whoMayScore === 'all' || (whoMayScore === 'write' ? isMaintainer(permission) : isTriager(permission)),
    'author-or-triager': isAuthor || isTriager(permission),
    anyone: true,
  };
  return allowed[commandGuide[name].who];
}

/** Who may use it, in words: `a maintainer`, `the author or a triager`. */
export function whoInWords(name: CommandName, whoMayScore: Policy['scoring']['whoMayScore']): string {
  const scorers = { triage: 'a triager', write: 'a maintainer', all: 'anyone' };
  const words: Readonly<Record<Who, string>> = {
    maintainer: 'a maintainer',
    triager: 'a triager',
    scorer: scorers[whoMayScore],
    'author-or-triager': 'the author or a triager',
    anyone: 'anyone',
  };
  return words[commandGuide[name].who];
}
