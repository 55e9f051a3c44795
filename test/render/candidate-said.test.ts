import { expect, it } from 'vitest';
import { ratedLine } from '../../src/render/candidate-said.ts';
import { input, open } from './candidate-comment-input.ts';

const at = { by: 'tom', at: '2026-11-02T10:00:00Z', commentId: 1, problem: null } as const;
const refused = { code: 'COMMAND_NOT_ALLOWED', message: 'No.', fix: 'Ask.' };

it.each([
  [
    'what a rating by command came to',
    { impact: 4, timing: 2 },
    [{ ...at, command: 'score' }],
    'Rated so far: impact 4 and timing 2.',
  ],
  ['nothing where nobody rated by command', { impact: 4 }, [{ ...at, command: 'help' }], ''],
  [
    'nothing where the rating was refused',
    { impact: 4 },
    [{ ...at, command: 'settle', problem: refused }],
    '',
  ],
  ['nothing where no rating stands', {}, [{ ...at, command: 'score' }], ''],
] as const)('%s is read back while an answer is missing', (_, ratings, outcomes, line) => {
  expect(ratedLine(input({ ratings: { ...open, ...ratings } }, {}, { outcomes }))).toBe(line);
});
