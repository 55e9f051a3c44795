import { expect, it } from 'vitest';
import { createProgress } from '../../src/cli/create-progress.ts';

it('tells how many requests were made once two seconds have gone by, and then every two seconds', () => {
  let milliseconds = 0;
  const told: string[] = [];
  const now = () => new Date(milliseconds);
  const tell = createProgress({ now, stderr: { write: (text) => told.push(text) } });
  for (const at of [0, 500, 1_900, 2_100, 2_500, 4_000, 4_200]) {
    milliseconds = at;
    tell();
  }
  expect(told).toEqual(['… 4 requests in 2 s\n', '… 7 requests in 4 s\n']);
});
