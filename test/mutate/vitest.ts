/**
 * Stands in for Vitest where mutants are tried: what a test file declares is kept, to be run again and again in one
 * process. Expectations and spies are Vitest's own.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { chai, expect } from 'vitest';

export { assert, expect, vi } from 'vitest';

type Body = (...values: never[]) => unknown;
type Hook = () => unknown;

interface Suite {
  readonly name: string;
  readonly before: Hook[];
  readonly after: Hook[];
}

export interface DeclaredTest {
  readonly file: string;
  /** What the person reads, with the position where one sentence stands for several rows. */
  readonly name: string;
  /** Throws what the test finds wrong. */
  run(): Promise<void>;
}

const declared: DeclaredTest[] = [];
let suites: readonly Suite[] = [];
let file = '';
let runningIn = '';

/** Loads the files, one after another, and returns every test that they declare, in their order. */
export async function collectTests(files: readonly string[]): Promise<readonly DeclaredTest[]> {
  for (const path of files) {
    file = path;
    suites = [{ name: '', before: [], after: [] }];
    await import(path);
  }
  return declared;
}

function declareSuite(name: string, body: Hook): void {
  const outside = suites;
  suites = [...outside, { name, before: [], after: [] }];
  body();
  suites = outside;
}

function declareTest(name: string, body: Body, row: readonly unknown[] = []): void {
  const [around, own] = [suites, file];
  const fullName = [...around.map((suite) => suite.name).filter((part) => part !== ''), name].join(' > ');
  declared.push({
    file: own,
    name: fullName,
    async run() {
      runningIn = own;
      try {
        for (const hook of around.flatMap(({ before }) => before)) await hook();
        await Reflect.apply(body, undefined, row);
      } finally {
        for (const hook of around.toReversed().flatMap(({ after }) => after)) await hook();
      }
    },
  });
}

/** `each` names its rows by their position: the sentence is for people, and needs to be unique here. */
function declareEach(declare: (name: string, body: Body, row: readonly unknown[]) => void) {
  return (rows: readonly unknown[]) =>
    (name: string, ...rest: readonly unknown[]) => {
      for (const [position, row] of rows.entries())
        declare(`${name} [${position}]`, bodyOf(rest), Array.isArray(row) ? row : [row]);
    };
}

/** The options that may stand before the body set a time, which is not kept here. */
function bodyOf(rest: readonly unknown[]): Body {
  const body = rest.find((argument) => typeof argument === 'function');
  if (body === undefined) throw new Error('A test has no body');
  return (...values) => Reflect.apply(body, undefined, values);
}

const declare = Object.assign(
  (name: string, ...rest: readonly unknown[]) => declareTest(name, bodyOf(rest)),
  { each: declareEach(declareTest) },
);

export { declare as it, declare as test };
export const describe = Object.assign((name: string, body: Hook) => declareSuite(name, body), {
  each: declareEach((name, body, row) => declareSuite(name, () => Reflect.apply(body, undefined, row))),
});

export const beforeEach = (hook: Hook) => suites.at(-1)?.before.push(hook);
export const afterEach = (hook: Hook) => suites.at(-1)?.after.unshift(hook);
/** What is made once for all tests of a file is made once for all mutants, and goes with the process. */
export const beforeAll = (hook: Hook) => {
  let made: unknown;
  suites.at(-1)?.before.push(() => {
    made ??= hook() ?? true;
    return made;
  });
};
export const afterAll = (_hook: Hook) => {};

/** Vitest's own comparison with what is on disk needs its process; here it is a comparison of texts. */
chai.use(({ Assertion }, utils) => {
  utils.addMethod(
    Assertion.prototype,
    'toMatchInlineSnapshot',
    function (this: Chai.Assertion, snapshot = '') {
      expect(`"${utils.flag(this, 'object')}"`).toBe(withoutIndent(snapshot));
    },
  );
  utils.addMethod(Assertion.prototype, 'toMatchFileSnapshot', function (this: Chai.Assertion, path: string) {
    expect(utils.flag(this, 'object')).toBe(readFileSync(resolve(dirname(runningIn), path), 'utf8'));
  });
});

/** A snapshot in the source is indented as the source is. */
function withoutIndent(snapshot: string): string {
  const lines = snapshot.split('\n').slice(1, -1);
  const indent = /^\s*/.exec(lines[0] ?? '')?.[0] ?? '';
  return lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)).join('\n');
}
