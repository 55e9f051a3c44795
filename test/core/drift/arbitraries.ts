import fc from 'fast-check';
import { kinds } from '../../../src/core/candidate.ts';
import { constraints } from '../../../src/core/constraint.ts';
import type { LinkedIssue, PullRequestFacts } from '../../../src/core/drift/facts.ts';
import { modes, type Policy } from '../../../src/core/policy.ts';
import { aPolicy, linkedTo } from './builders.ts';

const constraint = fc.constantFrom(...constraints);
const label = fc.constantFrom('bug', 'hotfix', 'design', ...constraints.map((each) => `constraint: ${each}`));
const path = fc.constantFrom('docs/a.md', 'docs/b/c.md', 'infra/main.tf', 'src/index.ts', 'web/app.ts');

function anyIssue(): fc.Arbitrary<LinkedIssue> {
  return fc.record({
    number: fc.integer({ min: 1, max: 9 }),
    title: fc.string(),
    state: fc.constantFrom('open', 'closed'),
    labels: fc.array(label, { maxLength: 2 }),
    parent: fc.option(
      fc.record({ reference: fc.constant('#99'), labels: fc.array(label, { maxLength: 1 }) }),
    ),
    candidate: fc.option(
      fc.record({
        kind: fc.option(fc.constantFrom(...kinds)),
        isIncomplete: fc.boolean(),
      }),
    ),
  });
}

/** Any pull request of which every fact was read, or could not be. */
export function anyFacts(): fc.Arbitrary<PullRequestFacts> {
  const issues = fc.array(anyIssue(), { maxLength: 3 });
  return fc.record({
    repository: fc.constant('acme/shop'),
    number: fc.constant(7),
    title: fc.oneof(fc.string(), fc.constant('Revert "x"')),
    author: fc.constantFrom('ben', 'renovate[bot]'),
    labels: fc.array(label, { maxLength: 2 }),
    commands: fc.record({
      constraint: fc.option(fc.record({ constraint, by: fc.constant('ana') }), { freq: 4 }),
      acceptance: fc.constant(null),
    }),
    links: issues.map((list) => linkedTo(...list)),
    enables: fc.oneof(issues, fc.constant('unreadable' as const)),
    moreEnabled: fc.nat({ max: 2 }),
    milestone: fc.option(
      fc.record({
        title: fc.string(),
        candidates: fc.oneof(
          fc.array(
            fc.record({
              number: fc.integer({ min: 1, max: 99 }),
              constraint: fc.option(constraint),
              complete: fc.boolean(),
            }),
            { maxLength: 3 },
          ),
          fc.constant('unreadable' as const),
        ),
      }),
    ),
    files: fc.oneof(
      fc.array(path, { maxLength: 4 }),
      fc.constantFrom('too-many' as const, 'unreadable' as const),
    ),
  });
}

export function anyPolicy(): fc.Arbitrary<Policy> {
  return fc
    .record({
      primary: fc.option(constraint, { freq: 5 }),
      mode: fc.constantFrom(...modes),
      pause: fc.boolean(),
      labels: fc.subarray(['hotfix']),
      authors: fc.subarray(['renovate[bot]']),
      paths: fc.subarray(['docs/**']),
      titles: fc.subarray(['Revert *']),
    })
    .map(({ primary, mode, pause, ...exempt }) =>
      aPolicy(
        primary,
        { mode, pause, exempt },
        {
          classify: {
            reliability: { labels: ['bug'], paths: ['infra/**'] },
            activation: { labels: [], paths: ['web/**'] },
          },
        },
      ),
    );
}
