import { rememberWeek, type SummaryState } from '../../../src/core/summary/summary-state.ts';
import type { Merge, WeekFacts } from '../../../src/core/summary/week-facts.ts';
import {
  backlog,
  type CandidateInput,
  merge,
  policy,
  primary,
  pullRequest,
  repository,
  weekFacts,
} from './builders.ts';

const candidates: readonly CandidateInput[] = [
  { number: 118, title: 'Sign-up in four steps', ratings: '5445', firstMove: true, inReview: 161 },
  { number: 97, title: 'Guided first import', ratings: '4444' },
  { number: 131, title: 'Sample workspace on first login', ratings: '5534' },
  {
    number: 140,
    title: 'Empty-state help',
    ratings: '4343',
    disagreement: { dimension: 'impact', high: { by: 'ana', rating: 5 }, low: { by: 'ben', rating: 2 } },
  },
  {
    number: 152,
    title: 'Import assistant',
    ratings: '5245',
    claimedEvidence: 2,
    createdAt: '2026-11-24T10:00:00Z',
  },
  { number: 109, title: 'Split the event pipeline', ratings: '5424' },
  { number: 88, title: 'Tour videos', ratings: '3452' },
  { number: 77, title: 'Import retries', ratings: '4544', constraint: 'reliability' },
  { number: 126, title: 'Bulk invoice export', ratings: '4434', constraint: 'operations' },
  {
    number: 133,
    title: 'Usage nudges',
    ratings: '4244',
    constraint: 'adoption',
    createdAt: '2026-11-26T10:00:00Z',
  },
  { number: 64, title: 'One release train', ratings: '4333', constraint: 'throughput' },
  {
    number: 51,
    title: 'Dark mode',
    ratings: '2152',
    constraint: 'adoption',
    createdAt: '2026-08-28T10:00:00Z',
  },
];

const unproven = { verdict: 'validate', confirmed: true } as const;

/** The week of docs/summary.md: a team on day 29, with work of every kind. */
export const exampleWeek: WeekFacts = weekFacts({
  candidates: backlog(candidates),
  incomplete: [141, 148, 156].map((number) => ({
    repository,
    number,
    title: `Idea ${number}`,
    missing: 'What technical or operational risk could block the change?',
  })),
  opened: [
    { repository, number: 152, title: 'Import assistant', constraint: 'activation', ...unproven },
    { repository, number: 133, title: 'Usage nudges', constraint: 'adoption', ...unproven },
  ],
  firstMoves: [{ repository, number: 118, title: 'Sign-up in four steps', closedAt: null, outcome: null }],
  merges: [...earlierMerges(), ...mergesOfTheWeek()],
  pullRequests: [
    pullRequest(161, { title: 'Sign-up in four steps' }),
    pullRequest(163, { title: 'Webhook console', constraint: null, codes: ['UNCLASSIFIED'] }),
    pullRequest(164, { title: 'Team plan upsell', codes: ['SEQ-1', 'DRIFT'], constraint: 'adoption' }),
  ],
  milestones: [{ repository, title: 'Autumn release', open: { on: 12, classified: 23 } }],
  readings: [
    { day: '2026-11-09', value: 38.5 },
    { day: '2026-11-16', value: 40 },
    { day: '2026-11-23', value: 41.5 },
    { day: '2026-11-29', value: 43 },
  ],
  diagnosis: { number: 12, day: '2026-11-01', constraint: 'activation', comesAfter: ['reliability'] },
});

/** What the summary of the week before left. */
export const weekBefore: SummaryState = stateOfWeekBefore();

function stateOfWeekBefore(): SummaryState {
  const then = '2026-11-23T08:00:00Z';
  const before = candidates
    .filter(({ number }) => number !== 152 && number !== 133)
    .map(({ firstMove, inReview, ...candidate }) => ({
      ...candidate,
      ...(firstMove === undefined ? {} : { firstMove }),
      ...(candidate.number === 97 ? { ratings: '4244', claimedEvidence: 4 as const } : {}),
      ...(inReview === 0 ? { inReview } : {}),
    }));
  const facts = weekFacts({
    now: then,
    candidates: backlog(before),
    readings: exampleWeek.readings.slice(0, 3),
    merges: earlierMerges(),
  });
  const state = rememberWeek(facts, policy.primary, null);
  const [record] = state.history;
  if (record === undefined) throw new Error('a week remembers itself');
  const focus = { aligned: 3, offConstraint: 3, accepted: 0, classified: 6, merges: 6 };
  return {
    ...state,
    history: [
      { ...record, week: '2026-W46', day: '2026-11-09', constraint: primary.constraint, focus },
      { ...record, week: '2026-W47', day: '2026-11-16', focus: { ...focus, aligned: 4, offConstraint: 2 } },
      { ...record, focus: { ...focus, aligned: 4, offConstraint: 1, classified: 5 } },
    ],
  };
}

function earlierMerges(): readonly Merge[] {
  const at = (day: number) => ({
    createdAt: `2026-11-${String(day - 1).padStart(2, '0')}T09:00:00Z`,
    mergedAt: `2026-11-${String(day).padStart(2, '0')}T15:00:00Z`,
  });
  return Array.from({ length: 20 }, (_, index): Merge => {
    const when = at(3 + index);
    const off = { constraint: 'operations', codes: ['DRIFT'] } as const;
    if (index < 11)
      return merge(80 + index, { ...when, kinds: index < 6 ? ['existing-path'] : ['new-surface'] });
    if (index < 18) return merge(80 + index, { ...when, ...off });
    return merge(80 + index, { ...when, constraint: null, codes: ['UNCLASSIFIED'] });
  });
}

function mergesOfTheWeek(): readonly Merge[] {
  return [
    ...[149, 150, 151, 153, 154].map((number) => merge(number, { kinds: ['existing-path'] })),
    merge(158, { title: 'Bulk invoice export', constraint: 'operations', codes: ['DRIFT'] }),
    merge(155, {
      title: 'Invoice rounding',
      constraint: 'operations',
      codes: ['ACCEPTED'],
      accepted: { by: 'ana', because: 'tax audit on Friday', self: false },
    }),
    merge(159, { title: 'Bump eslint', constraint: null, codes: ['EXEMPT'] }),
  ];
}
