import type { CommandOutcome } from '../../core/commands/candidate-state.ts';
import type { Policy } from '../../core/policy.ts';
import { renderHelp } from '../command-help.ts';
import { ownCommentStart } from '../own-comment-start.ts';
import { renderRefusals } from '../refusals.ts';

/** The hidden first line of the one comment that answers the commands under a summary. */
export const summaryReplyMarker = `${ownCommentStart}summary-reply -->`;

/** One line for each refused command, and the commands that apply where help was asked for; `null` without either. */
export function renderSummaryReply(
  outcomes: readonly CommandOutcome[],
  helpAsked: boolean,
  whoMayScore: Policy['scoring']['whoMayScore'],
): string | null {
  const parts = [renderRefusals(outcomes), helpAsked ? renderHelp('summary', whoMayScore) : ''];
  const told = parts.filter((part) => part !== '');
  return told.length === 0 ? null : [summaryReplyMarker, ...told].join('\n\n');
}
