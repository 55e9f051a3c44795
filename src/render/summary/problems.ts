import type { Summary } from '../../core/summary/summary.ts';
import { firstProblems } from '../problem-list.ts';
import { andMore, counted } from '../wording.ts';

const problemsListed = 10;

/** What stands against the config, before everything else: the defaults are in force while it does. */
export function renderProblems({ problems }: Summary): string | null {
  if (problems.length === 0) return null;
  const listed = firstProblems(problems, problemsListed);
  return [
    `**${counted(problems.length, 'Problem')} with the config.** Until it is put right the defaults are in force, and nothing fails because of it.`,
    listed.join('\n') + rest(listed.length, problems.length),
  ].join('\n\n');
}

function rest(shown: number, total: number): string {
  return total > shown ? `\n-${andMore(shown, total)}` : '';
}
