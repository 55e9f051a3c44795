import { assert, constantFrom, double, property, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editPrimary } from '../../src/config/edit-config.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { constraints } from '../../src/core/constraint.ts';
import type { Primary } from '../../src/core/policy.ts';

const primary: Primary = {
  constraint: 'adoption',
  since: '2026-11-02',
  because: null,
  owner: 'ana',
  metric: { name: 'Seats: used, weekly', unit: '%', baseline: 1, target: 2, minimum: 1.5 },
};

describe('editPrimary', () => {
  it('replaces values and keeps comments, order and the rest', () => {
    const text = `# yaml-language-server: $schema=x
primary:
  # after the interviews
  constraint: activation # for now
  because: They leave.
  since: 2026-01-01 # day 1
  metric: { name: n, baseline: 3, target: 4, minimum: 4 } # weekly

# who writes
duties: { issues: app, pull-requests: action } # both
drift:
  mode: warn # soon: enforce
`;
    expect(editPrimary(text, primary, 'f')).toEqual({
      ok: true,
      value: `# yaml-language-server: $schema=x
primary:
  # after the interviews
  constraint: adoption # for now
  since: 2026-11-02 # day 1
  metric: { name: "Seats: used, weekly", baseline: 1, target: 2, minimum: 1.5, unit: "%" } # weekly
  owner: ana

# who writes
duties: { issues: app, pull-requests: action } # both
drift:
  mode: warn # soon: enforce
`,
    });
  });

  it('adds the block at the end, so that the first comment stays first', () => {
    const bare: Primary = { constraint: 'adoption', since: null, because: null, owner: null, metric: null };
    const text = '# yaml-language-server: $schema=x\n# who writes\nduties: { issues: app } # z\n';
    expect(editPrimary(text, bare, 'f')).toEqual({
      ok: true,
      value: `${text}\nprimary:\n  constraint: adoption\n`,
    });
  });

  const block = `constraint: adoption
  since: 2026-11-02
  owner: ana
  metric:
    name: "Seats: used, weekly"
    baseline: 1
    target: 2
    minimum: 1.5
    unit: "%"
`;

  it.each([
    ['an empty text', '', `primary:\n  ${block}`],
    ['only a comment', '# later\n', `# later\n\nprimary:\n  ${block}`],
    ['other settings', 'drift:\n  mode: warn\n', `drift:\n  mode: warn\n\nprimary:\n  ${block}`],
    [
      'an open primary',
      'primary: # none yet\nduties: { issues: app }\n',
      `primary:\n  # none yet\n  ${block}duties: { issues: app }\n`,
    ],
    ['an empty primary', 'primary: {}\n', `primary:\n  ${block}`],
    ['a primary that is only named', '? primary\n', `primary:\n  ${block}`],
    ['a primary of the wrong type', 'primary: activation # why\n', `primary:\n  # why\n  ${block}`],
    ['a list for a primary', 'primary: [adoption] # why\n', `primary:\n  # why\n  ${block}`],
    [
      'a metric left empty',
      'primary: { constraint: activation, metric: }\n',
      'primary: { constraint: adoption, metric: { name: "Seats: used, weekly", baseline: 1, target: 2, minimum: 1.5, unit: "%" }, since: 2026-11-02, owner: ana }\n',
    ],
  ])('writes into %s, and what it writes is read', (_, text, edited) => {
    expect(editPrimary(text, primary, 'f')).toEqual({ ok: true, value: edited });
    expect(readConfig(edited, null)).toMatchObject({ ok: true, value: { primary } });
  });

  it('keeps the line endings of the file', () => {
    const edited = `drift:\n  mode: warn\n\nprimary:\n  ${block}`.replaceAll('\n', '\r\n');
    expect(editPrimary('drift:\r\n  mode: warn\r\n', primary, 'f')).toEqual({ ok: true, value: edited });
  });

  it('takes out what the new block leaves open', () => {
    const text =
      'primary:\n  constraint: activation\n  because: old\n  metric: { name: n, unit: d, baseline: 3, target: 4, minimum: 4 }\n';
    const edited = editPrimary(text, { ...primary, owner: null, metric: null }, 'f');
    expect(edited).toEqual({ ok: true, value: 'primary:\n  constraint: adoption\n  since: 2026-11-02\n' });
  });

  it('takes out the unit of a metric that has none', () => {
    const metric = { name: 'n', unit: '', baseline: 1, target: 2, minimum: 1.5 };
    const text = 'primary:\n  metric: { name: n, unit: d, baseline: 1, target: 2, minimum: 2 }\n';
    expect(editPrimary(text, { ...primary, since: null, owner: null, metric }, 'f')).toEqual({
      ok: true,
      value:
        'primary:\n  metric: { name: n, baseline: 1, target: 2, minimum: 1.5 }\n  constraint: adoption\n',
    });
  });

  it.each([
    ['no YAML', 'a: [', 'YAML_SYNTAX'],
    ['a list', '- a', 'CONFIG_WRONG_TYPE'],
    ['an alias', 'a: &a 1\nb: *a', 'YAML_ALIAS'],
  ])('refuses %s', (_, text, code) => {
    const edited = editPrimary(text, primary, 'there.yml');
    expect(edited).toMatchObject({ ok: false });
    expect(edited.ok || edited.problems[0]).toMatchObject({ code, at: { file: 'there.yml' } });
  });

  it('writes any text so that it is read again as it was', () => {
    const words = string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).filter(
      (text) => text.trim() === text,
    );
    const number = double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    const anyPrimary = record({
      constraint: constantFrom(...constraints),
      because: words,
      name: words,
      baseline: number,
    });
    assert(
      property(anyPrimary, ({ constraint, because, name, baseline }) => {
        const target = baseline === 0 ? 1 : 0;
        const wanted: Primary = {
          ...primary,
          constraint,
          because,
          metric: { name, unit: '%', baseline, target, minimum: target },
        };
        const edited = editPrimary('duties: { issues: app }\n', wanted, 'f');
        expect(edited.ok && readConfig(edited.value, null)).toMatchObject({
          ok: true,
          value: { primary: wanted },
        });
      }),
      { numRuns: 300 },
    );
  });
});
