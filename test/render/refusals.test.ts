import { describe, expect, it } from 'vitest';
import type { CommandOutcome } from '../../src/core/commands/candidate-state.ts';
import { renderRefusals } from '../../src/render/refusals.ts';

/** What a command came to, in the order of writing. */
function outcome(by: string, command: CommandOutcome['command'], isRefused = true): CommandOutcome {
  const problem = isRefused ? { code: 'X', message: `\`/${command}\` is not for you.`, fix: 'Ask.' } : null;
  return { by, at: '2026-11-03T00:00:00Z', commentId: 1, command, problem };
}

const line = (by: string, command: string) => `- ${by}: \`/${command}\` is not for you. Ask.`;

describe('the commands that were refused', () => {
  it('are told one a line, in the order they were written', () => {
    const refused = [outcome('eve', 'confirm'), outcome('eve', 'settle'), outcome('tom', 'settle')];
    expect(renderRefusals(refused)).toBe(
      [line('eve', 'confirm'), line('eve', 'settle'), line('tom', 'settle')].join('\n'),
    );
  });

  it('are kept where the same person answered something else well', () => {
    const refused = { ...outcome('tom', 'answer'), field: 'impact' };
    const fine = { ...outcome('tom', 'answer', false), field: 'metric' };
    expect(renderRefusals([refused, fine])).toBe(line('tom', 'answer'));
    expect(renderRefusals([refused, fine, { ...fine, field: 'impact' }])).toBe('');
  });

  it('are forgotten once the same person, however the name is written, wrote the command well', () => {
    expect(
      renderRefusals([
        outcome('Tom', 'score'),
        outcome('eve', 'confirm', false),
        outcome('tom', 'score', false),
      ]),
    ).toBe('');
    expect(renderRefusals([outcome('tom', 'score'), outcome('tom', 'confirm', false)])).toBe(
      line('tom', 'score'),
    );
  });

  it('are counted beyond the last three, one that was repeated as its last', () => {
    const refused = ['ada', 'ben', 'eve', 'tom', 'ada'].map((by) => outcome(by, 'confirm'));
    expect(renderRefusals(refused)).toBe(
      ['- (1 earlier)', line('eve', 'confirm'), line('tom', 'confirm'), line('ada', 'confirm')].join('\n'),
    );
  });
});
