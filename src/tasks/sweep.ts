import { labelName } from '../core/labels.ts';
import type { Policy } from '../core/policy.ts';
import { apply } from './apply.ts';
import type { Change } from './change.ts';
import { type MilestoneWorld, planMilestoneCheck } from './check-milestone.ts';
import { type IssueWorld, type LabelSettings, planIssueLabels } from './label-issue.ts';
import type { Clock } from './ports/clock.ts';
import type { IssueIndex, IssuePage, IssuePages } from './ports/issue-lists.ts';
import type { Comment, Issue } from './ports/issues.ts';
import type { MilestoneLists } from './ports/milestones.ts';
import type { Writer } from './ports/writer.ts';
import { readRules } from './read-rules.ts';
import { createWriteBudget, type WriteBudget } from './write-budget.ts';

export type SweepWorld = IssueWorld & IssuePages & IssueIndex & MilestoneWorld & MilestoneLists & Writer;

export interface SweepSettings extends LabelSettings {
  readonly dryRun: boolean;
  /** Candidates with a lower number were looked at by a run before this one. */
  readonly from?: number;
  /** Never writes a comment, whatever `sweep.comments` says: for whoever does not hold the duty. */
  readonly labelsOnly?: boolean;
  readonly clock: Clock;
  readonly tell?: (progress: SweepProgress) => void;
}

export interface SweepProgress {
  readonly looked: number;
  /** Open candidates in all. */
  readonly of: number;
  readonly repaired: number;
  /** `null` before there is anything to go by. */
  readonly secondsLeft: number | null;
}

export interface Swept {
  readonly looked: number;
  readonly repaired: number;
  readonly milestones: number;
  /** Where the next run goes on, because the hour's writes are spent; `null` when it looked at everything. */
  readonly next: number | null;
}

/**
 * The full pass over one repository: puts labels of candidates and blocks of milestones right after lost events or a
 * rule change (docs/sweep.md). It is the one entry for all who start it, a schedule of the App's included: safe to
 * stop anywhere and to start again, since what is right already is not written. It keeps within 80 writes a minute by
 * waiting and within 500 an hour by ending, and says then where it stands. Comments are left alone unless
 * `sweep.comments` allows them. Does only what is the side's duty.
 */
export async function sweep(world: SweepWorld, settings: SweepSettings): Promise<Swept> {
  const { policy } = await readRules(world, settings.repository);
  const run: Run = { world, settings, policy, budget: createWriteBudget(settings.clock) };
  const candidates =
    policy.duties.issues === settings.side
      ? await sweepCandidates(run)
      : { looked: 0, repaired: 0, next: null };
  const isMilestones = candidates.next === null && policy.duties.milestones === settings.side;
  return { ...candidates, milestones: isMilestones ? await sweepMilestones(run) : 0 };
}

interface Run {
  readonly world: SweepWorld;
  readonly settings: SweepSettings;
  readonly policy: Policy;
  readonly budget: WriteBudget;
}

/** Page by page, the oldest first: an issue that is filed meanwhile comes last. */
async function sweepCandidates(run: Run): Promise<Omit<Swept, 'milestones'>> {
  const { world, settings, policy } = run;
  const { clock } = settings;
  const labels = [labelName('candidate', policy.labels)];
  const [of = 0] = (await world.readOverview({ counted: labels, threads: [], oldest: [] })).counts;
  const startedAt = clock.now();
  const from = settings.from ?? 0;
  let [looked, passed, repaired] = [0, 0, 0];
  for (let after: string | null = null; ; ) {
    const page: IssuePage = await world.readIssuePage({ state: 'open', labels, order: 'oldest', after });
    const issues = page.issues.filter(({ number }) => number >= from);
    passed += page.issues.length - issues.length;
    const known = await withPage(world, issues);
    for (const { number } of issues) {
      const repair = await repairIssue(run, known, number);
      if (repair === 'spent') return { looked, repaired, next: number };
      looked += 1;
      repaired += repair === 'repaired' ? 1 : 0;
    }
    const left = Math.max(0, of - passed - looked);
    const secondsEach = (clock.now() - startedAt) / 1_000 / Math.max(looked, 1);
    settings.tell?.({
      looked,
      of,
      repaired,
      secondsLeft: looked === 0 ? null : Math.ceil(left * secondsEach),
    });
    if (page.next === null) return { looked, repaired, next: null };
    after = page.next;
  }
}

/** A page of issues with their comments is read in two requests; none of them is asked for again. */
async function withPage(world: SweepWorld, issues: readonly Issue[]): Promise<SweepWorld> {
  const byNumber = new Map(issues.map((issue) => [issue.number, issue]));
  const discussed = issues.filter(({ commentCount }) => commentCount > 0).map(({ number }) => number);
  const comments: ReadonlyMap<number, readonly Comment[]> =
    discussed.length === 0 ? new Map() : await world.readCommentsOf(discussed);
  return {
    ...world,
    readIssue: async (number) => byNumber.get(number) ?? world.readIssue(number),
    readComments: async (number) => comments.get(number) ?? world.readComments(number),
  };
}

async function repairIssue(
  { settings, policy, budget }: Run,
  world: SweepWorld,
  number: number,
): Promise<'right' | 'repaired' | 'spent'> {
  const plan = await planIssueLabels(world, number, settings);
  const withComments = policy.sweep.comments && settings.labelsOnly !== true;
  const changes = (plan?.changes ?? []).filter(({ kind }) => withComments || isLabelChange(kind));
  if (changes.length === 0) return 'right';
  if (settings.dryRun) return 'repaired';
  if (!(await budget.take(changes.length))) return 'spent';
  await apply(changes, world, policy);
  return 'repaired';
}

function isLabelChange(kind: Change['kind']): boolean {
  return kind === 'add-labels' || kind === 'remove-label';
}

async function sweepMilestones({ world, settings, policy, budget }: Run): Promise<number> {
  const { repository, side, dryRun } = settings;
  let repaired = 0;
  for (const { number, state } of await world.listMilestones()) {
    if (state === 'closed') continue;
    const plan = await planMilestoneCheck(world, number, { repository, side });
    const changes = plan?.changes ?? [];
    if (changes.length === 0) continue;
    if (!dryRun && !(await budget.take(changes.length))) return repaired;
    if (!dryRun) await apply(changes, world, policy);
    repaired += 1;
  }
  return repaired;
}
