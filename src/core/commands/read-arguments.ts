import { isDay } from '../calendar.ts';
import { type Dimension, dimensions, type Rating, type Ratings } from '../candidate.ts';
import { constraints, isConstraint } from '../constraint.ts';
import { isBlank } from '../scoring/missing-answers.ts';
import { onScale } from '../scoring/ratings.ts';
import { type Command, type CommandName, decisions, outcomes } from './command.ts';

/**
 * The command `name` with what is written behind it, or half a sentence that says what is wrong with it
 * (docs/commands.md). The whole text is one line without space around it, but for a long answer.
 */
export function readArguments(name: CommandName, text: string): Command | string {
  switch (name) {
    case 'score':
      return readScore(text);
    case 'settle':
      return readSettle(text);
    case 'answer':
      return readAnswer(text);
    case 'constraint':
      return readConstraint(text);
    case 'outcome': {
      const read = readChoice(text, outcomes);
      return typeof read === 'string' ? read : { name, outcome: read.choice, because: read.because };
    }
    case 'decide': {
      const read = readChoice(text, decisions);
      return typeof read === 'string' ? read : { name, decision: read.choice, because: read.because };
    }
    case 'accept': {
      const { before, because } = splitReason(text);
      return before === '' && because !== null ? { name, because } : reasonMissing;
    }
    case 'metric':
      return readMetric(text);
    // These take nothing: a word of thanks behind them does no harm.
    default:
      return { name };
  }
}

const reasonMissing = 'it needs a reason, `because …`';
const ratingsWanted =
  'ratings are whole numbers from 1 to 5, all four in the order impact, evidence, confidence, timing, or by name as in `impact=4`';

interface Split {
  readonly before: string;
  readonly because: string | null;
}

/** What stands before the first `because` and its comma, and the reason behind it; no reason is `null`. */
function splitReason(text: string): Split {
  const at = /(?:^|[\s,;])because(?:[\s:]|$)/i.exec(text);
  if (at === null) return { before: text, because: null };
  const reason = text.slice(at.index + at[0].length).trim();
  const before = text.slice(0, at.index).trim().replace(/[,;]$/, '').trim();
  return { before, because: isOpen(reason) ? null : reason };
}

/** Nothing, or the ellipsis of a line that was pasted as we show it. */
function isOpen(text: string): boolean {
  return isBlank(text.replace(/…|\.{3}/g, ''));
}

function readScore(text: string): Command | string {
  const { before, because } = splitReason(text);
  const ratings = readRatings(before);
  return ratings === null ? ratingsWanted : { name: 'score', ratings, because };
}

function readSettle(text: string): Command | string {
  const { before, because } = splitReason(text);
  const ratings = readRatings(before);
  if (ratings === null) return ratingsWanted;
  if (!isWhole(ratings)) return 'it settles all four ratings at once';
  return because === null ? reasonMissing : { name: 'settle', ratings, because };
}

type SomeRatings = Readonly<Partial<Record<Dimension, Rating>>>;

/** `4 3 4 5`, or `impact=4 timing=2` in any order, each at most once; commas may separate them. */
function readRatings(text: string): SomeRatings | null {
  const words = text.split(/[\s,]/).filter((word) => word !== '');
  const named = words.some((word) => word.includes('='));
  if (!named && words.length !== dimensions.length) return null;
  const ratings: Partial<Record<Dimension, Rating>> = {};
  for (const [index, word] of words.entries()) {
    const [, key, digit] = (named ? /^([a-z]+)=([1-5])$/i : /^()([1-5])$/).exec(word) ?? [];
    const dimension = named ? dimensions.find((one) => one === key?.toLowerCase()) : dimensions[index];
    const rating = onScale(Number(digit));
    if (dimension === undefined || rating === null || ratings[dimension] !== undefined) return null;
    ratings[dimension] = rating;
  }
  return ratings;
}

function isWhole(ratings: SomeRatings): ratings is Ratings {
  return dimensions.every((dimension) => ratings[dimension] !== undefined);
}

function readAnswer(text: string): Command | string {
  const colon = text.indexOf(':');
  const field = text.slice(0, Math.max(colon, 0)).trim().toLowerCase();
  if (!/^[a-z0-9_-]+$/.test(field)) return 'it names a field of the form by its id, then a colon';
  const answer = text.slice(colon + 1).trim();
  return isOpen(answer) ? 'the answer is empty' : { name: 'answer', field, text: answer };
}

function readConstraint(text: string): Command | string {
  const constraint = splitReason(text).before.toLowerCase();
  if (!isConstraint(constraint)) return `it names one of ${constraints.join(', ')}`;
  return { name: 'constraint', constraint };
}

function readChoice<Choice extends string>(
  text: string,
  choices: readonly Choice[],
): { readonly choice: Choice; readonly because: string } | string {
  const { before, because } = splitReason(text);
  const choice = choices.find((one) => one === before.toLowerCase());
  if (choice === undefined) return `it says one of ${choices.join(', ')}`;
  return because === null ? reasonMissing : { choice, because };
}

function readMetric(text: string): Command | string {
  const [number = '', date = null, ...more] = text.split(/\s+/);
  const value = /^[+-]?\d+(?:\.\d+)?$/.test(number) ? Number(number) : Number.NaN;
  if (!Number.isFinite(value))
    return 'a reading is one plain number, with a point for decimals and without its unit';
  if (more.length > 0 || (date !== null && !isDay(date)))
    return 'the date is a calendar day, as in `2026-11-20`';
  return { name: 'metric', value, date };
}
