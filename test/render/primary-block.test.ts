import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { primaryYaml, renderPrimary } from '../../src/render/primary-block.ts';

const since = '2026-11-02';
const metric = { name: 'Sign-ups: "connected" # 24 h', unit: '', baseline: 38, target: 55.5, minimum: 45 };

describe('the block to commit', () => {
  it('leaves open what is not known, in a way that no config accepts', () => {
    const yaml = primaryYaml({ constraint: null, since });
    expect(yaml).toBe(`primary:
  constraint: …
  since: 2026-11-02
  because: …
  metric: { name: …, unit: "%", baseline: …, target: …, minimum: … }
`);
    expect(readConfig(yaml, 'acme/shop')).toMatchObject({ ok: false });
  });

  it('is read back with every value that is known, whatever it holds', () => {
    const known = {
      constraint: 'adoption',
      since,
      because: 'It\nstalls: # why',
      owner: 'ana',
      metric,
    } as const;
    const yaml = primaryYaml(known);
    expect(yaml).toBe(`primary:
  constraint: adoption
  since: 2026-11-02
  because: "It\\nstalls: # why"
  owner: "ana"
  metric: { name: "Sign-ups: \\"connected\\" # 24 h", baseline: 38, target: 55.5, minimum: 45 }
`);
    expect(readConfig(yaml, 'acme/shop')).toMatchObject({ ok: true, value: { primary: known } });
    expect(renderPrimary(known)).toBe(`\`\`\`yaml\n${yaml}\`\`\``);
  });
});
