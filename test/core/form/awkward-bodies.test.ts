import { expect, it } from 'vitest';
import { judgeReaders } from '../../../bench/awkward/judge.ts';

/** Known, and told by `npm run bench -- --only reading --details`. */
const readOtherwise = [
  'a question the form no longer has, below a choice',
  'two sections in the other order',
];

it('reads awkward bodies as they were filled in, but for two', async () => {
  const [own] = await judgeReaders();
  expect(own?.cases).toBeGreaterThanOrEqual(90);
  expect(own?.wrong.map(({ awkward }) => awkward.name)).toEqual(readOtherwise);
});
