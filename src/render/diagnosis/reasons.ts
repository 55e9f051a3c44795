import type { Constraint } from '../../core/constraint.ts';
import { signNames } from '../../core/diagnosis/answers.ts';
import type { Diagnosed, SequenceRule } from '../../core/diagnosis/diagnose.ts';
import type { Flip } from '../../core/diagnosis/flips.ts';
import { isPresent, measuredCount, presentFrom } from '../../core/diagnosis/points.ts';
import { listInWords } from '../markdown.ts';
import { clearWords, degreeWords, nameOf } from './wording.ts';

/** Why the diagnosis comes to what it says, in sentences: pressures, sequence, confidence. */
export function reasonsInWords(diagnosed: Diagnosed): string {
  return [pressuresSentence(diagnosed), sequenceSentence(diagnosed), confidenceSentence(diagnosed)]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function pressuresSentence({ clearPressures, vague }: Diagnosed): string {
  const open = vague.map((pressure) => signNames[pressure]);
  const rest = open.length === 0 ? '' : `; ${listInWords(open)} ${open.length === 1 ? 'is' : 'are'} vague`;
  return `${clearWords(clearPressures)}${rest}.`;
}

const ruleWords: Readonly<Record<SequenceRule, string>> = {
  R1: 'activation comes first: who never reaches the first useful outcome cannot adopt more',
  R2: 'reliability comes first: more use of a product that customers doubt loses more than it brings',
  R3: 'throughput comes first: the team cannot ship safely, and each further change makes that worse',
};

function sequenceSentence({ constraint, rule, ranked, points }: Diagnosed): string {
  const [lead] = ranked;
  if (constraint === null || lead === undefined) return '';
  if (rule !== null) return `${nameOf(lead)} has the most points, but ${ruleWords[rule]} (rule ${rule}).`;
  if (lead !== 'activation' && lead !== 'adoption') return 'No sequence rule puts anything before it.';
  const throughput = isPresent(points.throughput) ? 'the team can ship safely' : 'throughput is not present';
  const absent = lead === 'adoption' ? 'neither reliability nor activation is' : 'reliability is not';
  return `No sequence rule stands against it: ${throughput}, and ${absent} present.`;
}

function confidenceSentence({ ranked, points, rule, confidence }: Diagnosed): string {
  const [lead, runnerUp] = ranked;
  if (confidence === null || lead === undefined || runnerUp === undefined) return '';
  const ahead = points[lead].points - points[runnerUp].points;
  const measured = measuredCount(points[lead].contributions);
  const distance =
    ahead === 0
      ? `${nameOf(lead)} and ${nameOf(runnerUp).toLowerCase()} are level`
      : `${nameOf(lead)} is ${ahead} ${ahead === 1 ? 'point' : 'points'} ahead of ${nameOf(runnerUp).toLowerCase()}`;
  const inputs = `${measured} of its inputs measured`;
  const decided = rule === null ? '' : ', and a sequence rule decided';
  return `Confidence is ${confidence}: ${distance}, with ${inputs}${decided}.`;
}

/** Why the signal is too weak: few points, or nothing measured. */
export function weaknessSentence({ ranked: [lead], points }: Diagnosed): string {
  if (lead === undefined) return '';
  const { points: count } = points[lead];
  const because =
    count < presentFrom
      ? `${count} of 12 points, and under ${presentFrom} nothing holds a product back for sure`
      : `${count} points, but nothing about it is measured`;
  return `${nameOf(lead)} leads with ${because}.`;
}

const shownNames = 4;

/** What would have changed the answer: a line for each other result, with the answers that would lead to it. */
export function flipsInWords(flips: readonly Flip[], now: Diagnosed): readonly string[] {
  const byResult = Map.groupBy(flips, (flip) => resultWords(flip, now.constraint));
  return [...byResult].map(([result, same]) => {
    const byDegree = Map.groupBy(same, ({ field, from, to }) => degreeWords(field, from, to));
    const conditions = [...byDegree].map(([degree, alike]) => `${namesInWords(alike)} were ${degree}`);
    return `If ${conditions.join(', or ')}, the answer would be ${result}.`;
  });
}

function namesInWords(alike: readonly Flip[]): string {
  const names = alike.slice(0, shownNames).map(({ field }) => `*${signNames[field]}*`);
  const more = alike.length - names.length;
  return listInWords(more === 0 ? names : [...names, `one of ${more} more`], 'or');
}

function resultWords({ outcome, constraint }: Flip, now: Constraint | null): string {
  if (constraint === null) return '**not ready to choose**';
  if (outcome === 'optimization-pass') return `**a two-week optimization pass on ${nameOf(constraint)}**`;
  return constraint === now ? `**to declare ${nameOf(constraint)}**` : `**${nameOf(constraint)}**`;
}
