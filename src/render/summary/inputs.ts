import type { Summary } from '../../core/summary/summary.ts';
import { type Input, inputs } from '../../core/summary/week-facts.ts';

/** The five inputs as a task list, and how a constraint is declared; `null` once one is. */
export function renderInputs({ inputs: looked }: Summary): string | null {
  if (looked === null) return null;
  const tasks = looked.map(({ input, lookedAt }) => `- [${lookedAt ? 'x' : ' '}] ${input}`);
  return [
    '### Before declaring one, look at',
    tasks.join('\n'),
    'Then fill in the diagnosis form, or write `primary:` into `.github/chokepoint.yml`: that is day 1 of 90.',
  ].join('\n\n');
}

/** The inputs that people ticked in this summary's list, so that writing it again keeps the ticks. */
export function readLookedAt(body: string): readonly Input[] {
  const lines = body.split('\n').map((line) => line.trimEnd());
  return inputs.filter((input) => lines.includes(`- [x] ${input}`) || lines.includes(`- [X] ${input}`));
}
