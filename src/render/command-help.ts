import { commandGuide, commandsOn, type Place, whoInWords } from '../core/commands/guide.ts';
import type { Policy } from '../core/policy.ts';
import { docsLink } from './docs-link.ts';
import { details, table } from './markdown.ts';

/** The answer to `/help`: the commands that apply at `place`, folded (docs/commands.md). */
export function renderHelp(place: Place, whoMayScore: Policy['scoring']['whoMayScore']): string {
  const rows = commandsOn(place).map((name) => [
    // A vertical line would end the cell, in code too.
    `\`${commandGuide[name].usage.replaceAll('|', '\\|')}\``,
    whoInWords(name, whoMayScore),
    commandGuide[name].does,
  ]);
  const columns = [
    { title: 'command', align: 'left' },
    { title: 'who', align: 'left' },
    { title: 'what it does', align: 'left' },
  ] as const;
  const more = `At the start of a line, in a comment. [All commands](${docsLink('commands')})`;
  return details('Commands that apply here', `${table(columns, rows)}\n\n${more}`);
}
