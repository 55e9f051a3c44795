import { z } from 'zod';
import { isSameRepository } from '../../core/repository.ts';
import type { SummaryState } from '../../core/summary/summary-state.ts';
import { readHiddenJson, renderHiddenJson } from '../hidden-json.ts';
import { storedStateSchema, storedVersion, toState, toStored } from './stored-state.ts';

const opening = '<!-- chokepoint:summary-state ';

/** The state as a hidden comment. */
export function renderHiddenState(state: SummaryState): string {
  return renderHiddenJson(opening, toStored(state));
}

export interface StateReading {
  readonly state: SummaryState | null;
  /** Why there is none, as half a sentence about the summary it was looked for in. */
  readonly lost: string | null;
}

/**
 * Reads back what a summary of the writer's own account left: the caller asks for no other body. It is believed only
 * where it names the repository and week of the issue it stands in; whatever else is found costs the deltas and
 * nothing more.
 */
export function readHiddenState(
  body: string,
  expected: { readonly repository: string; readonly week: string },
): StateReading {
  const start = body.indexOf(opening);
  if (start < 0) return { state: null, lost: 'has lost its hidden state' };
  const isOnlyOne = body.lastIndexOf(opening) === start;
  const stored = isOnlyOne ? readHiddenJson(opening, body) : null;
  if (versionIn(stored) !== storedVersion) {
    const lost = versionIn(stored) === null ? 'has a damaged hidden state' : 'was written by another version';
    return { state: null, lost };
  }
  const reading = storedStateSchema.safeParse(stored);
  if (!reading.success) return { state: null, lost: 'has a damaged hidden state' };
  const state = toState(reading.data);
  if (!isSameRepository(state.repository, expected.repository) || state.week !== expected.week) {
    return { state: null, lost: 'holds the state of another repository or week' };
  }
  return { state, lost: null };
}

function versionIn(stored: unknown): number | null {
  const reading = z.object({ version: z.number() }).safeParse(stored);
  return reading.success ? reading.data.version : null;
}
