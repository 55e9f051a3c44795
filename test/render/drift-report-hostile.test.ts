import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it, test } from 'vitest';
import { nothingTold } from '../../src/core/commands/resolve-pull-request.ts';
import { toPlainText } from '../../src/core/drift/phrase.ts';
import { renderCheck, renderJobSummary } from '../../src/render/check-summary.ts';
import {
  pullRequestMarker,
  renderDriftComment,
  renderSettledComment,
} from '../../src/render/drift-comment.ts';
import { renderReasonTree } from '../../src/render/reason-tree.ts';
import { anyFacts, anyPolicy } from '../core/drift/arbitraries.ts';
import { aCandidate, anIssue, aPolicy, aPullRequest, linkedTo, reportOn } from '../core/drift/builders.ts';

import { context, marker } from './drift-report-builders.ts';

describe('words of people', () => {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  const nasty = [
    '@ana',
    '@acme/team',
    '#1',
    'GH-1',
    'acme/api#2',
    '/approve',
    '\n/score 5 5 5 5',
    'Fixes #1',
    '-->',
    '<!--',
    '<b>',
    '</sub>',
    '`',
    '](https://evil.example)',
    '![x](y)',
    'https://evil.example',
    'www.evil.example',
    '*',
    '_',
    '|',
    '\r\n',
    '```',
    '\\',
    '&lt;',
    'deadbeefcafe',
    '\u202e',
    '\u0000',
    '\ud800',
    ' ',
  ];
  const hostile = fc.array(fc.constantFrom(...nasty), { maxLength: 8 }).map((parts) => parts.join(''));

  it('T4: do nothing in the comment: no mention, no reference, no link, no HTML', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, because, label) => {
        const policy = aPolicy('activation', {}, { classify: { adoption: { labels: [label], paths: [] } } });
        for (const facts of [
          { links: linkedTo(anIssue(126, 'operations', { title })) },
          { labels: [label] },
        ]) {
          const comment =
            renderDriftComment(
              reportOn(aPullRequest(facts), policy),
              { ...context, because },
              marker,
              nothingTold,
            ) ?? '';
          const ours = comment
            .replaceAll('&#8203;', '\u200b')
            .replaceAll(/&#\d+;/g, '')
            .replaceAll('#126', '')
            .replaceAll('Closes #…', '')
            .replaceAll('Part of #…', '');
          expect(ours).not.toMatch(/@[A-Za-z0-9]|#[0-9]|GH-[0-9]|deadbeef|www\.evil|https:\/\/evil/);
          const html = markdown.render(comment);
          expect(html.match(/<a /g)).toHaveLength(1);
          expect(html).not.toMatch(/<(?:b|img|table|pre|h[1-6])\b/);
          expect(html.match(/<!--/g)).toHaveLength(1);
        }
      }),
    );
  });

  it('T5: begin no line that is written', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, because) => {
        const acceptance = { by: 'ana', because, self: false };
        const links = linkedTo(anIssue(126, 'operations', { title }));
        for (const commands of [
          { constraint: null, acceptance: null },
          { constraint: null, acceptance },
        ]) {
          const report = reportOn(aPullRequest({ links, commands }), aPolicy());
          const texts = [
            renderDriftComment(report, { ...context, because }, marker, nothingTold) ?? '',
            renderSettledComment(report, { ...context, because }, marker, nothingTold),
            renderJobSummary(report, { ...context, because }),
          ];
          for (const line of texts.flatMap((text) => text.split('\n'))) expect(line).not.toMatch(/^\s*[/@]/);
        }
      }),
    );
  });

  it('are shown as they were written, where they are harmless', () => {
    const links = linkedTo(anIssue(126, 'operations', { title: 'Größe "ändern" & 日本語 👨‍👩‍👧' }));
    const comment =
      renderDriftComment(reportOn(aPullRequest({ links }), aPolicy()), context, marker, nothingTold) ?? '';
    expect(markdown.render(comment)).toContain('<em>Größe &quot;ändern&quot; &amp; 日本語 👨‍👩‍👧</em>');
  });

  it('T3: cannot end the hidden marker', () => {
    expect(pullRequestMarker('acme/my--shop', 7)).toBe(
      '<!-- chokepoint:pull-request acme%2Fmy%2D%2Dshop 7 -->',
    );
    expect(pullRequestMarker('acme/-->', 7).match(/-->/g)).toHaveLength(1);
  });

  it('T2: the marker names this pull request alone', () => {
    const markers = [
      pullRequestMarker('acme/shop', 7),
      pullRequestMarker('acme/shop', 70),
      pullRequestMarker('acme/api', 7),
    ];
    expect(new Set(markers).size).toBe(3);
    expect(markers[1]).not.toContain(markers[0]);
  });
});

test('every report renders, within the limits of GitHub', () => {
  fc.assert(
    fc.property(anyFacts(), anyPolicy(), (facts, policy) => {
      const report = reportOn(facts, policy);
      const { title, summary, text } = renderCheck(report, context);
      expect(title.length).toBeGreaterThan(0);
      expect(summary.length).toBeGreaterThan(0);
      expect(Math.max(summary.length, text.length)).toBeLessThan(60_000);
      expect(renderReasonTree(report.reasons).split('\n')).toHaveLength(6);
      const comment = renderDriftComment(report, context, marker, nothingTold);
      expect(comment !== null).toBe(report.conclusion === 'warning' || report.conclusion === 'failure');
      for (const { text: sentence } of report.findings)
        expect(toPlainText(sentence).length).toBeGreaterThan(0);
    }),
  );
});

test('hundreds of linked issues with the longest titles stay within the limits', () => {
  const issues = Array.from({ length: 400 }, (_, index) =>
    aCandidate(index + 1, 'operations', 'expansion', 'incomplete'),
  ).map((issue) => ({ ...issue, title: '<'.repeat(256) }));
  const report = reportOn(
    aPullRequest({ links: linkedTo(...issues) }),
    aPolicy('activation', { pause: true }),
  );
  const { summary, text } = renderCheck(report, context);
  expect(Math.max(summary.length, text.length)).toBeLessThan(60_000);
  expect(renderDriftComment(report, context, marker, nothingTold)?.length).toBeLessThan(60_000);
});
