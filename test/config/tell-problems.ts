import type { Problem } from '../../src/core/problem.ts';

/** A file somebody wrote, what is wrong with it in words, and the Problems it is told. */
export interface Mistake {
  readonly sentence: string;
  readonly text: string;
}

/** A page that can be read from top to end: each mistake with everything its Problems say. */
export function tellMistakes(
  title: string,
  mistakes: readonly Mistake[],
  check: (text: string) => readonly Problem[],
): string {
  const parts = mistakes.map(({ sentence, text }) => {
    const shown = text.length > 400 ? `${text.slice(0, 60)}… (${text.length} characters)` : text;
    return `## ${sentence}\n\n\`\`\`yaml\n${shown.trimEnd()}\n\`\`\`\n\n${check(text).map(tell).join('\n')}\n`;
  });
  return `# ${title}\n\n${parts.join('\n')}`;
}

function tell({ code, message, found, expected, fix, field, at }: Problem): string {
  const facts = { Found: found, Expected: expected, Fix: fix, Field: field };
  return [
    `- ${code} at ${at === undefined ? 'no place' : `${at.file}:${at.line}:${at.column}`}: ${message}`,
    ...Object.entries(facts).flatMap(([name, fact]) => (fact === undefined ? [] : [`  - ${name}: ${fact}`])),
  ].join('\n');
}
