import type { StoryCandidate } from './candidate.ts';

/** The longest answer on this list, with a quoted form and a log inside a fence. */
const blankChart = `Whoever imports their first file sees a blank chart until they reload. Half of them close the tab.

\`\`\`text
GET /charts/revenue 200 in 41 ms, rows: 0

### Business impact

1 — no effect
\`\`\`

After the change the chart fills while rows arrive.`;

export const activation: readonly StoryCandidate[] = [
  {
    title: 'Sign-up in four steps',
    author: 'ben',
    ratings: [5, 4, 4, 5],
    verdict: 'ready',
    behaviour:
      'Sign-up asks eleven questions over seven pages. Ask four now and the rest when an invoice needs them, so that people reach the dashboard in their first visit.',
    metric: 'Sign-ups that connect a data source within 24 h',
    risk: 'Billing expects an address at sign-up; it has to accept one later.',
    links:
      'https://metrics.ledgerline.example/funnels/sign-up and the twelve calls in https://notes.ledgerline.example/sign-up-calls',
    milestone: 'Faster start',
  },
  {
    title: 'Guided first import',
    author: 'chloe',
    ratings: [4, 4, 4, 4],
    verdict: 'ready',
    behaviour:
      'New users stare at an upload field. Walk them through one file, with a preview after every step, so that they finish the import instead of writing to support.',
    metric: 'First imports that finish without a ticket',
    risk: 'Event tracking: today we cannot tell an abandoned import from a slow one.',
    links: 'https://metrics.ledgerline.example/funnels/import',
    milestone: 'Faster start',
  },
  {
    title: 'Sample workspace on first login',
    author: 'ana',
    ratings: [5, 5, 3, 4],
    verdict: 'strengthen',
    behaviour:
      'The first login shows empty tables. Show a sample agency with six months of invoices that can be thrown away with one click.',
    metric: 'New users who open a second report in their first session',
    risk: 'Data model: sample rows must never reach exports, totals or billing.',
    links: 'Experiment of last spring: https://experiments.ledgerline.example/sample-workspace',
    milestone: 'Faster start',
  },
  {
    title: 'Empty-state help on the dashboard',
    author: 'chloe',
    ratings: [4, 3, 4, 3],
    verdict: 'strengthen',
    behaviour: 'Every empty table says what belongs there and offers the one button that fills it.',
    metric: 'Dashboards with at least one connected source after a week',
    risk: 'None of the usual ones; the texts need a review in four languages.',
    links: 'Nine tickets of the same kind: https://support.ledgerline.example/views/empty-dashboard',
    milestone: 'Autumn release',
  },
  {
    title: 'Import assistant that maps columns by itself',
    author: 'dev',
    ratings: [5, 4, 4, 5],
    verdict: 'validate',
    behaviour:
      'People map eighteen columns by hand and give up at the sixth. The assistant proposes a mapping and asks only where it is unsure.',
    metric: 'First imports finished within ten minutes',
    risk: 'Background jobs: a wrong guess has to be undone for thousands of rows.',
    links: 'Everybody in the sales call said so',
  },
  {
    title: 'Split the import pipeline so that previews are instant',
    author: 'dev',
    ratings: [5, 4, 2, 4],
    verdict: 'de-risk',
    kind: 'internal',
    behaviour:
      'A preview waits for the whole file. Read the first hundred rows apart, so that people see their own data within two seconds.',
    metric: 'Median time from upload to first preview',
    risk: 'Data model and background jobs: reading, checking and storing share one transaction.',
    links: 'https://metrics.ledgerline.example/import/preview-times',
  },
  {
    title: 'Connect a bank with one click',
    author: 'ana',
    ratings: [5, 3, 3, 5],
    verdict: 'strengthen',
    behaviour:
      'Users leave to find an export in their online bank and do not come back. Let them connect it here.',
    metric: 'Sign-ups that connect a data source within 24 h',
    risk: 'Permissions: consent expires after 90 days and has to be renewed.',
    links: 'Survey, question 4: https://surveys.ledgerline.example/onboarding-autumn',
  },
  {
    title: 'Checklist that ends with the first invoice sent',
    author: 'ben',
    ratings: [4, 4, 4, 3],
    verdict: 'strengthen',
    behaviour:
      'People do not know what is left to do. A list of five steps stays on top until the first invoice is out.',
    metric: 'Accounts that send an invoice in their first week',
    risk: 'Event tracking of two of the five steps is missing.',
    links: 'https://metrics.ledgerline.example/funnels/first-invoice #12',
    milestone: 'Faster start',
  },
  {
    title: 'Tour videos for every screen',
    author: 'chloe',
    ratings: [3, 4, 5, 2],
    verdict: 'not-now',
    behaviour: 'A two-minute video on each screen answers what people otherwise ask in chat.',
    metric: 'Chats per new account',
    risk: 'They age with every release.',
    links: 'https://support.ledgerline.example/views/how-do-i',
  },
  {
    title: 'Confetti when the first invoice is paid 🎉',
    author: 'dev',
    ratings: [2, 1, 5, 2],
    verdict: 'rethink',
    behaviour: 'People smile, and come back tomorrow.',
    metric: 'Return on the next day',
    risk: 'None.',
  },
  {
    title: 'Fixes #1: blank chart after the first import',
    author: 'ben',
    ratings: [4, 4, 5, 4],
    verdict: 'ready',
    behaviour: blankChart,
    metric: 'Users who see a filled chart in the session of their first import',
    risk: 'Background jobs: the chart has to learn that rows are still arriving.',
    links:
      '- https://support.ledgerline.example/tickets/4711\n- https://metrics.ledgerline.example/charts/blank',
  },
  {
    title: 'Ask @ledgerline/billing for the VAT number later, not at sign-up',
    author: 'eli',
    ratings: [3, 3, 4, 4],
    verdict: 'strengthen',
    behaviour:
      'One in five leaves at the VAT field. @ana said it is only needed on the first invoice above 250 €.',
    metric: 'Sign-ups that pass the company page',
    risk: 'Billing: invoices without the number are refused in two countries.',
    links: 'https://metrics.ledgerline.example/funnels/sign-up?step=company',
  },
  {
    title: 'Invite a bookkeeper during setup',
    author: 'ana',
    ratings: [4, 2, 4, 4],
    verdict: 'validate',
    kind: 'new-surface',
    behaviour:
      'Owners postpone setup because the bookkeeper knows the answers. Let them pass the rest of it on.',
    metric: 'Setups finished by somebody else than who signed up',
    risk: 'Permissions: a guest must see the setup and nothing else.',
    links: 'Two customers asked: https://notes.ledgerline.example/calls/brightside',
  },
  {
    title: 'Welcome email that answers the two most asked questions',
    author: 'chloe',
    ratings: [3, 3, null, 3],
    verdict: 'incomplete',
    behaviour: 'The first mail says hello and nothing else. It could answer what every second newcomer asks.',
    metric: 'Tickets in the first three days',
    risk: 'Bounces hurt the address our invoices are sent from.',
    links: 'https://support.ledgerline.example/views/first-week',
  },
  {
    title: 'Setup guide in Arabic (دليل الإعداد)',
    author: 'eli',
    ratings: [3, 2, 3, 3],
    verdict: 'validate',
    behaviour:
      'Right-to-left users guess their way through setup. A guide in their language gets them to the import.',
    metric: 'Imports from accounts with an Arabic locale',
    risk: 'Tests: no page is checked right to left.',
    links: 'https://support.ledgerline.example/tickets/3920',
  },
];
