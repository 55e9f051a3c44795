import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { score } from '../../src/cli/score.ts';
import { scoreShape } from '../../src/cli/shapes/candidate.ts';
import { anyFiled, anyPrimary, bodyOf, filed, plainScoreJson, rated } from './bodies.ts';
import { recordedTerminal, runHere } from './recorded-terminal.ts';

const folders: string[] = [];

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'chokepoint-cli-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

function form(name: string, part: string): string {
  return `${name}/${part}`;
}

async function scoreJson(stdin: string, ...options: readonly string[]) {
  const ran = await runHere(['score', '--json', ...options], { stdin });
  return { ...ran, json: scoreShape.parse(JSON.parse(ran.stdout)) };
}

describe('score --json', () => {
  const worked = [
    [[5, 4, 4, 5], 4.5, 'ready', []],
    [[4, 4, 4, 4], 4.0, 'ready', []],
    [[5, 5, 3, 4], 4.2, 'strengthen', []],
    [[4, 3, 4, 3], 3.5, 'strengthen', []],
    [[3, 3, 3, 3], 3.0, 'strengthen', []],
    [[5, 2, 4, 5], 3.8, 'validate', ['exciting-weak-evidence']],
    [[5, 4, 2, 4], 3.6, 'de-risk', []],
    [[3, 4, 5, 2], 3.3, 'not-now', ['easy-but-disconnected']],
    [[2, 4, 5, 2], 3.0, 'rethink', ['easy-but-disconnected']],
    [[5, 1, 2, 4], 2.5, 'rethink', ['exciting-weak-evidence']],
  ] as const;

  it.each(worked)(
    'scores the body with the ratings %j as %d, %s, %j',
    async (ratings, value, verdict, flags) => {
      const { json, exitCode, stderr } = await scoreJson(bodyOf(rated(ratings)));
      expect(json).toMatchObject({ score: value, band: Math.floor(value), verdict, flags, problems: [] });
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    },
  );

  it('prints the whole contract and nothing else', async () => {
    const { stdout } = await scoreJson(bodyOf(rated([5, 4, 4, 5], '')), '--primary', 'reliability');
    expect(JSON.parse(stdout)).toEqual({
      constraint: 'activation',
      kind: 'existing-path',
      claimed: { impact: 5, evidence: 4, confidence: 4, timing: 5 },
      counted: { impact: 5, evidence: 2, confidence: 4, timing: 5 },
      score: 3.8,
      band: 3,
      verdict: 'validate',
      flags: ['exciting-weak-evidence', 'timing-conflict'],
      counterfactual: { dimension: 'evidence', to: 3, verdict: 'strengthen' },
      problems: [],
    });
  });

  it('leaves open what an incomplete candidate leaves open, and ends with 1', async () => {
    const { json, exitCode } = await scoreJson(bodyOf(filed({ confidence: null, risk: '', kind: null })));
    expect(json).toMatchObject({
      kind: null,
      claimed: { impact: 4, confidence: null },
      score: null,
      band: null,
      verdict: 'incomplete',
      flags: [],
      counterfactual: null,
      problems: [
        { code: 'FORM_FIELD_MISSING', field: 'confidence' },
        { code: 'FORM_FIELD_MISSING', field: 'risk' },
      ],
    });
    expect(exitCode).toBe(1);
  });

  it('says of a text without the form that it was bypassed', async () => {
    const { json, exitCode, stderr } = await scoreJson('Please add dark mode.');
    expect(json.problems).toEqual([{ code: 'FORM_BYPASSED' }]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('FORM_BYPASSED');
  });

  it('agrees on 10,000 random candidates with the rules stated a second time', async () => {
    const agrees = fc.asyncProperty(anyFiled, anyPrimary, async (candidate, primary) => {
      const { terminal, written } = recordedTerminal({ stdin: bodyOf(candidate) });
      const exitCode = await score(terminal, { json: true, primary: primary ?? undefined });
      const { problems, ...json } = scoreShape.parse(JSON.parse(written.stdout));
      expect(json).toEqual(plainScoreJson(candidate, primary));
      expect(exitCode).toBe(json.verdict === 'incomplete' ? 1 : 0);
      expect(problems.length > 0).toBe(json.verdict === 'incomplete');
    });
    await fc.assert(agrees, { numRuns: 10_000 });
  });
});

describe('where score reads from', () => {
  const name = 'fields-added-by-the-team';

  it('reads a file and its template', async () => {
    const words = ['score', form(name, 'body.md'), '--template', form(name, 'template.yml'), '--json'];
    const { exitCode, stdout } = await runHere(words);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ score: 3.9, verdict: 'strengthen', problems: [] });
  });

  it("takes template and primary from the working directory's .github/", async () => {
    const reworded = 'labels-reworded-after-filing';
    const template = new URL(`../forms/${reworded}/template.yml`, import.meta.url);
    const folder = await folderWith({
      '.github/ISSUE_TEMPLATE/candidate.yml': await readFile(template, 'utf8'),
      '.github/chokepoint.yml': 'primary:\n  constraint: reliability\n',
      'body.md': bodyOf(rated([4, 4, 4, 4])),
    });
    const own = await runHere(['score', 'body.md', '--json'], { folder });
    // The own form words some labels otherwise: its answers are not found under the built-in ones.
    expect(scoreShape.parse(JSON.parse(own.stdout)).verdict).toBe('incomplete');
    await rm(join(folder, '.github/ISSUE_TEMPLATE'), { recursive: true });
    const builtIn = await runHere(['score', 'body.md', '--json'], { folder });
    expect(scoreShape.parse(JSON.parse(builtIn.stdout)).flags).toEqual(['timing-conflict']);
    const option = await runHere(['score', 'body.md', '--json', '--primary', 'activation'], { folder });
    expect(scoreShape.parse(JSON.parse(option.stdout)).flags).toEqual([]);
  });

  it.each([
    ['primary:\n  constraint: growth\n', 'CONFIG_'],
    ['extends: acme/.github\n', 'CONFIG_EXTENDS_UNREAD'],
  ])(
    'tells what stands against the config %j and scores all the same, ending with 1',
    async (config, code) => {
      const folder = await folderWith({ '.github/chokepoint.yml': config });
      const ran = await runHere(['score', '--json'], { folder, stdin: bodyOf(rated([4, 4, 4, 4])) });
      const { verdict, problems } = scoreShape.parse(JSON.parse(ran.stdout));
      expect(verdict).toBe('ready');
      expect(problems.map((problem) => problem.code).join()).toContain(code);
      expect(ran.stderr).toContain(code);
      expect(ran.exitCode).toBe(1);
    },
  );

  it('refuses what cannot be read, printing nothing', async () => {
    const folder = await folderWith({ 'image.md': '', 'template.yml': 'name: [' });
    await writeFile(join(folder, 'image.md'), new Uint8Array([0xff, 0xfe, 0x41, 0x00]));
    const stdin = bodyOf(filed());
    const cases = [
      [['absent.md'], 'INPUT_UNREADABLE'],
      [['.'], 'INPUT_UNREADABLE'],
      [['image.md'], 'INPUT_NOT_TEXT'],
      [['--template', 'absent.yml'], 'INPUT_UNREADABLE'],
      [['--template', 'template.yml'], 'YAML_'],
    ] as const;
    for (const [words, code] of cases) {
      const ran = await runHere(['score', ...words, '--json'], { folder, stdin });
      expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
      expect(ran.stderr).toContain(code);
      expect(ran.stderr).toContain('fix:');
    }
  });
});

