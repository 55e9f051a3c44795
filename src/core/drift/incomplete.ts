import type { LinkedIssue } from './facts.ts';

/** Whether it is a candidate that still misses an answer. */
export function isIncomplete({ candidate }: LinkedIssue): boolean {
  return candidate?.verdict === 'incomplete';
}
