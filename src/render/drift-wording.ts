import { toWords } from '../core/calendar.ts';
import { constraintGuide } from '../core/constraint.ts';
import type { DriftReport } from '../core/drift/check-pull-request.ts';
import type { Code, Conclusion } from '../core/drift/codes.ts';
import { describeAnswer } from '../core/drift/findings.ts';
import type { Remedy } from '../core/drift/remedies.ts';
import type { Policy } from '../core/policy.ts';
import { clip, inert, toOneLine } from './markdown.ts';
import { renderPhrase, renderQuoted } from './phrase.ts';
import { constraintName } from './wording.ts';

/** What the wording needs beside the report. */
export interface DriftContext {
  /** `primary.because`. */
  readonly because: string | null;
  /** Day 90 of the plan, `YYYY-MM-DD`; `null` when it has passed or was not declared. */
  readonly until: string | null;
  /** Classified merges of the week of the last summary, where that was read. */
  readonly lastWeek: { readonly aligned: number; readonly classified: number } | null;
  readonly whoMayScore: Policy['scoring']['whoMayScore'];
  /** Where docs/drift.md can be read. */
  readonly docs: string;
}

const headlines: Readonly<Record<Code, string>> = {
  'SEQ-1': 'Ahead of its time',
  'SEQ-2': 'Ahead of its time',
  'SEQ-3': 'Ahead of its time',
  PAUSED: 'Paused for now',
  DRIFT: 'Outside the constraint',
  MIXED: 'Partly outside the constraint',
  UNCLASSIFIED: 'Not tied to the constraint yet',
  INCOMPLETE: 'Almost there',
  ALIGNED: 'On the constraint',
  EXEMPT: 'Exempt',
  ACCEPTED: 'Accepted',
};

/** A few words for what the report comes to, without a full stop. */
export function headlineOf({ codes, problems }: DriftReport): string {
  const [code] = codes;
  if (code !== undefined) return headlines[code];
  return problems.length > 0 ? 'Not checked: the config has Problems' : 'No constraint declared yet';
}

/** The report in sentences, as one paragraph of Markdown. */
export function renderSentences(report: DriftReport, context: DriftContext): string {
  const { findings, exemption, acceptance, answer, hint } = report;
  const sentences = findings.map(({ text }) => renderPhrase(text));
  if (exemption !== null) return [inert(exemption.text), ...sentences].join(' ');
  if (acceptance !== null) {
    const who = `${inert(acceptance.by)}${acceptance.self ? ' (its own author)' : ''}`;
    return [`${who} accepts it: ${renderQuoted(withoutStop(acceptance.because))}.`, ...sentences].join(' ');
  }
  if (sentences.length > 0) return [...sentences, ...declarationOf(report, context)].join(' ');
  return [
    ...(hint === null ? [] : [hint]),
    ...(answer === null ? [] : [renderPhrase(describeAnswer(answer))]),
  ].join(' ');
}

/** One list line: when it is right, the line to write, and what follows. */
export function renderRemedy({ when, line, note }: Remedy): string {
  return `- ${when}: \`${line}\`${note === null ? '' : ` (${note})`}`;
}

/** What answered, in a few words: `Resolved by the linked issue #126`. */
export function renderResolvedBy({ answer }: DriftReport): string {
  if (answer === null) return 'Nothing resolved it';
  switch (answer.by) {
    case 'command':
      return 'Resolved by `/constraint`';
    case 'linked-issue': {
      const numbers = answer.issues.map(({ number }) => `#${number}`);
      return clip(
        `Resolved by the linked ${numbers.length === 1 ? 'issue' : 'issues'} ${numbers.join(', ')}`,
        200,
      );
    }
    case 'label':
      return `Resolved by its label ${renderQuoted(answer.label)}`;
    case 'enables':
      return `Resolved by #${answer.issue.number}, which it enables`;
    case 'milestone':
      return `Resolved by its milestone ${renderQuoted(answer.title)}`;
    case 'paths':
      return 'Resolved by its changed files';
  }
}

/** The conclusion in words that fit a list of checks. */
export function titleOf(report: DriftReport): string {
  const { codes, constraint, primary, acceptance, conclusion } = report;
  const [serves, wanted] = [constraintName(constraint), constraintName(primary)];
  const detail: Partial<Record<Code, string>> = {
    ALIGNED: `: ${serves}`,
    DRIFT: `: ${serves}, not ${wanted}`,
    MIXED: `: ${wanted} is the constraint`,
    UNCLASSIFIED: `: ${wanted}`,
    ACCEPTED: ` by ${toOneLine(acceptance?.by ?? '')}`,
  };
  const [code] = codes;
  const noted = conclusion === 'note' ? ' (noted only)' : '';
  return `${headlineOf(report)}${code === undefined ? '' : (detail[code] ?? '')}${noted}`;
}

/** What a conclusion means for the pull request. */
export const conclusionMeaning: Readonly<Record<Conclusion, string>> = {
  success: 'Nothing to do.',
  note: 'Noted only: nobody is warned and nothing is blocked.',
  warning: 'Nothing is blocked.',
  failure: 'The team holds such work back until one of these lines is there.',
};

function declarationOf({ primary }: DriftReport, { until, because }: DriftContext): readonly string[] {
  if (primary === null) return [];
  const works = `the team works on **${constraintGuide[primary].name}**`;
  const sentence = until === null ? `Right now ${works}` : `Until ${toWords(until)} ${works}`;
  return [
    because === null || because.trim() === ''
      ? `${sentence}.`
      : `${sentence}: ${renderQuoted(withoutStop(because))}.`,
  ];
}

/** Linear, unlike a pattern that tries every stop as the last one. */
function withoutStop(text: string): string {
  const trimmed = text.trim();
  return trimmed.endsWith('.') ? trimmed.slice(0, -1) : trimmed;
}
