import { describe, expect, it } from 'vitest';
import { readers } from './readers.ts';

describe('a reader of foreign text', () => {
  it.each(readers.map((reader) => [reader.name, reader] as const))(
    '%s: comes to no harm on 1,000 inputs made of chance',
    (_name, { trials }) => {
      const violations = trials(1_000, 20261125).flatMap((trial) => {
        const { violation } = trial.run();
        return violation === null ? [] : [`${violation}: ${trial.show()}`];
      });
      expect(violations).toEqual([]);
    },
  );
});
