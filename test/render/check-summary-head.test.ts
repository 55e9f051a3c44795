import { describe, expect, it } from 'vitest';
import type { HeadCheck } from '../../src/core/drift/head-check.ts';
import type { Problem } from '../../src/core/problem.ts';
import { renderCheck } from '../../src/render/check-summary.ts';
import { anIssue, aPolicy, aPullRequest, linkedTo, reportOn } from '../core/drift/builders.ts';
import { context } from './drift-report-builders.ts';

const aligned = reportOn(aPullRequest({ links: linkedTo(anIssue(9, 'activation')) }), aPolicy());

/** What follows the check's own words where the head edits settings. */
function partOn(head: Partial<HeadCheck>): string {
  const whole = { paths: ['.github/chokepoint.yml'], problems: [], preview: null, ...head };
  const { summary } = renderCheck(aligned, context, whole);
  const own = renderCheck(aligned, context).summary;
  expect(summary.startsWith(`${own}\n\n`)).toBe(true);
  return summary.slice(own.length + 2);
}

const opening =
  '### If this is merged\n\nIt edits `.github/chokepoint.yml`. That changes nothing about this check, which goes by the default branch.';

describe('what an edit of the settings would bring about', () => {
  it('is that they can be read, where no open pull request can be looked at', () => {
    expect(partOn({})).toBe(`${opening}\n\nWhat it edits can be read.`);
    expect(partOn({ paths: ['.github/chokepoint.yml', '.github/ISSUE_TEMPLATE/candidate.yml'] })).toContain(
      'It edits `.github/chokepoint.yml` and `.github/ISSUE_TEMPLATE/candidate.yml`.',
    );
  });

  it('is which open pull requests would be concluded otherwise', () => {
    const turns = [
      { from: 'success', to: 'failure', numbers: [4, 12] },
      { from: 'note', to: 'warning', numbers: [7] },
    ] as const;
    expect(partOn({ preview: { lookedAt: 30, turns } })).toBe(
      `${opening}\n\nWhat it edits can be read.\n\nOf 30 open pull requests\n\n- 2 would turn from success to **failure**: #4, #12\n- 1 would turn from note to **warning**: #7`,
    );
  });

  it.each([
    [0, 'No open pull request was looked at.'],
    [1, 'Of 1 open pull request none would be concluded otherwise.'],
    [2, 'Of 2 open pull requests none would be concluded otherwise.'],
  ])('is that none of %i would', (lookedAt, sentence) => {
    expect(
      partOn({ preview: { lookedAt, turns: [] } })
        .split('\n\n')
        .at(-1),
    ).toBe(sentence);
  });

  it('is that defaults would hold for what cannot be read', () => {
    const problems: readonly Problem[] = [
      {
        code: 'CONFIG_UNKNOWN_KEY',
        message: 'The key `primry` is not known.',
        fix: 'Did you mean `primary`?',
        at: { file: '.github/chokepoint.yml', line: 3, column: 1 },
      },
      { code: 'CONFIG_TOO_LONG', message: 'It is too long, @ana.', fix: 'Shorten it.' },
    ];
    expect(partOn({ problems })).toBe(
      [
        opening,
        '- **CONFIG_UNKNOWN_KEY** (.github/chokepoint.yml, line 3): The key \\`primry\\` is not known. Did you mean \\`primary\\`?\n- **CONFIG_TOO_LONG**: It is too long, @\u200bana. Shorten it.',
        'Merged as it is, Chokepoint would go by its defaults for what cannot be read.',
      ].join('\n\n'),
    );
  });
});
