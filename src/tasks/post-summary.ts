import { dayOf } from '../core/calendar.ts';
import type { MetricReading } from '../core/plan/status.ts';
import { type Week, weekOf } from '../core/plan/week.ts';
import type { Policy } from '../core/policy.ts';
import { summariseWeek } from '../core/summary/summarise-week.ts';
import type { Summary } from '../core/summary/summary.ts';
import { rememberWeek, type SummaryState } from '../core/summary/summary-state.ts';
import { readLookedAt } from '../render/summary/inputs.ts';
import { summaryMarker } from '../render/summary/marker.ts';
import { type RenderedSummary, renderSummaryIssue } from '../render/summary-issue.ts';
import { planAnswers } from './answer-summary.ts';
import type { Change, Plan } from './change.ts';
import { planIssue } from './plan-issue.ts';
import type { ForeignFiles, Opening } from './ports/files.ts';
import type { Threads } from './ports/issue-lists.ts';
import type { Reactions } from './ports/issues.ts';
import { withOverview } from './read-overview.ts';
import { type OwnSummary, readOwnSummaries, readStateOf, summariesRead } from './read-own-summaries.ts';
import { readPlanFacts } from './read-plan-facts.ts';
import { inOrder, readReadings, type ThreadTold } from './read-readings.ts';
import { readReviews } from './read-reviews.ts';
import { type Rules, readRules } from './read-rules.ts';
import { readWeek, type WeekWorld } from './read-week.ts';

export type SummaryWorld = WeekWorld & ForeignFiles & Opening & Threads & Reactions;

export interface SummaryPosted {
  readonly rules: Rules;
  readonly summary: Summary;
  readonly rendered: RenderedSummary;
  /** The issue of this week that stands already. */
  readonly existing: number | null;
  /** Summaries that are still open although another took their place; closed with a link to it. */
  readonly former: readonly number[];
  /** The reading that was given to this run and stands in no comment yet. */
  readonly unrecorded: MetricReading | null;
}

export interface SummarySettings {
  /** `owner/repo`. */
  readonly repository: string;
  readonly now: string;
  readonly side: 'app' | 'action' | 'reader';
  /** A schedule posts once a week and then keeps quiet; a person's run edits; a comment edits what stands and posts nothing. */
  readonly trigger: 'schedule' | 'person' | 'comment';
  /** A reading of the metric, of today. */
  readonly metric?: number | null;
  /** Logins that hold the same duty beside the token's own account, such as the workflow's bot for a person at a terminal. */
  readonly inPlaceOf?: readonly string[];
}

/**
 * Works out the summary of the week and plans its issue (docs/summary.md): one issue for each ISO week of the
 * team's summary day, found by label, marker and author. `applySummary` carries it out.
 */
export async function planSummary(
  world: SummaryWorld,
  settings: SummarySettings,
): Promise<Plan<SummaryPosted>> {
  const { repository, now, side, trigger, metric = null, inPlaceOf = [] } = settings;
  await world.readOpening();
  const rules = await readRules(world, repository);
  const { policy } = rules;
  const { day, timeZone } = policy.summary;
  const week = weekOf(now, day, timeZone);
  const known = await withOverview(world, policy);
  const { summaries, accounts } = await readOwnSummaries(known, repository, policy, inPlaceOf);
  const existing = summaries.find((one) => one.week === week.key) ?? null;
  const before = summaries.find((one) => one.week < week.key) ?? null;
  const last = before === null ? { state: null, lost: null } : readStateOf(before, repository);
  const told = await readReadings(known, summaries, 'summary', accounts, policy);
  const reviews = await readReviews(known, repository, policy, inPlaceOf);
  const given = metric === null ? null : { day: dayOf(now, timeZone), value: metric };
  const earlier = summaries.length < summariesRead ? [] : readBefore(summaries, last.state?.readings ?? []);
  const written = [...told, ...reviews.threads].flatMap(({ readings }) => readings);
  const recorded = inOrder(written, earlier);
  const readings = given === null ? recorded : inOrder([...written, { ...given, at: now }], earlier);
  const read = await readWeek(known, { repository, now, rules, stateLost: last.lost });
  const plan = await readPlanFacts(known, policy, reviews);
  const inputsLookedAt = lookedAt(existing, last.state, repository);
  const facts = { ...read, ...plan, readings, inputsLookedAt };
  const summary = summariseWeek(facts, policy, last.state);
  const rendered = renderSummaryIssue(summary, rememberWeek(facts, policy.primary, last.state));
  const isRecorded = recorded.some((one) => one.day === given?.day && one.value === given.value);
  const isOurs = policy.duties.summary === side;
  const isWritten = isOurs && mayWrite(trigger, existing, summaries, week);
  return {
    changes: isWritten ? await planWrites(world, { existing, rendered, told, repository, week, policy }) : [],
    report: {
      rules,
      summary,
      rendered,
      existing: existing?.issue.number ?? null,
      former: isOurs ? replaced(summaries, existing, week) : [],
      unrecorded: isOurs && !isRecorded ? given : null,
    },
  };
}

/** The list of this week's summary counts as people left it; without one, what the last summary knew. */
function lookedAt(
  existing: OwnSummary | null,
  last: SummaryState | null,
  repository: string,
): SummaryState['inputsLookedAt'] {
  const standing = existing === null ? null : readStateOf(existing, repository).state;
  return readLookedAt(existing?.issue.body ?? '') ?? (standing ?? last)?.inputsLookedAt ?? [];
}

/** What was read before the oldest of the summaries whose comments are read again. */
function readBefore(
  summaries: readonly OwnSummary[],
  remembered: readonly MetricReading[],
): readonly MetricReading[] {
  const oldest = summaries.at(-1)?.issue.createdAt.slice(0, 'YYYY-MM-DD'.length) ?? '';
  return remembered.filter(({ day }) => day < oldest);
}

/** A clock that runs behind must not post an older week after a newer one. */
function mayWrite(
  trigger: SummarySettings['trigger'],
  existing: OwnSummary | null,
  [newest]: readonly OwnSummary[],
  week: Week,
): boolean {
  if (newest !== undefined && newest.week > week.key) return false;
  return trigger === 'person' || (trigger === 'schedule') === (existing === null);
}

/** Open summaries of other weeks, and second ones of this week that another writer posted at the same time. */
function replaced(
  summaries: readonly OwnSummary[],
  existing: OwnSummary | null,
  week: Week,
): readonly number[] {
  return summaries
    .filter((one) => one.issue.state === 'open' && one !== existing && one.week <= week.key)
    .map(({ issue }) => issue.number);
}

interface ToWrite {
  readonly existing: OwnSummary | null;
  readonly rendered: RenderedSummary;
  readonly told: readonly ThreadTold[];
  readonly repository: string;
  readonly week: Week;
  readonly policy: Policy;
}

async function planWrites(
  world: SummaryWorld,
  { existing, rendered, told, repository, week, policy }: ToWrite,
): Promise<readonly Change[]> {
  const marker = summaryMarker(repository, week.key);
  return [
    ...planIssue(existing?.issue ?? null, rendered, marker, 'chokepoint: summary', policy),
    ...(await planAnswers(world, told, policy)),
  ];
}
