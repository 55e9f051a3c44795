import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderConfigReference, renderConfigSchema } from '../../scripts/config-schema.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { configSchema } from '../../src/config/schema.ts';
import { defaultPolicy } from '../../src/core/policy.ts';

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

describe('what is generated from the schema (node scripts/write-config-schema.ts)', () => {
  it('is the JSON schema in the repository', () => {
    expect(read('schema/chokepoint.schema.json')).toBe(renderConfigSchema());
  });

  it('is the reference in the documentation', () => {
    expect(read('docs/configuration.md')).toContain(
      `<!-- reference -->\n\n${renderConfigReference()}\n<!-- end of reference -->`,
    );
  });

  it('describes every setting', () => {
    const nodes: unknown[] = [JSON.parse(renderConfigSchema())];
    const undescribed: string[] = [];
    for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
      if (typeof node !== 'object' || node === null) continue;
      for (const [key, value] of Object.entries(node)) {
        if (key === 'properties') {
          for (const [name, setting] of Object.entries(value)) {
            if (!Object.hasOwn(Object(setting), 'description')) undescribed.push(name);
          }
        }
        nodes.push(value);
      }
    }
    expect(undescribed).toEqual([]);
  });

  it('names the defaults that are in force', () => {
    const reference = renderConfigReference();
    expect(reference).toContain(
      `| \`drift.milestone-focus\` | number, 0 to 100 | \`${defaultPolicy.drift.milestoneFocus}\` |`,
    );
    expect(reference).toContain(`| \`["dependabot[bot]","renovate[bot]"]\` |`);
  });
});

describe('the configs people see', () => {
  const page = read('docs/configuration.md');

  it('has an example that is valid and uses every section', () => {
    const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    expect(readConfig(example, 'acme/app')).toMatchObject({
      ok: true,
      value: { primary: { constraint: 'activation' } },
    });
    for (const section of Object.keys(configSchema.shape))
      expect(example).toMatch(new RegExp(`^${section}:`, 'm'));
  });

  it('is a valid config of its own, the Action holding every duty', () => {
    const result = readConfig(read('.github/chokepoint.yml'), null);
    expect(result).toMatchObject({ ok: true, value: { primary: { constraint: 'activation' } } });
    expect(result.ok && new Set(Object.values(result.value.duties))).toEqual(new Set(['action']));
  });

  it('explains every code a config can have', () => {
    const sources = [
      'config/name-rules',
      'config/primary-rules',
      'config/repository-rules',
      'config/time-zone-rule',
      'config/shape-problems',
      'config/read-config-chain',
      'config/read-yaml',
      'config/yaml-limits',
    ];
    const codes = sources.flatMap(
      (source) => read(`src/${source}.ts`).match(/'(CONFIG|YAML)_[A-Z_]+'/g) ?? [],
    );
    expect(codes.length).toBeGreaterThan(20);
    for (const code of codes) expect(page).toContain(`\`${code.slice(1, -1)}\``);
  });
});
