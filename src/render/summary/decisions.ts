import { toWords } from '../../core/calendar.ts';
import type { DecisionNeeded } from '../../core/summary/decisions-needed.ts';
import type { MovedConstraint, MovedSignal } from '../../core/summary/moved-constraint.ts';
import type { Summary } from '../../core/summary/summary.ts';
import { inert } from '../markdown.ts';
import { capitalise, constraintName, type NameIssue, titleOf } from '../wording.ts';

/** What only a person can settle, at most three; while no constraint is declared, the inputs ask instead. */
export function renderDecisions(summary: Summary, name: NameIssue): string | null {
  const { decisions, status, repository } = summary;
  if (decisions.told.length === 0) return status === null ? null : noDecision;
  const owner = status?.owner ?? null;
  const asked = owner === null ? '' : ` *(${inert(owner)})*`;
  const lines = decisions.told.map((decision, index) => {
    return `${index + 1}. ${decisionWords(decision, repository, name)}${asked}`;
  });
  const more = decisions.more === 0 ? [] : [`\n${decisions.more} more after these.`];
  return ['### Decide', '', ...lines, ...more].join('\n');
}

export const noDecision = '**No decision needed.**';

function decisionWords(decision: DecisionNeeded, repository: string, name: NameIssue): string {
  switch (decision.kind) {
    case 'raters-disagree': {
      const { candidate, disagreement } = decision;
      const { high, low, dimension } = disagreement;
      return `**${name(candidate)} ${titleOf(candidate)}**: ${inert(high.by)} and ${inert(low.by)} rate its ${dimension} ${high.rating} and ${low.rating}. Talk, then \`/settle\`.`;
    }
    case 'moved-constraint':
      return movedWords(decision.moved, (number) => name({ repository, number }));
    case 'review': {
      const where = decision.issue === null ? '' : ` in ${name({ repository, number: decision.issue })}`;
      return `**Continue, refine or move?** Answer${where} with \`/decide\` by ${toWords(decision.answerBy)}.`;
    }
    case 'first-move': {
      const { leading, shipBy } = decision;
      const by = `It is to be merged by ${toWords(shipBy)}`;
      return leading === null
        ? `**Pick the first move.** No candidate on the constraint is ready or close to it: raise one. ${by}.`
        : `**Pick the first move.** ${name(leading)} *${titleOf(leading)}* leads: \`/first-move\` there. ${by}.`;
    }
    case 'outcome': {
      const { firstMove, closedDay } = decision;
      return `**What did ${name(firstMove)} ${titleOf(firstMove)} do?** It was closed on ${toWords(closedDay)}: \`/outcome moved because …\` there, or \`flat\`, or \`worse\`.`;
    }
  }
}

function movedWords({ signals, toward }: MovedConstraint, nameDiagnosis: (number: number) => string): string {
  const where = toward === null ? '' : ` to ${constraintName(toward)}`;
  return `**Has the constraint moved${where}?** ${capitalise(signals.map((signal) => signalWords(signal, nameDiagnosis)).join('; '))}. Nothing switches by itself: to be sure, diagnose anew; to move, commit a new \`primary:\`.`;
}

function signalWords(signal: MovedSignal, nameDiagnosis: (number: number) => string): string {
  switch (signal.sign) {
    case 'target-met':
      return `the target was met on ${toWords(signal.first.day)} and still on ${toWords(signal.second.day)}`;
    case 'new-candidates':
      return `half or more of the strong new candidates served ${constraintName(signal.constraint)} in ${signal.weeks} of 4 weeks`;
    case 'exceptions':
      return `three in ten merges or more were accepted toward ${constraintName(signal.constraint)} in ${signal.weeks} weeks running`;
    case 'diagnosis':
      return `the diagnosis ${nameDiagnosis(signal.number)} says ${constraintName(signal.constraint)}`;
  }
}
