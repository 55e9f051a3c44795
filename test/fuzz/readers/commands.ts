import { readCommands } from '../../../src/core/commands/read-commands.ts';
import { textOf } from '../hostile-text.ts';
import { effectOf } from '../inert-problems.ts';
import { type Finding, fuzzed, holdsOnlyData } from '../reader.ts';

const own = [
  '/score 4 3 4 5 because it is so',
  '/score impact=4 timing=2',
  '/score 9 9 9 9',
  '/settle 1 2 3 4 because',
  '/answer metric: sign-ups',
  '/answer risk:',
  '/answer __proto__: x',
  '/constraint reliability',
  '/constraint toString',
  '/accept because ',
  '/metric 41.5 2026-11-20',
  '/metric 1e999',
  '/decide move because ',
  '/outcome flat because ',
  '/candidate',
  '/confirm',
  '/first-move',
  '/help',
  '/',
  'because ',
];

/** Comments: ratings stay on the scale, names are ours, a refusal takes no effect where it is told. */
export const commands = fuzzed(
  'commands',
  textOf(own, ['', ' ', '\n', '\n', '\n\n', '\r\n', '\n    ', '\n> ']),
  (body): Finding => {
    const { value, problems } = readCommands(body);
    if (!holdsOnlyData(value)) return { violation: 'left a mark on the prototype' };
    for (const command of value) {
      const ratings = 'ratings' in command ? Object.values(command.ratings) : [];
      const isOff = ratings.some((rating) => rating !== null && !scale.includes(rating));
      if (isOff) return { violation: `rated ${JSON.stringify(ratings)}` };
    }
    const effect = effectOf(problems);
    if (effect !== null) return { violation: effect };
    return { outcome: value.length > 0 ? 'commands' : problems.length > 0 ? 'refused' : 'nothing' };
  },
);

const scale: readonly number[] = [1, 2, 3, 4, 5];
