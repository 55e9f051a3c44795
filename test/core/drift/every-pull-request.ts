import type { Constraint } from '../../../src/core/constraint.ts';
import type { OffConstraintShare, PullRequestFacts } from '../../../src/core/drift/facts.ts';
import type { Policy } from '../../../src/core/policy.ts';
import { aCandidate, anIssue, aPolicy, linkedTo } from './builders.ts';

interface Given {
  readonly facts?: Partial<PullRequestFacts>;
  readonly policy?: Policy;
  readonly share?: OffConstraintShare;
}

const classify = {
  reliability: { labels: ['bug', 'slow'], paths: ['infra/**'] },
  operations: { labels: ['support'], paths: ['infra/**', 'scripts/**'] },
  activation: { labels: ['onboarding'], paths: ['onboarding/**'] },
};
const classified = aPolicy('activation', {}, { classify });
const exempt = (lists: Partial<Policy['drift']['exempt']>) =>
  aPolicy('activation', { exempt: { labels: [], authors: [], paths: [], titles: [], ...lists } });
const links = linkedTo(anIssue(126, 'operations'));
const milestone = (...candidates: readonly (readonly [Constraint | null, boolean])[]) => ({
  milestone: {
    title: 'Q4',
    candidates: candidates.map(([constraint, complete], index) => ({
      number: index + 1,
      constraint,
      complete,
    })),
  },
});
const mention = {
  source: 'mentions',
  relation: 'read',
  more: 0,
  unreadable: [],
  otherRepositories: [],
} as const;
const nothing = {
  source: 'none',
  relation: 'read',
  issues: [],
  more: 0,
  unreadable: [],
  otherRepositories: [],
} as const;

