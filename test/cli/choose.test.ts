import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chooseShape, planShape } from '../../src/cli/shapes/plan.ts';
import { renderConfig } from '../../src/config/render-config.ts';
import { runHere } from './recorded-terminal.ts';

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

async function folderWith(config: string | null): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'chokepoint-choose-'));
  folders.push(folder);
  if (config === null) return folder;
  await mkdir(join(folder, '.github'));
  await writeFile(join(folder, '.github/chokepoint.yml'), config);
  return folder;
}

const configOf = (folder: string) => readFile(join(folder, '.github/chokepoint.yml'), 'utf8');
const numbers = ['--baseline', '38', '--target', '55', '--minimum', '45'];
const words = (constraint: string, ...more: readonly string[]) => {
  return ['choose', constraint, '--metric', 'Sources connected', '--unit', '%', ...numbers, ...more];
};

describe('choose', () => {
  it('writes a first config, with today as day 1', async () => {
    const folder = await folderWith(null);
    const { exitCode, stdout } = await runHere(words('activation', '--owner', 'ana'), { folder });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Activation is the constraint, day 1 is 2026-11-10.');
    expect(await configOf(folder)).toBe(
      [
        'primary:',
        '  constraint: activation',
        '  since: 2026-11-10',
        '  owner: ana',
        '  metric:',
        '    name: Sources connected',
        '    baseline: 38',
        '    target: 55',
        '    minimum: 45',
        '    unit: "%"',
        '',
      ].join('\n'),
    );
  });

  it('takes out of a new config what invites to declare one', async () => {
    const folder = await folderWith(renderConfig({ issues: 'action', primary: null, timeZone: 'UTC' }));
    await runHere(words('activation'), { folder });
    const config = await configOf(folder);
    expect(config).toContain('\nprimary:\n  constraint: activation\n');
    expect(config).not.toContain('# primary:');
    expect(config).not.toContain('Not declared');
    expect(config).toContain('# classify:');
  });

  it('keeps comments, order and every other setting', async () => {
    const config = [
      '# Ours.',
      'drift:',
      '  mode: warn # for now',
      'primary:',
      '  constraint: throughput # until May',
      '  since: 2026-06-01',
      '  because: Releases stall.',
      '  owner: max',
      'summary: { day: friday }',
      '',
    ].join('\n');
    const folder = await folderWith(config);
    const { stdout } = await runHere(words('reliability', '--json'), { folder });
    const { primary } = chooseShape.parse(JSON.parse(stdout));
    expect(primary).toMatchObject({
      constraint: 'reliability',
      since: '2026-11-10',
      because: null,
      owner: 'max',
    });
    const edited = await configOf(folder);
    expect(edited).toMatch(
      /^# Ours\.\ndrift:\n {2}mode: warn # for now\nprimary:\n {2}constraint: reliability/,
    );
    expect(edited).toMatch(/summary: \{ day: friday \}\n$/);
    expect(edited).not.toContain('Releases stall');
  });

  it('keeps day and reason while the constraint stays', async () => {
    const folder = await folderWith(
      'primary: { constraint: activation, since: 2026-11-02, because: Stalls. }\n',
    );
    await runHere(words('activation'), { folder });
    const { primary } = chooseShape.parse(
      JSON.parse((await runHere(words('activation', '--json'), { folder })).stdout),
    );
    expect(primary).toMatchObject({ since: '2026-11-02', because: 'Stalls.' });
  });

  it.each([
    [
      'a minimum off the way',
      ['choose', 'activation', '--metric', 'M', '--baseline', '38', '--target', '55', '--minimum', '60'],
      'CONFIG_METRIC_MINIMUM',
    ],
    [
      'a number that is none',
      ['choose', 'activation', '--metric', 'M', '--baseline', '38 %', '--target', '55', '--minimum', '45'],
      'ARGUMENT_INVALID',
    ],
    ['an impossible day', words('activation', '--since', '2026-02-30'), 'CONFIG_SINCE_NOT_A_DATE'],
    ['another constraint than the five', words('growth'), 'Allowed choices'],
    ['a missing number', ['choose', 'activation', '--metric', 'M'], 'required option'],
  ])('refuses %s and writes nothing', async (_, line, told) => {
    const folder = await folderWith('# mine\n');
    const { exitCode, stderr, stdout } = await runHere(line, { folder });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(told);
    expect(await configOf(folder)).toBe('# mine\n');
  });

  it('refuses a config that has Problems of its own, and leaves it alone', async () => {
    const folder = await folderWith('drfit: {}\n');
    const { exitCode, stderr } = await runHere(words('activation'), { folder });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('drfit');
    expect(await configOf(folder)).toBe('drfit: {}\n');
  });
});

describe('plan of the working directory', () => {
  async function planOf(config: string | null, ...more: readonly string[]) {
    return runHere(['plan', ...more], { folder: await folderWith(config) });
  }

  it('says day, phase and dates, and leaves open what only GitHub knows', async () => {
    const config = 'primary: { constraint: activation, since: 2026-11-02 }\n';
    const { stdout, exitCode } = await planOf(config, '--json');
    expect(exitCode).toBe(0);
    expect(planShape.parse(JSON.parse(stdout))).toEqual({
      constraint: 'activation',
      since: '2026-11-02',
      day: 9,
      phase: 'diagnose',
      phaseEnds: '2026-12-01',
      decisionOpens: '2027-01-16',
      planEnds: '2027-01-30',
      gates: [
        { gate: 'inputs', phase: 'diagnose', met: null },
        { gate: 'constraint', phase: 'diagnose', met: true },
        { gate: 'metric', phase: 'diagnose', met: false },
        { gate: 'first-move', phase: 'ship', met: null },
        { gate: 'first-move-merged', phase: 'ship', met: null },
        { gate: 'reading', phase: 'measure', met: null },
        { gate: 'outcome', phase: 'measure', met: null },
      ],
    });
  });

  it.each([
    [
      'primary: { constraint: activation, since: 2026-11-02 }',
      'Activation, day 9 of 90, diagnose until 2026-12-01.',
    ],
    ['primary: { constraint: activation, since: 2026-12-01 }', 'the 90 days start on 2026-12-01'],
    ['primary: { constraint: activation, since: 2026-06-01 }', 'decide: the 90 days ended on 2026-08-29'],
    ['primary: { constraint: activation }', 'without a first day'],
    [null, 'No constraint is declared'],
  ])('of %j says %s', async (config, told) => {
    const { stdout } = await planOf(config);
    expect(stdout).toContain(told);
    expect(stdout).toContain('a metric with baseline, target and minimum');
  });

  it('ends with 1 when the config has Problems', async () => {
    const { exitCode, stderr } = await planOf('primary: 3\n');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('CONFIG_');
  });
});
