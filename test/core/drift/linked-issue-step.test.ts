import { describe, expect, it } from 'vitest';
import { resolveConstraint } from '../../../src/core/drift/resolve-constraint.ts';
import { anIssue, aPolicy, aPullRequest, linkedTo } from './builders.ts';
import { policy, resolved, textOf } from './resolved.ts';

describe('linked issues', () => {
  it.each([
    [
      'its own label, before its parent and classify',
      {
        labels: ['constraint: activation', 'bug'],
        parent: { reference: '#90', labels: ['constraint: adoption'] },
      },
      'activation',
      '#12 serves Activation, it carries the label "constraint: activation"',
    ],
    [
      'its parent, before classify',
      { labels: ['bug'], parent: { reference: '#90', labels: ['constraint: adoption'] } },
      'adoption',
      '#12 serves Adoption, it is part of #90, which carries the label "constraint: adoption"',
    ],
    [
      'its labels by classify',
      { labels: ['bug'], parent: null },
      'reliability',
      '#12 serves Reliability, it carries the label "bug"',
    ],
    [
      'its labels by classify where the parent says nothing',
      { labels: ['bug'], parent: { reference: '#90', labels: [] } },
      'reliability',
      '#12 serves Reliability, it carries the label "bug"',
    ],
    [
      'its labels by classify where the parent’s labels contradict each other',
      {
        labels: ['bug'],
        parent: { reference: '#90', labels: ['constraint: activation', 'constraint: adoption'] },
      },
      'reliability',
      '#12 serves Reliability, it carries the label "bug"',
    ],
    ['nothing', { labels: [], parent: null }, null, '#12 carries no label that classifies it'],
    [
      'nothing where its labels contradict each other',
      { labels: ['constraint: activation', 'constraint: adoption'] },
      null,
      '#12 carries several constraint labels',
    ],
    [
      'nothing where classify contradicts itself',
      { labels: ['bug', 'back-office'] },
      null,
      '#12 carries labels of Reliability and Operations',
    ],
    [
      'nothing where its parent could not be read',
      { labels: [], parent: 'unreadable' },
      null,
      '#12 carries no label that classifies it and its parent could not be read',
    ],
  ] as const)('answer by %s', (_case, issue, constraint, sentence) => {
    const resolution = resolved({ links: linkedTo(anIssue(12, null, issue)) });
    expect(resolution.constraint).toBe(constraint);
    expect(textOf(resolution, 'linked-issue')).toBe(`Linked by GitHub’s closing relation: ${sentence}.`);
  });

  it('answer under the label names of the config', () => {
    const renamed = aPolicy('activation', {}, { labels: { 'constraint: adoption': 'Focus/Adoption' } });
    const links = linkedTo(anIssue(12, null, { labels: ['focus/adoption'] }));
    expect(resolved({ links }, renamed).constraint).toBe('adoption');
    expect(resolved({ links: linkedTo(anIssue(12, 'adoption')) }, renamed).constraint).toBeNull();
  });

  it('are asked for their parents only where their own label does not answer', () => {
    const links = linkedTo(
      anIssue(1, 'activation', { parent: 'unread' }),
      anIssue(2, null, { parent: 'unread' }),
    );
    expect(resolveConstraint(aPullRequest({ links }), policy)).toEqual({
      needs: { fact: 'parents', issues: [2] },
    });
  });

  it('off the primary decide, so that mixed work is never taken for aligned', () => {
    const links = linkedTo(anIssue(1, 'activation'), anIssue(2, 'adoption'), anIssue(3, 'operations'));
    expect(resolved({ links }).constraint).toBe('adoption');
  });

  it.each([
    ['closing-keywords', 'read', 'Linked by closing keywords in the description: '],
    [
      'closing-keywords',
      'unreadable',
      'Linked by closing keywords in the description (GitHub’s closing relation could not be read): ',
    ],
    ['mentions', 'read', 'Linked by “Part of” or “Refs” in the description: '],
  ] as const)('by %s with the relation %s say so', (source, relation, start) => {
    const links = { ...linkedTo(anIssue(12, 'adoption')), source, relation };
    expect(textOf(resolved({ links }), 'linked-issue').startsWith(start)).toBe(true);
  });

  it('of other repositories are named and not counted; unreadable ones are named', () => {
    const links = { ...linkedTo(), unreadable: [99], otherRepositories: ['acme/api#4'] };
    const resolution = resolved({ links });
    expect(resolution.constraint).toBeNull();
    expect(textOf(resolution, 'linked-issue')).toBe(
      'It links no issue of this repository; #99: not found or not readable; not counted, in another repository: acme/api#4.',
    );
  });

  it('that could not be asked for are never taken for none', () => {
    const links = { ...linkedTo(), relation: 'unreadable' } as const;
    expect(textOf(resolved({ links }), 'linked-issue')).toBe(
      'It links no issue of this repository; GitHub’s closing relation could not be read, only the description.',
    );
  });
});
