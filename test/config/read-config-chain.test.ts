import { describe, expect, it } from 'vitest';
import { type ConfigFile, readConfigChain } from '../../src/config/read-config-chain.ts';
import { policyOf, readRepositoryConfig } from '../../src/config/read-repository-config.ts';
import { defaultPolicy } from '../../src/core/policy.ts';

/** A world of config files by repository; `null` is unreadable. Remembers what was asked for. */
function worldOf(files: Readonly<Record<string, string | null>>) {
  const asked: string[] = [];
  const readConfigFile = async (repository: string, path: string): Promise<ConfigFile> => {
    asked.push(`${repository}:${path}`);
    const text = files[repository];
    if (text === undefined) return { kind: 'absent' };
    return text === null ? { kind: 'unreadable' } : { kind: 'file', text };
  };
  return { asked, readConfigFile };
}

async function read(text: string, files: Readonly<Record<string, string | null>> = {}) {
  const { asked, readConfigFile } = worldOf(files);
  const result = await readConfigChain(text, 'acme/app', readConfigFile);
  return { asked, policy: result.ok ? result.value : null, problems: result.ok ? [] : result.problems };
}

describe('readConfigChain', () => {
  it('asks for nothing where nothing is extended', async () => {
    expect(await read('')).toEqual({ asked: [], policy: defaultPolicy, problems: [] });
  });

  it('asks only for .github/chokepoint.yml of the parent', async () => {
    const { asked } = await read('extends: acme/.github', { 'acme/.github': '' });
    expect(asked).toEqual(['acme/.github:.github/chokepoint.yml']);
  });

  it('merges maps, replaces lists and scalars, and never inherits the primary', async () => {
    const { policy } = await read(
      `extends: acme/.github
drift: { allowance: 5, exempt: { labels: [mine] } }
summary:
labels: { candidate: idea }
classify: { reliability: { paths: [infra/**] } }
`,
      {
        'acme/.github': `primary: { constraint: adoption, since: 2026-01-01 }
drift: { mode: warn, allowance: 9, exempt: { labels: [theirs], titles: ["Revert *"] } }
summary: { day: friday, repositories: [acme/app, acme/other] }
labels: { candidate: theirs, first move: next }
classify: { reliability: { labels: [bug], paths: [a] }, adoption: { labels: [ux] } }
`,
      },
    );
    expect(policy).toEqual({
      ...defaultPolicy,
      drift: {
        ...defaultPolicy.drift,
        mode: 'warn',
        allowance: 5,
        exempt: { ...defaultPolicy.drift.exempt, labels: ['mine'], titles: ['Revert *'] },
      },
      summary: { ...defaultPolicy.summary, day: 'friday', repositories: ['acme/other'] },
      labels: { candidate: 'idea', 'first move': 'next' },
      classify: {
        reliability: { labels: ['bug'], paths: ['infra/**'] },
        adoption: { labels: ['ux'], paths: [] },
      },
    });
  });

  it('inherits from the nearest of two parents', async () => {
    const { policy } = await read('extends: acme/team', {
      'acme/team': 'extends: acme/.github\ndrift: { mode: warn }',
      'acme/.github': 'drift: { mode: enforce, pause: true }',
    });
    expect(policy?.drift).toMatchObject({ mode: 'warn', pause: true });
  });

  it.each([
    ['another owner', 'extends: evil/.github', {}, 'CONFIG_EXTENDS_FOREIGN', '.github/chokepoint.yml', 0],
    ['a path outside', 'extends: acme/../evil', {}, 'CONFIG_EXTENDS_FORM', '.github/chokepoint.yml', 0],
    ['an absent parent', 'extends: acme/none', {}, 'CONFIG_EXTENDS_ABSENT', '.github/chokepoint.yml', 1],
    [
      'an unreadable parent',
      'extends: acme/a',
      { 'acme/a': null },
      'CONFIG_EXTENDS_UNREADABLE',
      '.github/chokepoint.yml',
      1,
    ],
    ['itself', 'extends: Acme/App', {}, 'CONFIG_EXTENDS_CYCLE', '.github/chokepoint.yml', 0],
    [
      'a cycle',
      'extends: acme/a',
      { 'acme/a': 'extends: acme/APP' },
      'CONFIG_EXTENDS_CYCLE',
      'acme/a:.github/chokepoint.yml',
      1,
    ],
    [
      'a cycle above',
      'extends: acme/a',
      { 'acme/a': 'extends: acme/a' },
      'CONFIG_EXTENDS_CYCLE',
      'acme/a:.github/chokepoint.yml',
      1,
    ],
    [
      'a foreign parent of a parent',
      'extends: acme/a',
      { 'acme/a': 'extends: evil/b' },
      'CONFIG_EXTENDS_FOREIGN',
      'acme/a:.github/chokepoint.yml',
      1,
    ],
    [
      'a third parent',
      'extends: acme/a',
      { 'acme/a': 'extends: acme/b', 'acme/b': 'extends: acme/c', 'acme/c': '' },
      'CONFIG_EXTENDS_TOO_DEEP',
      'acme/b:.github/chokepoint.yml',
      2,
    ],
  ])('T16: refuses %s and reads no further', async (_, text, files, code, file, reads) => {
    const { asked, problems } = await read(text, files);
    expect(problems).toMatchObject([{ code, at: { file, line: 1, column: 10 } }]);
    expect(asked).toHaveLength(reads);
  });

  it('tells the faults of all files at once, each in its own file', async () => {
    const { problems } = await read(
      'drift:\n  mode: strict\nextends: acme/.github\nprimary: { since: soon }\n',
      {
        'acme/.github':
          '# ours\nsummary: { day: never, time-zone: Nowhere }\nlabels: { candidate: first move }\n',
      },
    );
    expect(problems.map(({ code, at }) => `${at?.file}:${at?.line}:${at?.column} ${code}`)).toEqual([
      '.github/chokepoint.yml:2:9 CONFIG_UNKNOWN_VALUE',
      '.github/chokepoint.yml:4:19 CONFIG_SINCE_NOT_A_DATE',
      'acme/.github:.github/chokepoint.yml:2:17 CONFIG_UNKNOWN_VALUE',
      'acme/.github:.github/chokepoint.yml:2:35 CONFIG_UNKNOWN_TIME_ZONE',
      'acme/.github:.github/chokepoint.yml:3:22 CONFIG_LABEL_TWICE',
    ]);
  });

  it('finds two labels of one name across files, at the one of the nearer file', async () => {
    const { problems } = await read('extends: acme/a\nlabels: { first move: idea }', {
      'acme/a': 'labels: { candidate: idea }',
    });
    expect(problems).toMatchObject([
      { code: 'CONFIG_LABEL_TWICE', at: { file: '.github/chokepoint.yml', line: 2 } },
    ]);
  });

  it('tells a parent that is no YAML', async () => {
    const { problems } = await read('extends: acme/a', { 'acme/a': 'a: [' });
    expect(problems[0]).toMatchObject({ code: 'YAML_SYNTAX', at: { file: 'acme/a:.github/chokepoint.yml' } });
  });
});

