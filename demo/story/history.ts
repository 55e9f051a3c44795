import { addDays, dayOf, startOfDay, weekdayOf } from '../../src/core/calendar.ts';
import { weekdays } from '../../src/core/policy.ts';
import type { SeedIssue, SeedPullRequest } from '../../test/embedded-github/seed.ts';
import { timeZone } from './config.ts';

export const milestones = [
  { title: 'Faster start', description: 'Everything between signing up and the first invoice.' },
  { title: 'Autumn release', description: 'What was promised in summer.\n\nPlease keep the order.' },
] as const;

/** Never filed as candidates: nothing may label or answer them. They have the numbers 1, 2, 3 …. */
export const plainIssues: readonly SeedIssue[] = [
  { title: 'The import preview closes on Enter', author: 'eli', labels: ['onboarding'], state: 'closed' },
  { title: 'How do I change the logo?', author: 'eli', labels: ['question'] },
  { title: 'Nobody understands "source"', author: 'chloe', labels: ['onboarding'], state: 'closed' },
  { title: 'Order new chairs', author: 'ben' },
];

interface Merge {
  readonly title: string;
  readonly author: string;
  /** Whole days before the Monday the current week began with. */
  readonly daysBefore: number;
  readonly label?: string;
  readonly body?: string;
  readonly acceptedBecause?: string;
}

const merges: readonly Merge[] = [
  { title: 'Ask for four fields, not eleven', author: 'ben', daysBefore: 1, label: 'onboarding' },
  { title: 'Keep the preview open on Enter', author: 'dev', daysBefore: 2, body: 'Closes #1' },
  { title: 'Say which column is missing', author: 'dev', daysBefore: 3, label: 'onboarding' },
  {
    title: 'Round invoices as the tax office does',
    author: 'ben',
    daysBefore: 4,
    label: 'back-office',
    acceptedBecause: 'the tax audit is on Friday',
  },
  { title: 'Call a source a data source', author: 'chloe', daysBefore: 4, body: 'Closes #3' },
  { title: 'Export the invoices of a closed year', author: 'ben', daysBefore: 5, label: 'back-office' },
  { title: 'Explain why a bank refused', author: 'dev', daysBefore: 6, label: 'onboarding' },
  { title: 'Start the sample import by itself', author: 'dev', daysBefore: 9, label: 'onboarding' },
  { title: 'Fill the empty chart with an example', author: 'chloe', daysBefore: 8, label: 'onboarding' },
  { title: 'Bump vite from 8.0.1 to 8.0.2', author: 'dependabot[bot]', daysBefore: 10 },
  { title: 'Cache the exchange rates', author: 'dev', daysBefore: 11, label: 'performance' },
  { title: 'Show progress while rows arrive', author: 'ben', daysBefore: 12, label: 'onboarding' },
  { title: 'Colours of the partner logos', author: 'chloe', daysBefore: 13 },
  { title: 'Offer the yearly report in the menu', author: 'ben', daysBefore: 16, label: 'growth' },
  { title: 'Two steps less before the dashboard', author: 'dev', daysBefore: 17, label: 'onboarding' },
  { title: 'Run the linter in half the time', author: 'dev', daysBefore: 18, label: 'tooling' },
  { title: 'Skip the company page for freelancers', author: 'ben', daysBefore: 19, label: 'onboarding' },
  {
    title: 'Keep the sign-up open while the bank answers',
    author: 'dev',
    daysBefore: 23,
    label: 'onboarding',
  },
  { title: 'Invoices in three more languages', author: 'chloe', daysBefore: 24, label: 'growth' },
  { title: 'Say what an empty table is for', author: 'ben', daysBefore: 25, label: 'onboarding' },
  { title: 'Retry a report that ran out of time', author: 'dev', daysBefore: 26, label: 'performance' },
  { title: 'Refunds from the admin page', author: 'ben', daysBefore: 27, label: 'back-office' },
  { title: 'A button that connects a bank', author: 'dev', daysBefore: 30, label: 'onboarding' },
  { title: 'Reminders for unpaid invoices', author: 'chloe', daysBefore: 31, label: 'growth' },
  { title: 'Half the queries on the dashboard', author: 'dev', daysBefore: 32, label: 'performance' },
  { title: 'Merge two clients', author: 'ben', daysBefore: 34, label: 'back-office' },
  { title: 'Show where a sign-up stopped', author: 'ben', daysBefore: 37, label: 'onboarding' },
  { title: 'Share a report by a link', author: 'chloe', daysBefore: 38, label: 'growth' },
  { title: 'Tests that run side by side', author: 'dev', daysBefore: 39, label: 'tooling' },
  { title: 'Explain the VAT number', author: 'chloe', daysBefore: 40, label: 'onboarding' },
  { title: 'Change an address without support', author: 'ben', daysBefore: 41, label: 'back-office' },
  { title: 'Shorter welcome mail', author: 'chloe', daysBefore: 44, label: 'onboarding' },
  { title: 'Three themes for the dashboard', author: 'chloe', daysBefore: 45, label: 'growth' },
  { title: 'Move the exports to a queue', author: 'dev', daysBefore: 46, label: 'performance' },
  { title: 'A calendar of payments', author: 'ben', daysBefore: 47, label: 'growth' },
  { title: 'Remember the last file', author: 'dev', daysBefore: 51, label: 'onboarding' },
  { title: 'Invite a friend', author: 'ben', daysBefore: 52, label: 'growth' },
  { title: 'Ask for a rating after payment', author: 'chloe', daysBefore: 53, label: 'growth' },
  { title: 'Compile only what has changed', author: 'dev', daysBefore: 54, label: 'tooling' },
  { title: 'Logos on invoices', author: 'ben', daysBefore: 55, label: 'growth' },
];

/** Merged at noon, two days after they were opened, the oldest first. */
export function mergedBefore(now: string): readonly SeedPullRequest[] {
  const monday = mondayBefore(now);
  return merges.toReversed().map((merge) => {
    const day = addDays(monday, -merge.daysBefore);
    const slug = merge.title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    const { title, author, body = '', label, acceptedBecause } = merge;
    return {
      title,
      author,
      body,
      branch: slug,
      files: [`app/${slug}.ts`],
      labels: label === undefined ? [] : [label],
      createdAt: at(addDays(day, -2), 10),
      mergedAt: at(day, 12),
      mergedBy: 'ana',
      comments:
        acceptedBecause === undefined
          ? []
          : [{ author: 'ana', body: `/accept because ${acceptedBecause}`, createdAt: at(day, 11) }],
    };
  });
}

/** The Monday on which the week of `now` began. */
export function mondayBefore(now: string): string {
  const today = dayOf(now, timeZone);
  return addDays(today, -weekdays.indexOf(weekdayOf(today)));
}

/** That hour of a day, daylight saving left aside: whole seconds in UTC. */
function at(day: string, hour: number): string {
  const start = Date.parse(startOfDay(day, timeZone));
  return new Date(start + hour * 3_600_000).toISOString().replace('.000Z', 'Z');
}
