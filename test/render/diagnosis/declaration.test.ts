import { describe, expect, it } from 'vitest';
import type { Primary } from '../../../src/core/policy.ts';
import { type DeclarationInput, renderDeclaration } from '../../../src/render/diagnosis/declaration.ts';

const configUrl = 'https://github.com/acme/app/new/main?filename=.github/chokepoint.yml';
const input: DeclarationInput = {
  constraint: 'operations',
  isPass: false,
  primary: null,
  since: '2026-11-02',
  configUrl,
  hasConfig: false,
};
const declared: Primary = {
  constraint: 'activation',
  since: '2026-08-03',
  because: null,
  owner: null,
  metric: null,
};

const block =
  '```yaml\nprimary:\n  constraint: operations\n  since: 2026-11-02\n  because: …\n  metric: { name: …, unit: "%", baseline: …, target: …, minimum: … }\n```';
const toStart =
  'to start day 1; put the day of the commit into `since`, and a number into each place of the metric: where it stands, where it should be after 90 days, and the least that justifies going on.';
const create = `[Create \`.github/chokepoint.yml\`](${configUrl}) with it ${toStart}`;

describe('the declaration that a diagnosis offers', () => {
  it('is the block and where to commit it', () => {
    expect(renderDeclaration(input)).toBe(`${block}\n\n${create}`);
    expect(renderDeclaration({ ...input, hasConfig: true })).toBe(
      `${block}\n\nCommit it to [\`.github/chokepoint.yml\`](${configUrl}) ${toStart}`,
    );
  });

  it('says of two weeks what declaring them is good for', () => {
    const why = 'Declared for these two weeks, Operations ranks the backlog and shows what serves it:';
    expect(renderDeclaration({ ...input, isPass: true })).toBe(`${why}\n\n${block}\n\n${create}`);
  });

  it('switches nothing where another constraint is declared, with or without a first day', () => {
    const since = '**Activation** is declared since 3 August, and nothing switches by itself. To move:';
    expect(renderDeclaration({ ...input, primary: declared })).toBe(`${since}\n\n${block}\n\n${create}`);
    const plain = '**Activation** is declared, and nothing switches by itself. To move:';
    expect(renderDeclaration({ ...input, primary: { ...declared, since: null }, isPass: true })).toBe(
      `${plain}\n\n${block}\n\n${create}`,
    );
  });

  it('has nothing to commit where the same one is declared', () => {
    const same = { ...input, constraint: 'activation', primary: declared } as const;
    expect(renderDeclaration(same)).toBe(
      '**Activation** is what is declared since 3 August: nothing to commit.',
    );
  });
});
