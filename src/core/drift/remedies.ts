import type { Policy } from '../policy.ts';
import type { PullRequestFacts } from './facts.ts';
import type { Finding } from './findings.ts';

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
  if (findings.length === 0) return [];
  const held = new Set(findings.map(({ code }) => code));
  return [
    ...(held.has('UNCLASSIFIED') ? [link] : []),
    ...(held.has('DRIFT') || held.has('MIXED') || held.has('UNCLASSIFIED')
      ? constrain(held.has('MIXED'), policy)
      : []),
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
    .filter(({ candidate }) => candidate?.verdict === 'incomplete')
    .map(({ number }) => `#${number}`);
  const named = numbers.length > 4 ? `${numbers.slice(0, 4).join(', ')} and more` : numbers.join(', ');
  const where = `on ${named}, where the missing answer is named`;
  return { when: 'The missing answer is known', line: '/answer …', note: where };
}

function constrain(mixed: boolean, policy: Policy): readonly Remedy[] {
  const primary = policy.primary?.constraint;
  if (primary === undefined) return [];
  const when = mixed ? `All of it serves ${primary}` : `It does serve ${primary} after all`;
  return [{ when, line: `/constraint ${primary}`, note: null }];
}

function accept(policy: Policy): Remedy {
  const { day } = policy.summary;
  const note = `counted, and listed on ${day.charAt(0).toUpperCase()}${day.slice(1)}`;
  return { when: 'It is right to do it now', line: '/accept because …', note };
}
