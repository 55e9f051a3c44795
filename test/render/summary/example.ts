import { summariseWeek } from '../../../src/core/summary/summarise-week.ts';
import type { CandidateInList, StatusLine, Summary } from '../../../src/core/summary/summary.ts';
import type { Reference } from '../../../src/core/summary/week-facts.ts';
import { nameIssueIn } from '../../../src/render/wording.ts';
import { policy, repository, undeclared, weekFacts } from '../../core/summary/builders.ts';
import { exampleWeek, weekBefore } from '../../core/summary/example-week.ts';

/** A full week on the constraint activation, and one without anything. */
export const summary: Summary = summariseWeek(exampleWeek, policy, weekBefore);
export const nothing: Summary = summariseWeek(weekFacts(), undeclared, null);

export const name = nameIssueIn([repository]);

export function issue(number: number, title = `Issue ${number}`): Reference {
  return { repository, number, title };
}

export function statusLine(changes: Partial<StatusLine> = {}): StatusLine {
  if (summary.status === null) throw new Error('the example declares a constraint');
  return { ...summary.status, ...changes };
}

/** The candidate that leads the example. */
export function leading(changes: Partial<CandidateInList> = {}): CandidateInList {
  const [first] = summary.top.items;
  if (first === undefined) throw new Error('the example has candidates');
  return { ...first, ...changes };
}
