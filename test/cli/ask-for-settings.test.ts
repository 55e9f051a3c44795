import { expect, it, vi } from 'vitest';
import { askForSettings } from '../../src/cli/ask-for-settings.ts';

/** What a person types, question by question; a refused text is followed by the next one. */
const typed = vi.hoisted(() => new Map<string, string[]>());

vi.mock('@clack/prompts', () => ({
  select: ({ message }: { readonly message: string }) => typed.get(message)?.shift(),
  confirm: () => false,
  text: ({ message, validate }: TextQuestion) => {
    const answers = typed.get(message) ?? [];
    let given = answers.shift();
    while (validate?.(given) !== undefined && answers.length > 0) given = answers.shift();
    return given;
  },
  group: async (questions: Readonly<Record<string, () => unknown>>) =>
    Object.fromEntries(Object.entries(questions).map(([name, ask]) => [name, ask()])),
}));

interface TextQuestion {
  readonly message: string;
  readonly validate?: (given: string | undefined) => string | undefined;
}

it.each([['2026-02-30'], ['2026-13-01'], ['soon'], ['']])(
  'asks again for day 1 where %j was typed, which is no day of the calendar',
  async (text) => {
    typed.set('Who labels and answers issues?', ['action']);
    typed.set('What holds the product back most?', ['activation']);
    typed.set('Day 1 of the ninety', [text, '2026-03-02']);
    const { primary } = await askForSettings(new Date('2026-02-27T12:00:00Z'));
    expect(primary).toEqual({
      constraint: 'activation',
      since: '2026-03-02',
      because: null,
      owner: null,
      metric: null,
    });
  },
);
