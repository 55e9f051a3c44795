import { describe, expect, it } from 'vitest';
import { renderHelp } from '../../src/render/command-help.ts';

describe('the answer to /help', () => {
  it('lists the commands that apply, by whom and what for, and where they are written', () => {
    expect(
      renderHelp('closed-first-move', 'triage'),
    ).toBe(`<details><summary>Commands that apply here</summary>

- \`/outcome moved|flat|worse because …\` (a maintainer) tells what the first move did to the metric, and what it taught about the next constraint
- \`/help\` (anyone) lists the commands that apply here

At the start of a line, in a comment. [All commands](https://github.com/chokepoint/chokepoint/blob/main/docs/commands.md)

</details>`);
  });

  it.each([
    ['triage', 'a triager'],
    ['write', 'a maintainer'],
    ['all', 'anyone'],
  ] as const)('names who may score here: %s', (whoMayScore, who) => {
    expect(renderHelp('candidate', whoMayScore)).toContain(
      `- \`/score 4 3 4 5 because …\` (${who}) a second`,
    );
  });
});