/** Pull requests that are told something else each, by what is special about them. */
export const everyPullRequest: Readonly<Record<string, Given>> = {
  'Nothing said': {},
  'Nothing said, many files': { facts: { files: 'too-many' }, policy: classified },
  'Nothing said, and files that cannot be read': { facts: { files: 'unreadable' }, policy: classified },
  'A command': {
    facts: { links, commands: { constraint: { constraint: 'activation', by: 'mia' }, acceptance: null } },
  },
  'A command off the constraint': {
    facts: { commands: { constraint: { constraint: 'adoption', by: 'mia' }, acceptance: null } },
  },
  'A linked issue': { facts: { links: linkedTo(anIssue(97, 'activation')) } },
  'A linked issue off the constraint': { facts: { links } },
  'A mentioned issue': { facts: { links: { ...mention, issues: [anIssue(126, 'operations')] } } },
  'Issues by keywords where GitHub’s relation was not readable': {
    facts: {
      links: {
        ...mention,
        source: 'closing-keywords',
        relation: 'unreadable',
        issues: [anIssue(126, 'operations')],
      },
    },
  },
  'No link where GitHub’s relation was not readable': {
    facts: { links: { ...nothing, relation: 'unreadable' } },
  },
  'Links that are not found': {
    facts: { links: { ...nothing, source: 'closing-relation', unreadable: [3, 4, 5] } },
  },
  'Links of another repository': {
    facts: {
      links: { ...nothing, source: 'closing-keywords', otherRepositories: ['acme/api#5', 'acme/web#6'] },
    },
  },
  'More issues than are looked at': {
    facts: { links: { ...mention, issues: [anIssue(126, 'operations')], more: 5_930 } },
  },
  'Links of very many repositories': {
    facts: {
      links: {
        ...nothing,
        source: 'mentions',
        otherRepositories: Array.from({ length: 900 }, (_, index) => `acme/api#${index + 1}`),
      },
    },
  },
  'A linked issue beside one not found and one elsewhere': {
    facts: {
      links: {
        ...mention,
        issues: [anIssue(126, 'operations')],
        unreadable: [3],
        otherRepositories: ['acme/api#5'],
      },
    },
  },
  'Issues on and off the constraint': {
    facts: { links: linkedTo(anIssue(97, 'activation'), anIssue(126, 'operations')) },
  },
  'Six issues off the constraint': {
    facts: { links: linkedTo(...[1, 2, 3, 4, 5, 6].map((number) => anIssue(number, 'operations'))) },
  },
  'An issue that serves nothing': { facts: { links: linkedTo(anIssue(5, null)) } },
  'An issue of two constraints': {
    facts: {
      links: linkedTo(anIssue(5, null, { labels: ['constraint: adoption', 'constraint: activation'] })),
    },
  },
  'An issue that its parent speaks for': {
    facts: {
      links: linkedTo(anIssue(5, null, { parent: { reference: '#2', labels: ['constraint: adoption'] } })),
    },
  },
  'An issue that a parent elsewhere speaks for, without its name': {
    facts: {
      links: linkedTo(anIssue(5, null, { parent: { reference: null, labels: ['constraint: adoption'] } })),
    },
  },
  'An issue whose parent serves nothing': {
    facts: { links: linkedTo(anIssue(5, null, { parent: { reference: '#2', labels: [] } })) },
  },
  'An issue whose parent cannot be read': {
    facts: { links: linkedTo(anIssue(5, null, { parent: 'unreadable' })) },
  },
  'An issue with a classified label': {
    facts: { links: linkedTo(anIssue(5, null, { labels: ['Bug'] })) },
    policy: classified,
  },
  'An issue with labels of two constraints': {
    facts: { links: linkedTo(anIssue(5, null, { labels: ['bug', 'support'] })) },
    policy: classified,
  },
  'A label of its own': { facts: { labels: ['slow'] }, policy: classified },
  'Labels of its own for two constraints': { facts: { labels: ['slow', 'Support'] }, policy: classified },
  'Work that enables an issue on the constraint': { facts: { links, enables: [anIssue(8, 'activation')] } },
  'Work that enables a closed issue': {
    facts: { links, enables: [anIssue(8, 'activation', { state: 'closed' })] },
  },
  'Work that enables issues off the constraint': {
    facts: { links, enables: [anIssue(8, 'adoption'), anIssue(9, null)] },
  },
  'Work that names more than is looked at': {
    facts: { links, enables: [anIssue(8, 'adoption')], moreEnabled: 12 },
  },
  'Work whose enabled issues cannot be read': { facts: { links, enables: 'unreadable' } },
  'A milestone that agrees': {
    facts: milestone(['adoption', true], ['adoption', true], ['activation', false], [null, true]),
  },
  'A milestone that does not agree': { facts: milestone(['adoption', true], ['activation', true]) },
  'A milestone without complete candidates': { facts: milestone(['adoption', false], [null, true]) },
  'A milestone whose candidates cannot be read': {
    facts: { milestone: { title: 'Q4', candidates: 'unreadable' } },
  },
  'Files of one constraint': { facts: { files: ['scripts/a.sh', 'infra/b.tf'] }, policy: classified },
  'Files of two constraints': { facts: { files: ['infra/b.tf'] }, policy: classified },
  'Files of no constraint': { facts: { files: ['infra/b.tf', 'src/a.ts'] }, policy: classified },
  'Files that are all exempt, of a pull request that is not': {
    facts: { files: [] },
    policy: classified,
  },
  'Expansion while activation is the constraint': {
    facts: { links: linkedTo(aCandidate(12, 'activation', 'expansion')) },
  },
  'Five of them': {
    facts: {
      links: linkedTo(...[1, 2, 3, 4, 5].map((number) => aCandidate(number, 'activation', 'expansion'))),
    },
  },
  'New surfaces while they are paused': {
    facts: { links: linkedTo(aCandidate(12, 'activation', 'new-surface')) },
    policy: aPolicy('activation', { pause: true }),
  },
  'A candidate that misses an answer': {
    facts: { links: linkedTo(aCandidate(3, 'activation', null, 'incomplete')) },
  },
  'Six of them, and one that is complete': {
    facts: {
      links: linkedTo(
        ...[1, 2, 3, 4, 5, 6].map((number) => aCandidate(number, 'activation', null, 'incomplete')),
        aCandidate(7, 'activation', null),
      ),
    },
  },
  'Four of them': {
    facts: {
      links: linkedTo(...[1, 2, 3, 4].map((number) => aCandidate(number, 'activation', null, 'incomplete'))),
    },
  },
  'An exempt label': {
    facts: { links, labels: ['other', 'Hotfix'] },
    policy: exempt({ labels: ['security', 'hotfix'] }),
  },
  'An exempt author': { facts: { links, author: 'Renovate[bot]' }, policy: exempt({ authors: ['*[bot]'] }) },
  'An exempt title': {
    facts: { links, title: 'Revert "A change"' },
    policy: exempt({ titles: ['Merge *', 'revert *'] }),
  },
  'Exempt files': {
    facts: { links, files: ['docs/a.md', 'README.md'] },
    policy: exempt({ paths: ['docs/**', '*.md'] }),
  },
  'Exempt files and others': {
    facts: { links, files: ['docs/a.md', 'src/a.ts'] },
    policy: exempt({ paths: ['docs/**'] }),
  },
  'No files where files may be exempt': {
    facts: { links, files: [] },
    policy: exempt({ paths: ['docs/**'] }),
  },
  'Too many files to be exempt': {
    facts: { links, files: 'too-many' },
    policy: exempt({ paths: ['docs/**'] }),
  },
  'Work that was accepted': {
    facts: {
      links,
      commands: { constraint: null, acceptance: { by: 'mia', because: 'tax audit', self: false } },
    },
  },
  'Work within the allowance': {
    facts: { links },
    policy: aPolicy('activation', { allowance: 30 }),
    share: { offConstraint: 0, merges: 0 },
  },
  'Nothing declared': { facts: { links }, policy: aPolicy(null) },
  'Nothing declared, and expansion paused': {
    facts: { links: linkedTo(aCandidate(2, null, 'expansion', 'incomplete')) },
    policy: aPolicy(null, { pause: true }),
  },
  'A summary on Fridays': {
    facts: { links },
    policy: aPolicy('activation', {}, { summary: { ...classified.summary, day: 'friday' } }),
  },
};
