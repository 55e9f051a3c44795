import type { Diagnosed, NotReadyReason } from '../../core/diagnosis/diagnose.ts';
import { listInWords } from '../markdown.ts';
import { weaknessSentence } from './reasons.ts';
import { clearWords, nameOf } from './wording.ts';

const notReady = '**Not ready to choose, and that is an answer.**';
const otherQuestion = '**Another question comes first.**';

/** What the diagnosis comes to, in one or two sentences. */
export function headlineInWords(diagnosed: Diagnosed): string {
  const { outcome, constraint, confidence, reason } = diagnosed;
  if (constraint === null) return notReadyHeadline(diagnosed, reason ?? 'weak-signal');
  const what =
    outcome === 'declare'
      ? `**${nameOf(constraint)}**`
      : `**Two weeks of optimizing ${nameOf(constraint)}**, not yet 90 days`;
  return `${what}, with ${confidence} confidence. ${afterWords(diagnosed)}`;
}

function afterWords({ comesAfter }: Diagnosed): string {
  if (comesAfter.length === 0) return 'No other constraint is present.';
  return `After it: ${listInWords(comesAfter, 'then')}.`;
}

function notReadyHeadline(diagnosed: Diagnosed, reason: NotReadyReason): string {
  switch (reason) {
    case 'ai-proof-of-concept':
      return `${otherQuestion} Whether an AI use case deserves investment is not answered by ranking a backlog, but by a small proof of concept.`;
    case 'pre-traction':
      return `${otherQuestion} Chokepoint finds what holds back a product that people use. Before that, the question is whether somebody needs it.`;
    case 'vague':
      return `${notReady} ${clearWords(diagnosed.clearPressures)}; choosing now would be a guess.`;
    case 'weak-signal':
      return `${notReady} ${weaknessSentence(diagnosed)}`;
  }
}

/** What to do now, in one paragraph. */
export function adviceInWords({ outcome, reason }: Diagnosed): string {
  if (outcome === 'declare') return '';
  if (outcome === 'optimization-pass') {
    return 'Take two weeks: improve what is there, and meanwhile collect the evidence for what is vague. Then diagnose again.';
  }
  switch (reason) {
    case 'ai-proof-of-concept':
      return 'Take one task, real data of one or two customers, and a yardstick agreed before anything is built: how often it has to be right, what a mistake costs, what it may cost to run. Two weeks are enough to see. If it holds, file it as a candidate and diagnose the product it is for.';
    case 'pre-traction':
      return 'Talk to people who have the problem, let a handful use the smallest thing that helps them, and watch where they stop. With the first users, customers or pilots, change the first answer: the diagnosis follows.';
    case 'vague':
      return 'Pause new features for two weeks and collect evidence instead.';
    default:
      return 'Count before you choose: two weeks of measuring what is only told so far.';
  }
}
