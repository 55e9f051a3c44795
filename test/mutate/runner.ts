/**
 * Runs the tests of pure code for Stryker, all in one process and loaded once. Stryker's runner for Vitest starts a
 * thread for every test file of every mutant, which takes hours for fourteen thousand mutants; here most take
 * milliseconds. What a mutant changes while a file is loaded is gone by then: such mutants are left out and counted
 * as ignored (`ignoreStatic`).
 */
import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { INSTRUMENTER_CONSTANTS, type StrykerOptions } from '@stryker-mutator/api/core';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  type DryRunOptions,
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { z } from 'zod';
import { collectTests, type DeclaredTest } from './vitest.ts';

const optionsShape = z.looseObject({
  inProcess: z.object({ include: z.array(z.string()), exclude: z.array(z.string()) }),
});

/** What instrumented code and the runner tell each other. */
interface Namespace {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

class InProcessRunner implements TestRunner {
  static inject = tokens(commonTokens.options);
  readonly #options: StrykerOptions;
  readonly #namespace: Namespace = {};
  #tests = new Map<string, DeclaredTest>();

  constructor(options: StrykerOptions) {
    this.#options = options;
    Object.assign(globalThis, { [INSTRUMENTER_CONSTANTS.NAMESPACE]: this.#namespace });
  }

  /**
   * Stryker would start the process anew for each mutant that is also met while a file is loaded. It switches those
   * on after loading all the same (`ignoreStatic`), so that a new process would have loaded nothing else.
   */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    const { include, exclude } = optionsShape.parse(this.#options).inProcess;
    standIn(['vitest', 'fast-check']);
    const files = globSync(include, { exclude });
    const tests = await collectTests(files.toSorted().map((file) => resolve(file)));
    this.#tests = new Map(tests.map((test) => [`${test.file}#${test.name}`, test]));
  }

  async dryRun(_: DryRunOptions): Promise<DryRunResult> {
    const tests = await this.#run([...this.#tests.keys()], false);
    return {
      status: DryRunStatus.Complete,
      tests,
      mutantCoverage: this.#namespace.mutantCoverage ?? { static: {}, perTest: {} },
    };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRunOptions): Promise<MutantRunResult> {
    Object.assign(this.#namespace, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    const tests = await this.#run(testFilter ?? [...this.#tests.keys()], true);
    const { hitCount } = this.#namespace;
    Object.assign(this.#namespace, { activeMutant: undefined, hitLimit: undefined });
    return toMutantRunResult(
      determineHitLimitReached(hitCount, hitLimit) ?? { status: DryRunStatus.Complete, tests },
    );
  }

  async #run(ids: readonly string[], stopsAtFailure: boolean): Promise<TestResult[]> {
    const results: TestResult[] = [];
    for (const id of ids) {
      const test = this.#tests.get(id);
      if (test === undefined) throw new Error(`No test is called ${id}`);
      this.#namespace.currentTestId = id;
      const result = await runOne(id, test);
      results.push(result);
      if (stopsAtFailure && result.status === TestStatus.Failed) break;
    }
    this.#namespace.currentTestId = undefined;
    return results;
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];

async function runOne(id: string, test: DeclaredTest): Promise<TestResult> {
  const startedAt = performance.now();
  const told = () => ({
    id,
    name: test.name,
    fileName: test.file,
    timeSpentMs: performance.now() - startedAt,
  });
  try {
    await test.run();
    return { ...told(), status: TestStatus.Success };
  } catch (error) {
    return { ...told(), status: TestStatus.Failed, failureMessage: String(error) };
  }
}

/** Test files get what stands beside this one instead of these packages; everybody else gets the packages. */
function standIn(names: readonly string[]): void {
  const own = new URL('.', import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      names.includes(specifier) && !context.parentURL?.startsWith(own)
        ? { url: new URL(`${specifier}.ts`, own).href, shortCircuit: true }
        : next(specifier, context),
  });
}