describe('score for people', () => {
  it('says the verdict in words, with the arithmetic and the next step', async () => {
    const { stdout } = await runHere(['score', '--primary', 'activation'], {
      stdin: bodyOf(rated([5, 4, 4, 5], '')),
    });
    expect(stdout).toContain('Validate first · 3.8 · Activation, the constraint');
    expect(stdout).toContain('Evidence strength     4, counted 2: no link shows it');
    expect(stdout).toContain('Next step: Link the support thread');
    expect(stdout).toContain('Exciting, but weak on evidence.');
    expect(stdout).not.toContain('*');
  });

  it('lists what is missing, the easiest first', async () => {
    const { stdout } = await runHere(['score'], { stdin: bodyOf(filed({ confidence: null, impact: null })) });
    expect(stdout).toContain('2 answers are missing');
    expect(stdout.indexOf('Business impact')).toBeLessThan(stdout.indexOf('Execution confidence'));
  });

  it('lets no text of the body command the terminal', async () => {
    const body = bodyOf(filed()).replace(/1 — |4 — [^\n]*/, '\u001b[2J\u009b31mred');
    const { stdout, stderr } = await runHere(['score'], { stdin: body });
    expect(stderr).toContain('FORM_UNKNOWN_OPTION');
    expect(`${stdout}${stderr}`.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });
});
