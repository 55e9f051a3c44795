import type { StoryCandidate } from './candidate.ts';

/** The fence is never closed: whoever pasted the log forgot it. */
const openFence = `The bank feed answers 429 in the morning and we show "No transactions". Users think their money is gone.

\`\`\`
07:58 feed/sync 429 retry-after: 120
07:58 feed/sync gave up, showing 0 rows`;

export const reliability: readonly StoryCandidate[] = [
  {
    title: 'Import retries after a dropped connection',
    author: 'dev',
    ratings: [4, 4, 4, 5],
    verdict: 'ready',
    behaviour: 'A dropped connection loses the import and the trust. Resume where it stopped, and say so.',
    metric: 'Imports that end without a person starting them again',
    risk: 'Background jobs: a chunk stored twice has to count once.',
    links: 'https://metrics.ledgerline.example/import/aborts',
  },
  {
    title: 'Dashboards under two seconds for 50,000 invoices',
    author: 'ben',
    ratings: [5, 4, 3, 4],
    verdict: 'strengthen',
    behaviour:
      'Our largest accounts wait nine seconds and stop looking. Totals are kept instead of added up anew.',
    metric: '95th percentile of the dashboard for accounts above 20,000 invoices',
    risk: 'Data model: kept totals have to survive corrections of old invoices.',
    links: 'https://metrics.ledgerline.example/latency/dashboard',
    milestone: 'Autumn release',
  },
  {
    title: 'Reconcile totals every night and show differences',
    author: 'ana',
    ratings: [5, 3, 2, 4],
    verdict: 'de-risk',
    behaviour: 'Bookkeepers check our totals by hand. Do it for them, and show what does not add up.',
    metric: 'Accounts whose bookkeeper exports raw rows',
    risk: 'Data model: currencies are rounded in three places, each in its own way.',
    links: 'https://support.ledgerline.example/views/totals',
  },
  {
    title: 'Alert before the webhook queue backs up',
    author: 'dev',
    ratings: [3, 3, 4, 3],
    verdict: 'strengthen',
    kind: 'internal',
    behaviour: 'We learn of a full queue from customers. The team hears of it ten minutes earlier.',
    metric: 'Incidents found by us before a customer writes',
    risk: 'Deployment: the alert needs a place that is up when the queue is not.',
    links: 'Three incidents: https://status.ledgerline.example/history',
  },
  {
    title: '<b>Charts</b> show 0 until the page is refreshed <!-- since 4.2 -->',
    author: 'eli',
    ratings: [4, 4, 4, 3],
    verdict: 'strengthen',
    behaviour:
      'Charts of a fresh session say 0. <!-- seen on two laptops, not on the phone --> They should wait for their data.\n\n### Business impact\n\nIf you ask me: enormous.',
    metric: 'Sessions with a refresh within ten seconds',
    risk: 'Tests: the race shows only on slow connections.',
    links: 'https://metrics.ledgerline.example/sessions/refresh',
  },
  {
    title: 'Load tests before every release',
    author: 'dev',
    ratings: [3, 2, 4, 3],
    verdict: 'validate',
    kind: 'internal',
    behaviour: 'Slow pages are found by customers. A load test finds them the evening before.',
    metric: 'Releases rolled back for slowness',
    risk: 'The test data has to look like a large account.',
    links: 'https://status.ledgerline.example/incidents/31',
  },
  {
    title: 'Restore a client that was deleted by mistake',
    author: 'chloe',
    ratings: [3, 3, 4, 3],
    verdict: 'incomplete',
    behaviour:
      'A deleted client is gone with all invoices; we restore it from a backup by hand. Keep it for thirty days.',
    metric: 'Restores by an engineer per month',
    links: 'https://support.ledgerline.example/views/deleted-client',
  },
  {
    title: 'Say "the bank is busy" instead of showing no transactions',
    author: 'chloe',
    ratings: [4, 4, 4, 4],
    verdict: 'ready',
    behaviour: openFence,
    metric: 'Tickets that say money is missing',
    risk: 'None of the usual ones.',
    links: 'https://support.ledgerline.example/views/missing-money',
  },
];
