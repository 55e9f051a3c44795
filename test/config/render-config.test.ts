import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { renderConfig } from '../../src/config/render-config.ts';
import { renderTemplate } from '../../src/config/render-template.ts';
import type { Primary } from '../../src/core/policy.ts';

const primary: Primary = {
  constraint: 'activation',
  since: '2026-11-02',
  because: 'They say "later": never.',
  owner: 'ana',
  metric: { name: 'Sign-ups', unit: '%', baseline: 38, target: 55, minimum: 45 },
};
const bare: Primary = { constraint: 'adoption', since: null, because: null, owner: null, metric: null };

describe('renderConfig', () => {
  it.each([
    ['declared', primary, 'action', 'Europe/Berlin'],
    ['bare', bare, 'app', 'UTC'],
    ['diagnosing', null, 'app', 'UTC'],
  ] as const)(
    'writes a first config, %s, which is read back without a Problem',
    async (name, declared, issues, timeZone) => {
      const text = renderConfig({ primary: declared, issues, timeZone });
      await expect(text).toMatchFileSnapshot(`golden/config-${name}.yml`);
      const reading = readConfig(text, 'acme/app');
      expect(reading).toMatchObject({
        ok: true,
        value: { primary: declared, duties: { issues }, summary: { timeZone } },
      });
    },
  );
});

describe('renderTemplate', () => {
  it('writes only what a question has', () => {
    const question = {
      id: '',
      label: 'l',
      description: '',
      options: [],
      multiple: false,
      required: true,
      preset: null,
    };
    const fields = [
      { ...question, type: 'input' as const },
      {
        ...question,
        id: 'a',
        type: 'dropdown' as const,
        description: 'd',
        options: ['x', 'y'],
        multiple: true,
        preset: 1,
      },
      { ...question, id: 'b', type: 'checkboxes' as const, options: ['x'] },
    ];
    expect(
      renderTemplate({ name: 'n', description: 'd', introduction: 'i', labels: ['c'], fields }),
    ).toBe(`name: n
description: d
labels:
  - c
body:
  - type: markdown
    attributes:
      value: i
  - type: input
    attributes:
      label: l
    validations:
      required: true
  - type: dropdown
    id: a
    attributes:
      label: l
      description: d
      multiple: true
      options:
        - x
        - y
      default: 1
    validations:
      required: true
  - type: checkboxes
    id: b
    attributes:
      label: l
      options:
        - label: x
`);
  });
});
