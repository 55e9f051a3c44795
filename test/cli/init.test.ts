import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { initShape, validateShape } from '../../src/cli/shapes/upkeep.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { renderConfig } from '../../src/config/render-config.ts';
import { renderWorkflow } from '../../src/config/render-workflow.ts';
import { constraints } from '../../src/core/constraint.ts';
import { readText } from '../architecture/source-files.ts';
import { runHere } from './recorded-terminal.ts';

const config = '.github/chokepoint.yml';
const workflow = '.github/workflows/chokepoint.yml';
const forms = ['.github/ISSUE_TEMPLATE/candidate.yml', '.github/ISSUE_TEMPLATE/diagnosis.yml'];

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chokepoint-init-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const read = (path: string) => readFile(join(folder, path), 'utf8');
const chokepoint = (...words: readonly string[]) => runHere(words, { folder });

/** What a team does first with what `init` wrote. */
async function pin(): Promise<void> {
  const text = await read(workflow);
  await writeFile(join(folder, workflow), text.replace('0'.repeat(40), 'a'.repeat(40)));
}

describe('init', () => {
  it('writes forms, config and workflow, says so, and what comes next', async () => {
    const { exitCode, stdout, stderr } = await chokepoint('init');
    expect(exitCode).toBe(0);
    for (const path of [config, workflow, ...forms]) expect(stdout).toContain(`  wrote  ${path}`);
    expect(stdout).toContain('Next:');
    expect(stderr).toContain('Nobody is there to ask');
    expect(await read(config)).toContain('duties: { issues: action,');
    expect(await read(config)).toMatch(/^# yaml-language-server: \$schema=https:/);
    for (const path of forms) expect(await read(path)).toBe(readText(path));
  });

  it('asks nothing where the answers would have nowhere to go', async () => {
    await chokepoint('init', '--yes');
    const { exitCode, stderr } = await chokepoint('init');
    expect(exitCode).toBe(0);
    expect(stderr).toBe(`${config} is there already and stays as it is, so nothing is asked.\n`);
  });

  it('never writes over a file, unless it is told to', async () => {
    await chokepoint('init', '--yes');
    await writeFile(join(folder, config), '# ours\n');
    const again = await chokepoint('init', '--json');
    expect(initShape.parse(JSON.parse(again.stdout))).toEqual({
      written: [],
      kept: [config, ...forms, workflow],
    });
    expect(await read(config)).toBe('# ours\n');
    const forced = await chokepoint('init', '--yes', '--force', '--json');
    expect(initShape.parse(JSON.parse(forced.stdout)).kept).toEqual([]);
    expect(await read(config)).not.toBe('# ours\n');
  });

  it('writes the workflow that the README shows', () => {
    const withoutComments = (text: string) => text.replaceAll(/^ *#.*\n/gm, '');
    expect(withoutComments(readText('README.md'))).toContain(withoutComments(renderWorkflow('action')));
  });

  it('writes a config without a Problem, whatever is answered', () => {
    const words = fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => text.trim() !== '');
    const primary = fc.record({
      constraint: fc.constantFrom(...constraints),
      since: fc.constantFrom('2026-11-02', null),
      because: fc.option(words),
      owner: fc.constantFrom('ana', 'max-2', null),
      metric: fc.option(words.map((name) => ({ name, unit: '%', baseline: 38, target: 55, minimum: 45 }))),
    });
    const answers = {
      primary: fc.option(primary),
      issues: fc.constantFrom('app' as const, 'action' as const),
    };
    fc.assert(
      fc.property(fc.record(answers), (given) => {
        const reading = readConfig(renderConfig({ ...given, timeZone: 'Europe/Berlin' }), null);
        expect(reading.ok ? [] : reading.problems).toEqual([]);
        if (reading.ok) expect(reading.value.primary?.constraint).toBe(given.primary?.constraint);
      }),
    );
  });
});

describe('validate', () => {
  it('asks for the commit that `init` leaves open, and then finds nothing', async () => {
    await chokepoint('init', '--yes');
    const open = await chokepoint('validate', '--json');
    expect(validateShape.parse(JSON.parse(open.stdout)).problems).toMatchObject([
      { code: 'WORKFLOW_PLACEHOLDER', file: workflow },
    ]);
    await pin();
    const { exitCode, stdout } = await chokepoint('validate');
    expect([exitCode, stdout.split('\n')[0]]).toEqual([0, 'Everything is fine.']);
  });

  it('tells of a file that is not read for its ending', async () => {
    await chokepoint('init', '--yes');
    await pin();
    await rename(join(folder, config), join(folder, '.github/chokepoint.yaml'));
    const { problems } = validateShape.parse(JSON.parse((await chokepoint('validate', '--json')).stdout));
    expect(problems.map(({ code, fix }) => [code, fix])).toEqual([
      ['FILE_MISNAMED', 'Rename it to `.github/chokepoint.yml`.'],
    ]);
  });

  it('tells every Problem of every file at once, each on its line', async () => {
    await chokepoint('init', '--yes');
    await pin();
    await writeFile(join(folder, config), 'drift:\n  mode: loud\nsummary: { top: 0 }\n');
    const text = await read(workflow);
    await writeFile(join(folder, workflow), text.replace('checks: write', 'packages: write'));
    const form = await read('.github/ISSUE_TEMPLATE/candidate.yml');
    await writeFile(
      join(folder, '.github/ISSUE_TEMPLATE/candidate.yml'),
      form.replace('id: metric', 'id: metrics'),
    );
    const { exitCode, stdout } = await chokepoint('validate', '--json');
    const { problems } = validateShape.parse(JSON.parse(stdout));
    expect(exitCode).toBe(1);
    expect(new Set(problems.map(({ file }) => file))).toEqual(
      new Set([config, workflow, '.github/ISSUE_TEMPLATE/candidate.yml']),
    );
    expect(problems.filter(({ line, fix }) => line === null || fix === '')).toEqual([]);
    expect(problems.find(({ code }) => code === 'WORKFLOW_PERMISSIONS')?.message).toContain('packages');
  });

  it('T29: writes annotations whose text cannot end one or begin another', async () => {
    await chokepoint('init', '--yes');
    await writeFile(join(folder, config), '"a\\n::error::%0A,b": 1\n');
    const { stdout } = await chokepoint('validate', '--annotations');
    const commands = stdout.split('\n').filter((line) => line.startsWith('::'));
    expect(commands.every((line) => line.startsWith('::warning file=.github/'))).toBe(true);
    expect(stdout).not.toContain('\n::error');
  });

  it('says what to do where there is nothing yet', async () => {
    const { exitCode, stdout } = await chokepoint('validate');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('`chokepoint init` writes it');
  });

  it('takes a folder that is not there for wrong use, not for an empty one', async () => {
    const { exitCode, stdout, stderr } = await chokepoint('validate', 'absent');
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('INPUT_UNREADABLE');
  });
});
