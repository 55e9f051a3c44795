import type { CandidateRecord, CommandComment } from './candidate-record.ts';
import type { CommandOutcome, Said } from './candidate-state.ts';
import { checkPermission } from './check-command.ts';
import type { Decision } from './command.ts';

/** What a maintainer decided, and why; the reason is foreign text. */
export interface DecisionTold extends Said {
  readonly decision: Decision;
  readonly because: string;
}

export interface DecisionReading {
  /** The last that was accepted. */
  readonly decision: DecisionTold | null;
  /** One for each well-formed `/decide`. */
  readonly outcomes: readonly CommandOutcome[];
}

/** What people wrote under one decision issue, in the order they wrote it. */
export interface DecisionRecord extends Pick<CandidateRecord, 'permissions' | 'whoMayScore'> {
  readonly comments: readonly CommandComment[];
}

/** The decision that stands, by the comments as they are now (docs/plan.md). Problems: COMMAND_NOT_ALLOWED. */
export function resolveDecision(record: DecisionRecord): DecisionReading {
  let decision: DecisionTold | null = null;
  const outcomes: CommandOutcome[] = [];
  for (const { author: by, at, id: commentId, reading } of record.comments) {
    for (const command of reading.value) {
      if (command.name !== 'decide') continue;
      const problem = checkPermission('decide', by, record);
      outcomes.push({ by, at, commentId, command: 'decide', problem });
      if (problem !== null) continue;
      decision = { by, at, commentId, decision: command.decision, because: command.because };
    }
  }
  return { decision, outcomes };
}
