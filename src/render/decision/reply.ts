import type { CommandOutcome } from '../../core/commands/candidate-state.ts';
import type { Decision } from '../../core/commands/command.ts';
import type { DecisionTold } from '../../core/commands/resolve-decision.ts';
import type { NextPrimary } from '../../core/plan/next-primary.ts';
import type { Policy } from '../../core/policy.ts';
import { renderHelp } from '../command-help.ts';
import { inert } from '../markdown.ts';
import { ownCommentStart } from '../own-comment-start.ts';
import { renderPrimary } from '../primary-block.ts';
import { renderRefusals } from '../refusals.ts';
import { capitalise } from '../wording.ts';

/** The hidden first line of the one comment that answers the commands under a decision issue. */
export const decisionReplyMarker = `${ownCommentStart}decision-reply -->`;

export interface DecisionReplyInput {
  /** `next` is `null` where the config has declared something else since. */
  readonly decided: { readonly told: DecisionTold; readonly next: NextPrimary | null } | null;
  /** Where a new diagnosis is filed. */
  readonly diagnosisUrl: string;
  readonly outcomes: readonly CommandOutcome[];
  readonly helpAsked: boolean;
  readonly whoMayScore: Policy['scoring']['whoMayScore'];
}

/** The decision with the block to commit, refusals, help; `null` where there is nothing to say. */
export function renderDecisionReply(input: DecisionReplyInput): string | null {
  const { decided, outcomes, helpAsked, whoMayScore } = input;
  const parts = [
    decided === null ? '' : decisionParts(decided.told, decided.next, input.diagnosisUrl),
    renderRefusals(outcomes),
    helpAsked ? renderHelp('decision-issue', whoMayScore) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : [decisionReplyMarker, ...parts].join('\n\n');
}

const meaning: Readonly<Record<Decision, string>> = {
  continue: 'The constraint stays. Commit this to `.github/chokepoint.yml` to start the next plan:',
  refine:
    'The plan starts anew on the same constraint. Fill in what is to be different, and commit this to `.github/chokepoint.yml`:',
  move: 'Then commit what it finds to `.github/chokepoint.yml`:',
};

function decisionParts(
  { decision, by, because }: DecisionTold,
  next: NextPrimary | null,
  diagnosisUrl: string,
): string {
  const told = `**${capitalise(decision)}**, decided by ${inert(by)}: *${inert(because)}*`;
  if (next === null) return `${told}\n\nThe config has changed since, so nothing is left to commit.`;
  const diagnosis = `Something else holds the product back now. [File a new diagnosis](${diagnosisUrl}) to see what.`;
  return [
    told,
    ...(decision === 'move' ? [diagnosis] : []),
    meaning[decision],
    renderPrimary(next),
    'Until then every summary says that this is decided and not yet committed.',
  ].join('\n\n');
}
