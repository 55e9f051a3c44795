/**
 * Ledgerline, a small invoicing product for agencies, four weeks after its team declared activation as its
 * constraint. All of it is invented.
 */
import { constraints } from '../src/core/constraint.ts';
import type { Seed } from '../test/embedded-github/seed.ts';
import { activation } from './story/activation.ts';
import { adoption } from './story/adoption.ts';
import type { FiledCandidate } from './story/candidate.ts';
import { undeclaredConfigText } from './story/config.ts';
import { mergedBefore, milestones, plainIssues } from './story/history.ts';
import { operations } from './story/operations.ts';
import { people } from './story/people.ts';
import { reliability } from './story/reliability.ts';
import { throughput } from './story/throughput.ts';

export const repository = 'ledgerline/ledgerline';

const byConstraint = { activation, adoption, reliability, operations, throughput };

/** In the order people file them: one of each constraint in turn, as ideas come. */
export const candidates: readonly FiledCandidate[] = inTurn(
  constraints.map((constraint) =>
    byConstraint[constraint].map((candidate) => ({ ...candidate, constraint })),
  ),
);

/** What GitHub holds before anybody files a candidate. `form` is the text of the candidate form, `now` ISO 8601. */
export function seedOf(now: string, form: string): Seed {
  return {
    repositories: [
      {
        fullName: repository,
        collaborators: people,
        files: {
          'README.md': '# Ledgerline\n',
          '.github/chokepoint.yml': undeclaredConfigText(),
          '.github/ISSUE_TEMPLATE/candidate.yml': form,
        },
        milestones,
        issues: plainIssues,
        pullRequests: mergedBefore(now),
      },
    ],
  };
}

function inTurn<Item>(lists: readonly (readonly Item[])[]): readonly Item[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }).flatMap((_, position) =>
    lists.flatMap((list) => list.slice(position, position + 1)),
  );
}
