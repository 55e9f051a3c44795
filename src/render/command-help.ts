import { commandGuide, commandsOn, type Place, whoInWords } from '../core/commands/guide.ts';
import type { Policy } from '../core/policy.ts';
import { docsLink } from './docs-link.ts';
import { details } from './markdown.ts';

/** The answer to `/help`: the commands that apply at `place`, folded; a list, which fits a telephone (docs/commands.md). */
export function renderHelp(place: Place, whoMayScore: Policy['scoring']['whoMayScore']): string {
  const commands = commandsOn(place).map((name) => {
    const { usage, does } = commandGuide[name];
    return `- \`${usage}\` (${whoInWords(name, whoMayScore)}) ${does}`;
  });
  const more = `At the start of a line, in a comment. [All commands](${docsLink('commands')})`;
  return details('Commands that apply here', `${commands.join('\n')}\n\n${more}`);
}
