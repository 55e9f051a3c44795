import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../src/core/policy.ts';
import { planIssue } from '../../src/tasks/plan-issue.ts';
import { createFakeRepository } from './fake-repository.ts';

const marker = '<!-- chokepoint:summary acme/app 2026-W01 -->';
const rendered = { title: 'The week', body: `${marker}\n\nNothing new` };
const { issue } = createFakeRepository();
const label = 'chokepoint: summary';
const declared = { constraint: 'activation', since: null, because: null, owner: null, metric: null } as const;

describe('an issue of our own', () => {
  it.each([
    ['nobody while no constraint is declared', null, []],
    ['nobody where the declaration has no owner', declared, []],
    ['the owner of the declaration', { ...declared, owner: 'ana' }, ['ana']],
  ])('is opened with its label for %s', (_name, primary, assignees) => {
    const policy = { ...defaultPolicy, primary, labels: { [label]: 'weekly' } };
    const opened = { ...rendered, labels: ['weekly'], assignees, marker };
    expect(planIssue(null, rendered, marker, label, policy)).toEqual([{ kind: 'open-issue', issue: opened }]);
  });

  it.each([
    ['is left as it is', { ...rendered }, []],
    [
      'is left as it is, whatever its line ends',
      { ...rendered, body: rendered.body.replaceAll('\n', '\r\n') },
      [],
    ],
    ['is edited where its title differs', { ...rendered, title: 'Before' }, ['edit-issue']],
    ['is edited where its body differs', { ...rendered, body: marker }, ['edit-issue']],
  ])('%s', (_name, standing, kinds) => {
    const changes = planIssue({ ...issue, ...standing }, rendered, marker, label, defaultPolicy);
    expect(changes.map(({ kind }) => kind)).toEqual(kinds);
  });
});