describe('readRepositoryConfig', () => {
  const { readConfigFile } = worldOf({});

  it('keeps no file, a policy and an invalid file apart', async () => {
    const none = await readRepositoryConfig({ kind: 'absent' }, 'acme/app', readConfigFile);
    const empty = await readRepositoryConfig({ kind: 'file', text: '' }, 'acme/app', readConfigFile);
    const invalid = await readRepositoryConfig({ kind: 'file', text: 'x: 1' }, 'acme/app', readConfigFile);
    expect(none).toEqual({ kind: 'none' });
    expect(empty).toEqual({ kind: 'policy', policy: defaultPolicy });
    expect(invalid).toMatchObject({ kind: 'invalid', problems: [{ code: 'CONFIG_UNKNOWN_KEY' }] });
    expect([none, empty, invalid].map(policyOf)).toEqual([defaultPolicy, defaultPolicy, defaultPolicy]);
  });

  it('uses what the file says', async () => {
    const reading = await readRepositoryConfig(
      { kind: 'file', text: 'plan: { milestones: true }' },
      'acme/app',
      readConfigFile,
    );
    expect(policyOf(reading).plan).toEqual({ milestones: true });
  });

  it('uses the defaults, and nothing of the file, when what it extends cannot be read', async () => {
    const file = { kind: 'file', text: 'extends: acme/a\nlabels: { candidate: idea }' } as const;
    expect(policyOf(await readRepositoryConfig(file, 'acme/app', readConfigFile))).toEqual(defaultPolicy);
  });

  it('lets a failed look-up through, so that nothing is taken for absent', async () => {
    const failing = () => Promise.reject(new Error('reset'));
    await expect(
      readRepositoryConfig({ kind: 'file', text: 'extends: acme/a' }, 'acme/app', failing),
    ).rejects.toThrow('reset');
  });
});
