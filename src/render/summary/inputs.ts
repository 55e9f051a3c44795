import type { Summary } from '../../core/summary/summary.ts';
import { type Input, inputs } from '../../core/summary/week-facts.ts';
import { details } from '../markdown.ts';

/** The five inputs as a task list, and how a constraint is declared; `null` once they were looked at. */
export function renderInputs({ inputs: looked, status }: Summary): string | null {
  if (looked === null) return null;
  const tasks = looked.map(({ input, lookedAt }) => `- [${lookedAt ? 'x' : ' '}] ${input}`).join('\n');
  if (status !== null) {
    const open = looked.filter(({ lookedAt }) => !lookedAt).length;
    return details(`Inputs not looked at yet: ${open} of ${looked.length}`, tasks);
  }
  return [
    '### Before declaring one, look at',
    tasks,
    'Then fill in the diagnosis form, or write `primary:` into `.github/chokepoint.yml`: that is day 1 of 90.',
  ].join('\n\n');
}

/**
 * The inputs that people ticked in this summary's list, so that writing it again keeps the ticks; `null` where the
 * body holds no such list.
 */
export function readLookedAt(body: string): readonly Input[] | null {
  const lines = body.split('\n').map((line) => line.trimEnd());
  const isThere = (input: Input, ticks: string) =>
    [...ticks].some((tick) => lines.includes(`- [${tick}] ${input}`));
  if (!inputs.some((input) => isThere(input, ' xX'))) return null;
  return inputs.filter((input) => isThere(input, 'xX'));
}
