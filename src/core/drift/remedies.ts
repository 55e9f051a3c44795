import type { Constraint } from '../constraint.ts';
import type { Policy } from '../policy.ts';
import type { Code } from './codes.ts';
import type { PullRequestFacts } from './facts.ts';
import type { Finding } from './findings.ts';
import { listInPlainText } from './phrase.ts';

/** One line that puts it right, and when it is the right one. */
export interface Remedy {
  readonly when: string;
  /** To be written as it stands; an ellipsis is the writer's to fill in. */
  readonly line: string;
  /** Where it goes or what follows, in brackets behind it. */
  readonly note: string | null;
}

/** The lines that put the findings right, the likeliest first; `/accept` is always the last. */
export function remediesFor(
  findings: readonly Finding[],
  facts: PullRequestFacts,
  policy: Policy,
): readonly Remedy[] {
  const held = new Set(findings.map(({ code }) => code));
  return [
    // An issue that is linked already says nothing: linking it once more would not help.
    ...(held.has('UNCLASSIFIED') && facts.links.issues.length === 0 ? [link] : []),
    ...(policy.primary === null ? [] : constrain(held, policy.primary.constraint)),
    ...(held.has('INCOMPLETE') ? [complete(facts)] : []),
    accept(policy),
  ];
}

const link: Remedy = {
  when: 'It belongs to an issue',
  line: 'Closes #…',
  note: 'in the description, or `Part of #…`',
};

function complete({ links }: PullRequestFacts): Remedy {
  const numbers = links.issues
    .filter(({ candidate }) => candidate?.isIncomplete)
    .map(({ number }) => `#${number}`);
  const where = `on ${listInPlainText(numbers)}, where the missing answer is named`;
  return { when: 'The missing answer is known', line: '/answer …', note: where };
}

function constrain(held: ReadonlySet<Code>, primary: Constraint): readonly Remedy[] {
  const remedy = (when: string) => [{ when, line: `/constraint ${primary}`, note: null }];
  if (held.has('MIXED')) return remedy(`All of it serves ${primary}`);
  if (held.has('DRIFT')) return remedy(`It does serve ${primary} after all`);
  return held.has('UNCLASSIFIED') ? remedy(`It serves ${primary}`) : [];
}

function accept(policy: Policy): Remedy {
  const { day } = policy.summary;
  const note = `counted, and listed on ${day.charAt(0).toUpperCase()}${day.slice(1)}`;
  return { when: 'It is right to do it now', line: '/accept because …', note };
}
