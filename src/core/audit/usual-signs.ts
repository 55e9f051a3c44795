import { type Constraint, constraints } from '../constraint.ts';
import { compileGlob } from '../glob.ts';

/** What usually says that work serves a constraint, in repositories that never heard of Chokepoint (docs/audit.md). */
export interface UsualSigns {
  /** Words of a label; `kind/bug`, `type: bug` and `Bugs` hold the word `bug`. */
  readonly words: readonly string[];
  /** Types and scopes of a conventional title, `type(scope): …`. */
  readonly titles: readonly string[];
  /** Globs for changed files. */
  readonly paths: readonly string[];
}

export const usualSigns: Readonly<Record<Constraint, UsualSigns>> = {
  activation: {
    words: [
      'activation',
      'onboarding',
      'signup',
      'sign-up',
      'first-run',
      'getting-started',
      'quickstart',
      'empty-state',
    ],
    titles: ['onboarding', 'signup', 'sign-up', 'welcome', 'quickstart', 'getting-started', 'wizard'],
    paths: ['**/onboarding/**', '**/signup/**', '**/sign-up/**', '**/welcome/**', '**/getting-started/**'],
  },
  adoption: {
    words: [
      'adoption',
      'retention',
      'engagement',
      'expansion',
      'pricing',
      'billing',
      'upgrade-path',
      'usability',
      'ux',
    ],
    titles: ['adoption', 'retention', 'pricing', 'billing', 'paywall', 'plans', 'ux'],
    paths: ['**/billing/**', '**/pricing/**', '**/paywall/**'],
  },
  reliability: {
    words: [
      'bug',
      'bugfix',
      'regression',
      'crash',
      'incident',
      'outage',
      'performance',
      'perf',
      'reliability',
      'stability',
      'security',
      'observability',
      'monitoring',
      'data-integrity',
    ],
    titles: ['fix', 'bugfix', 'hotfix', 'perf', 'security', 'monitoring', 'observability'],
    paths: ['**/monitoring/**', '**/observability/**', '**/alerts/**'],
  },
  operations: {
    words: [
      'operations',
      'ops',
      'internal-tools',
      'admin',
      'backoffice',
      'back-office',
      'support',
      'automation',
    ],
    titles: ['ops', 'admin', 'backoffice', 'support', 'automation'],
    paths: ['**/admin/**', '**/backoffice/**', '**/internal-tools/**', '**/runbooks/**'],
  },
  throughput: {
    words: [
      'tech-debt',
      'technical-debt',
      'refactor',
      'refactoring',
      'cleanup',
      'architecture',
      'ci',
      'build',
      'tooling',
      'dx',
      'developer-experience',
      'tests',
      'testing',
      'qa',
      'flaky',
    ],
    titles: ['refactor', 'test', 'tests', 'ci', 'build', 'chore', 'style', 'tooling', 'dx'],
    paths: ['.github/workflows/**', '.circleci/**', '**/__tests__/**', 'test/**', 'tests/**', 'scripts/**'],
  },
};

/** The constraints whose usual words a label holds, each whole: `debug` holds no `bug`. */
export function constraintsByWord(label: string): readonly Constraint[] {
  const text = `-${label.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-`;
  return constraints.filter((constraint) =>
    usualSigns[constraint].words.some((word) => text.includes(`-${word}-`) || text.includes(`-${word}s-`)),
  );
}

export interface ConventionalTitle {
  readonly type: string;
  readonly scope: string | null;
}

/** Reads `type(scope)!: …` of https://www.conventionalcommits.org; `null` for any other title. */
export function readConventionalTitle(title: string): ConventionalTitle | null {
  const [, type, scope] = /^([a-z][a-z-]{0,29})(?:\(([^()\s]{1,60})\))?!?: /i.exec(title) ?? [];
  return type === undefined ? null : { type: type.toLowerCase(), scope: scope?.toLowerCase() ?? null };
}

const usualPaths = constraints.flatMap((constraint) =>
  usualSigns[constraint].paths.map((pattern) => ({
    constraint,
    pattern,
    matches: compileGlob(pattern, 'path'),
  })),
);

/** The usual folder that `file` lies in, if any. */
export function usualPathOf(
  file: string,
): { readonly constraint: Constraint; readonly pattern: string } | null {
  return usualPaths.find(({ matches }) => matches(file)) ?? null;
}
