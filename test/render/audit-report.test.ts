import { describe, expect, it } from 'vitest';
import { auditInWords } from '../../src/cli/audit-in-words.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { auditMerges } from '../../src/core/audit/audit-merges.ts';
import type { MergedWork } from '../../src/core/audit/merged-work.ts';
import type { Constraint } from '../../src/core/constraint.ts';
import { defaultPolicy, type Policy } from '../../src/core/policy.ts';
import {
  type AuditToRender,
  auditHeadline,
  coverageSentence,
  renderAudit,
  renderClassify,
  servedBy,
} from '../../src/render/audit-report.ts';

function work(number: number, given: Partial<MergedWork> = {}): MergedWork {
  const plain = { number, title: `Change ${number}`, author: 'ana', mergedAt: '2026-11-01T10:00:00Z' };
  return { ...plain, labels: [], issueLabels: [], files: [], ...given };
}

function audited(
  merges: readonly MergedWork[],
  { primary = null, tellsFiles = true }: { primary?: Constraint | null; tellsFiles?: boolean } = {},
): AuditToRender {
  const classify = { adoption: { labels: ['growth'], paths: [] } };
  const policy: Policy = { ...defaultPolicy, classify };
  return { ...auditMerges(merges, policy, primary), repository: 'acme/shop', days: 90, tellsFiles };
}

const onboarding = work(3, { title: 'Guided | import @ana', files: ['src/onboarding/a.ts'] });
const bugs = [work(1, { labels: ['bug'] }), work(2, { labels: ['outage'] })];
const dependency = (number: number) => work(number, { author: 'dependabot[bot]' });

describe('the audit', () => {
  it('says where the merges went, what said so, what to put into the config, and what only the team knows', () => {
    const merges = [
      ...bugs,
      onboarding,
      work(4, { title: 'fix: slow lists' }),
      work(5, { labels: ['growth'] }),
      work(6, { labels: ['enhancement', 'by @eve'], files: ['web/app/a.css'] }),
      work(7, { labels: ['enhancement'], files: ['web/app/b.css'] }),
      work(8, { files: ['web/app/c.css'] }),
      dependency(9),
    ];
    expect(
      renderAudit(audited(merges, { primary: 'activation' })),
    ).toBe(`**1 of your last 8 merges was on activation.**

| constraint | merges | share |
|---|:-:|:-:|
| Reliability | 3 | 38 % |
| Activation, the constraint | 1 | 13 % |
| Adoption | 1 | 13 % |

5 of 8 merges of the last 90 days say which constraint they served (63 %); 80 % are needed to follow the focus week by week. 1 exempt one is not counted.

| what said so | for example | merges |
|---|---|:-:|
| \`classify\` | #5 Change 5: It carries the label "growth", as classify says. | 1 |
| a usual label | #1 Change 1: It carries the label "bug". | 2 |
| a conventional title | #4 fix: slow lists: Its title begins with "fix". | 1 |
| the usual folders | #3 Guided &#124; import @\u200bana: All of its changed files lie in places like \\*\\*/onboarding/\\*\\*. | 1 |

The check goes by what the config says. This block tells it what decided here:

\`\`\`yaml
classify:
  activation: { paths: ["**/onboarding/**"] }
  reliability: { labels: ["bug", "outage"] }
\`\`\`

Nothing says what these serve; adding them under \`classify\` raises coverage: path "web/app/\\*\\*" (3 merges), label "enhancement" (2 merges).`);
  });

  it('is one sentence where nothing was merged', () => {
    expect(renderAudit(audited([]))).toBe('**Nothing was merged in the last 90 days.**');
  });

  it('says that nothing says it, and what a token would tell more', () => {
    const text = renderAudit(audited([work(1, { files: null })], { tellsFiles: false }));
    expect(text.split('\n\n')).toEqual([
      '**Of your last 1 merges none says which constraint it served.**',
      '0 of 1 merges of the last 90 days say which constraint they served (0 %); 80 % are needed to follow the focus week by week.',
      'Read without a token: labels and titles only. With one, changed files and linked issues tell more.',
    ]);
  });
});

describe('its sentences', () => {
  it.each<readonly [string, readonly MergedWork[], Constraint | null]>([
    ['2 of your last 3 merges were on reliability.', [...bugs, onboarding], null],
    // Of equal ones the first in the order of the five, however the merges came.
    ['1 of your last 2 merges was on activation.', [work(1, { labels: ['bug'] }), onboarding], null],
    ['1 of your last 3 merges was on activation.', [...bugs, onboarding], 'activation'],
    ['0 of your last 2 merges were on throughput.', bugs, 'throughput'],
  ])('remember: %s', (sentence, merges, primary) => {
    expect(auditHeadline(audited(merges, { primary }))).toBe(sentence);
  });

  it.each([
    [1, /week\. 1 exempt one is not counted\.$/],
    [2, /week\. 2 exempt ones are not counted\.$/],
  ])('count what is exempt: %i', (count, ending) => {
    const exempt = Array.from({ length: count }, (_, index) => dependency(10 + index));
    expect(coverageSentence(audited([...bugs, ...exempt]))).toMatch(ending);
  });

  it('list the constraints that were served, most merges first, and the primary one in any case', () => {
    expect(servedBy(audited([onboarding, ...bugs]))).toEqual(['reliability', 'activation']);
    expect(servedBy(audited(bugs, { primary: 'operations' }))).toEqual(['reliability', 'operations']);
  });

  it('put labels before paths, and nothing where neither decided', () => {
    const both = [work(1, { labels: ['onboarding'] }), onboarding];
    expect(renderClassify(audited(both))).toBe(
      'classify:\n  activation: { labels: ["onboarding"], paths: ["**/onboarding/**"] }',
    );
    expect(renderClassify(audited([work(1, { title: 'fix: a crash' })]))).toBe('');
  });

  it('T29: command no terminal by the name of a label, and write it so that the config reads it as it is', () => {
    const label = 'bug \u001b[2J\u009b2J\u007f\u202e\u2028\u2066\u200b\ufeff\u{e0001}';
    const merges = audited([1, 2].map((number) => work(number, { labels: [label] })));
    const yaml = renderClassify(merges);
    for (const text of [yaml, ...auditInWords(merges)])
      expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\u2028]/u);
    expect(readConfig(yaml, 'acme/shop')).toMatchObject({
      ok: true,
      value: { classify: { reliability: { labels: [label] } } },
    });
  });
});
