import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { diagnose } from '../../src/cli/diagnose.ts';
import { diagnoseShape } from '../../src/cli/shapes/plan.ts';
import { renderTemplate } from '../../src/config/render-template.ts';
import { diagnosisForm } from '../../src/core/form/diagnosis-form.ts';
import {
  anyDiagnosis,
  clear,
  diagnosisBody,
  filedDiagnosis,
  pressureTexts,
} from '../core/diagnosis/filed-diagnosis.ts';
import { plainDiagnosis } from '../core/diagnosis/plain-diagnosis.ts';
import { recordedTerminal, runHere } from './recorded-terminal.ts';
import { runProcess } from './run-process.ts';

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

const activation = filedDiagnosis({
  'onboarding-drop': 2,
  'support-load': 2,
  'tickets-ask': 1,
  revenue: pressureTexts[2],
  trust: pressureTexts[1],
  planning: pressureTexts[1],
  'planning-item': 1,
  'slower-plan': 2,
});

describe('diagnose --json', () => {
  it('prints the whole contract and nothing else', async () => {
    const { stdout, stderr, exitCode } = await runHere(['diagnose', '--json'], {
      stdin: diagnosisBody(activation),
    });
    const { flips, ...json } = JSON.parse(stdout);
    expect(json).toEqual({
      points: { activation: 12, adoption: 0, reliability: 2, operations: 0, throughput: 8 },
      clearPressures: 3,
      outcome: 'declare',
      reason: null,
      constraint: 'activation',
      // biome-ignore lint/suspicious/noThenProperty: the name that scripts rely on
      then: ['throughput'],
      rule: null,
      confidence: 'high',
      problems: [],
    });
    expect(flips).toContainEqual({
      field: 'trust',
      from: 1,
      to: 0,
      constraint: 'activation',
      outcome: 'optimization-pass',
    });
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  });

  it('agrees on 10,000 random diagnoses with the rules stated a second time', async () => {
    const seen = new Map<string, number>();
    const agrees = fc.asyncProperty(anyDiagnosis, async (filed) => {
      const { terminal, written } = recordedTerminal({ stdin: diagnosisBody(filed) });
      const exitCode = await diagnose(terminal, { json: true });
      const { problems, ...json } = diagnoseShape.parse(JSON.parse(written.stdout));
      expect(json).toEqual(plainDiagnosis(filed));
      expect(exitCode).toBe(json.outcome === 'incomplete' ? 1 : 0);
      expect(problems.length > 0).toBe(json.outcome === 'incomplete');
      const kind = [json.outcome, json.reason, json.rule, json.confidence].join(' ');
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
    });
    await fc.assert(agrees, { numRuns: 10_000 });
    // All that can come of it came up, so that agreeing means something.
    for (const part of [
      'declare',
      'optimization-pass',
      'vague',
      'weak-signal',
      'pre-traction',
      'R1',
      'R2',
      'R3',
      'high',
    ]) {
      expect([...seen.keys()].join('; ')).toContain(part);
    }
  });

  // Fifty starts of Node: two at a time, and a busy machine may take its time.
  it('agrees with them as a process of its own, fifty times', { timeout: 300_000 }, async () => {
    const all = fc.sample(anyDiagnosis, { numRuns: 50, seed: 11 });
    for (let from = 0; from < all.length; from += 2) {
      await Promise.all(
        all.slice(from, from + 2).map(async (filed) => {
          const { stdout, exitCode } = await runProcess(['diagnose', '--json'], diagnosisBody(filed));
          const { problems, ...json } = diagnoseShape.parse(JSON.parse(stdout));
          expect(json).toEqual(plainDiagnosis(filed));
          expect(exitCode).toBe(problems.length > 0 ? 1 : 0);
        }),
      );
    }
  });

  it("takes the form from the working directory's .github/, or by name", async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chokepoint-diagnose-'));
    folders.push(folder);
    const fields = diagnosisForm.fields.map((field) => ({ ...field, label: `Frage ${field.id}` }));
    const own = renderTemplate({ ...diagnosisForm, fields });
    await mkdir(join(folder, '.github/ISSUE_TEMPLATE'), { recursive: true });
    await writeFile(join(folder, '.github/ISSUE_TEMPLATE/diagnosis.yml'), own);
    await writeFile(join(folder, 'own.yml'), own);
    const german = fields.reduce(
      (body, { label }, index) =>
        body.replace(`### ${diagnosisForm.fields[index]?.label}\n`, `### ${label}\n`),
      diagnosisBody(activation),
    );
    const here = await runHere(['diagnose', '--json'], { folder, stdin: german });
    expect(JSON.parse(here.stdout)).toMatchObject({ constraint: 'activation', problems: [] });
    const named = await runHere(['diagnose', '--json', '--template', 'own.yml'], { folder, stdin: german });
    expect(named.stdout).toBe(here.stdout);
    const builtIn = await runHere(['diagnose', '--json'], { stdin: german });
    expect(JSON.parse(builtIn.stdout)).toMatchObject({ problems: [{ code: 'FORM_BYPASSED' }] });
  });
});

describe('diagnose for people', () => {
  it('says what, from what, why and what would change it', async () => {
    const { stdout } = await runHere(['diagnose'], { stdin: diagnosisBody(activation) });
    expect(stdout).toContain('Activation, with high confidence. After it: throughput.');
    expect(stdout).toContain('Activation  12  users drop off during onboarding, measured (6)');
    expect(stdout).toContain('Three of five pressures are clear; retention and operations are vague.');
    expect(stdout).toContain('the answer would be a two-week optimization pass on Activation.');
    expect(stdout).not.toContain('*');
  });

  it.each([
    [{ stage: 1 }, 'Another question comes first.'],
    [{ stage: 2 }, 'a small proof of concept'],
    [{}, 'None of five pressures is clear; choosing now would be a guess.'],
    [clear(1), 'One of five pressures is clear'],
    [{ ...clear(5), 'paid-reliability': 1 }, 'Reliability leads with 5 of 12 points'],
    [{ ...clear(5), 'paid-reliability': 1, 'performance-trust': 1 }, 'but nothing about it is measured'],
    [{ ...clear(2), 'onboarding-drop': 2 }, 'Two weeks of optimizing Activation'],
  ] as const)('answers %j with respect: %s', async (changes, words) => {
    const { stdout, exitCode } = await runHere(['diagnose'], {
      stdin: diagnosisBody(filedDiagnosis(changes)),
    });
    expect(stdout).toContain(words);
    expect(exitCode).toBe(0);
  });

  it('says what is open of one that is incomplete, and ends with 1', async () => {
    const { stdout, stderr, exitCode } = await runHere(['diagnose'], {
      stdin: diagnosisBody(filedDiagnosis({ 'safe-to-ship': null })),
    });
    expect(stdout).toContain('Incomplete');
    expect(stderr).toContain('FORM_FIELD_MISSING: "Can the team ship a change safely?"');
    expect(exitCode).toBe(1);
  });
});
