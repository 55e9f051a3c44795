import { type CandidateField, dimensionNames } from '../core/candidate.ts';
import { constraints } from '../core/constraint.ts';
import { listInWords } from './markdown.ts';

/** How one missing answer is asked for. */
export interface Ask {
  /** The field as a list names it, in lower case. */
  readonly name: string;
  readonly question: string;
  /** A sentence that helps with the choice, or nothing. */
  readonly hint: string;
  /** Whether an engineer knows it best. */
  readonly engineer: boolean;
}

/** What is asked for a missing answer; the line to paste is `/answer <field>: …`. */
export function askFor(field: CandidateField): Ask {
  return { hint: '', engineer: false, ...asks[field] };
}

const asks: Readonly<Record<CandidateField, Pick<Ask, 'name' | 'question'> & Partial<Ask>>> = {
  constraint: {
    name: 'constraint',
    question: 'Which constraint does it serve?',
    hint: `${listInWords(constraints, 'or')}.`,
  },
  impact: {
    name: 'business impact',
    question: dimensionNames.impact,
    hint: 'From 1 to 5: would it improve revenue, retention, trust or delivery speed?',
  },
  evidence: {
    name: 'evidence strength',
    question: dimensionNames.evidence,
    hint: '1 opinion · 2 one to three customers · 3 repeated feedback · 4 usage data, 20+ interviews or two kinds of feedback · 5 an experiment or a launch. From 3 on, link it: `/answer links: https://…`',
  },
  confidence: {
    name: 'execution confidence',
    question: dimensionNames.confidence,
    hint: 'From 1 to 5: can the team ship it without dangerous complexity?',
    engineer: true,
  },
  timing: {
    name: 'strategic timing',
    question: dimensionNames.timing,
    hint: 'From 1 to 5: does it unlock the next stage, or is it nice to have?',
  },
  kind: { name: 'kind of work', question: 'Kind of work' },
  behaviour: {
    name: 'what changes',
    question: 'What changes, and what user behaviour should improve?',
  },
  metric: {
    name: 'the business metric',
    question: 'What business metric would prove the improvement mattered?',
  },
  risk: {
    name: 'the risk',
    question: 'What technical or operational risk could block the change?',
    engineer: true,
  },
  links: { name: 'evidence links', question: 'Evidence links' },
};
