import { labelName } from '../core/labels.ts';
import { apply } from './apply.ts';
import { type IssueWorld, type LabelSettings, planIssueLabels } from './label-issue.ts';
import type { IssueLists, Writer } from './ports.ts';
import { readRules } from './read-rules.ts';

export interface Swept {
  readonly looked: number;
  readonly repaired: number;
}

/**
 * Looks at every open candidate again, as an event on it would. Safe to stop anywhere and to start again: what is
 * right already is not written. Comments are left alone unless `sweep.comments` allows them.
 */
export async function sweep(
  world: IssueWorld & IssueLists & Writer,
  settings: LabelSettings & { readonly dryRun: boolean },
): Promise<Swept> {
  const { policy } = await readRules(world, settings.repository);
  const labels = [labelName('candidate', policy.labels)];
  const issues = await world.listIssues({ state: 'open', labels });
  let repaired = 0;
  for (const { number } of issues) {
    const plan = await planIssueLabels(world, number, settings);
    const changes = (plan?.changes ?? []).filter(
      ({ kind }) => policy.sweep.comments || kind === 'add-labels' || kind === 'remove-label',
    );
    if (changes.length === 0) continue;
    repaired += 1;
    if (!settings.dryRun) await apply(changes, world, policy);
  }
  return { looked: issues.length, repaired };
}
