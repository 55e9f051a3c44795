import type { Dimension, Rating, Ratings } from '../candidate.ts';
import type { Constraint } from '../constraint.ts';

/** The commands, in the order `/help` lists them (docs/commands.md). */
export const commandNames = [
  'answer',
  'score',
  'constraint',
  'confirm',
  'settle',
  'first-move',
  'outcome',
  'candidate',
  'accept',
  'metric',
  'decide',
  'help',
] as const;

export type CommandName = (typeof commandNames)[number];

export const outcomes = ['moved', 'flat', 'worse'] as const;

export type Outcome = (typeof outcomes)[number];

export const decisions = ['continue', 'refine', 'move'] as const;

export type Decision = (typeof decisions)[number];

/** One well-formed command as written; whether its writer may use it is another question. Texts are foreign. */
export type Command =
  | {
      readonly name: 'score';
      readonly ratings: Readonly<Partial<Record<Dimension, Rating>>>;
      readonly because: string | null;
    }
  /** `field` in lower case; it may be a field the team added to its form. */
  | { readonly name: 'answer'; readonly field: string; readonly text: string }
  | { readonly name: 'constraint'; readonly constraint: Constraint }
  | { readonly name: 'settle'; readonly ratings: Ratings; readonly because: string }
  | { readonly name: 'outcome'; readonly outcome: Outcome; readonly because: string }
  | { readonly name: 'accept'; readonly because: string }
  /** `date` is a calendar day, `YYYY-MM-DD`; `null` means the day it was written. */
  | { readonly name: 'metric'; readonly value: number; readonly date: string | null }
  | { readonly name: 'decide'; readonly decision: Decision; readonly because: string }
  | { readonly name: 'candidate' | 'confirm' | 'first-move' | 'help' };
