import { dayOf } from '../core/calendar.ts';
import { labelName } from '../core/labels.ts';
import type { MetricReading } from '../core/plan/status.ts';
import { weekOf } from '../core/plan/week.ts';
import type { Policy } from '../core/policy.ts';
import { summariseWeek } from '../core/summary/summarise-week.ts';
import type { Summary } from '../core/summary/summary.ts';
import { rememberWeek } from '../core/summary/summary-state.ts';
import { readHiddenState } from '../render/summary/hidden-state.ts';
import { readLookedAt } from '../render/summary/inputs.ts';
import { readSummaryMarker, summaryMarker } from '../render/summary/marker.ts';
import { type RenderedSummary, renderSummaryIssue } from '../render/summary-issue.ts';
import type { Change, Plan } from './change.ts';
import type { Issue, IssueLists, People } from './ports.ts';
import { type ForeignFiles, type Rules, readRules } from './read-rules.ts';
import { readWeek, type WeekWorld } from './read-week.ts';
import { isOwn } from './sticky-comment.ts';

export interface SummaryPosted {
  readonly rules: Rules;
  readonly summary: Summary;
  readonly rendered: RenderedSummary;
  /** The issue of this week that stands already. */
  readonly existing: number | null;
  /** Earlier summaries that are still open; closed with a link once this one is posted. */
  readonly former: readonly number[];
}

export interface SummarySettings {
  /** `owner/repo`. */
  readonly repository: string;
  readonly now: string;
  readonly side: 'app' | 'action' | 'reader';
  /** A schedule posts once a week and then keeps quiet; a person's run edits. */
  readonly trigger: 'schedule' | 'person';
  /** A reading of the metric, of today. */
  readonly metric?: number | null;
  /** Logins that hold the same duty beside the token's own account, such as the workflow's bot for a person at a terminal. */
  readonly inPlaceOf?: readonly string[];
}

/**
 * Works out the summary of the week and plans its issue (docs/summary.md): one issue for each ISO week of the
 * team's summary day, found by label, marker and author.
 */
export async function planSummary(
  world: WeekWorld & ForeignFiles,
  { repository, now, side, trigger, metric = null, inPlaceOf = [] }: SummarySettings,
): Promise<Plan<SummaryPosted>> {
  const rules = await readRules(world, repository);
  const { policy } = rules;
  const { day, timeZone } = policy.summary;
  const week = weekOf(now, day, timeZone);
  const own = await readOwnSummaries(world, repository, policy, inPlaceOf);
  const existing = own.find((one) => one.week === week.key) ?? null;
  const before = own.find((one) => one.week < week.key) ?? null;
  const last = before === null ? { state: null, lost: null } : stateOf(before, repository);
  const standing = existing === null ? null : stateOf(existing, repository).state;
  const readings = withReading((standing ?? last.state)?.readings ?? [], metric, dayOf(now, timeZone));
  const read = await readWeek(world, { repository, now, rules, stateLost: last.lost });
  const inputsLookedAt = readLookedAt(existing?.issue.body ?? '');
  const facts = { ...read, readings, inputsLookedAt };
  const summary = summariseWeek(facts, policy, last.state);
  const rendered = renderSummaryIssue(summary, rememberWeek(facts, policy.primary, last.state));
  const former = own.filter((one) => one.issue.state === 'open' && one.week !== week.key);
  const isSilent = policy.duties.summary !== side || (trigger === 'schedule' && existing !== null);
  const changes = isSilent ? [] : planIssue(existing?.issue ?? null, rendered, repository, week.key, policy);
  return {
    changes,
    report: {
      rules,
      summary,
      rendered,
      existing: existing?.issue.number ?? null,
      former: isSilent ? [] : former.map(({ issue }) => issue.number),
    },
  };
}

/** Of two readings of one day the later one counts. */
function withReading(
  readings: readonly MetricReading[],
  value: number | null,
  day: string,
): readonly MetricReading[] {
  return value === null ? readings : [...readings.filter((one) => one.day !== day), { day, value }];
}

/** Closes last week's summary with a link to the new one. */
export function planClosing(former: readonly number[], posted: number): readonly Change[] {
  return former.flatMap((number) => [
    {
      kind: 'post-comment' as const,
      number,
      marker: '<!-- chokepoint:next-summary -->',
      body: `<!-- chokepoint:next-summary -->\nThe next summary is #${posted}.`,
    },
    { kind: 'close-issue' as const, number },
  ]);
}

interface OwnSummary {
  readonly issue: Issue;
  readonly week: string;
}

/** Newest week first. Anybody can copy a marker: only issues of the writer's own account count. */
async function readOwnSummaries(
  world: IssueLists & Pick<People, 'account'>,
  repository: string,
  policy: Policy,
  inPlaceOf: readonly string[],
): Promise<readonly OwnSummary[]> {
  const labels = [labelName('chokepoint: summary', policy.labels)];
  const issues = await world.listIssues({ state: 'all', labels });
  if (issues.length === 0) return [];
  const accounts = [await world.account(), ...inPlaceOf.map((login) => ({ login, id: null }))];
  return issues
    .filter((issue) => accounts.some((account) => isOwn(issue, account)))
    .flatMap((issue) => {
      const marker = readSummaryMarker(issue.body);
      return marker === null || marker.repository !== repository ? [] : [{ issue, week: marker.week }];
    })
    .toSorted((one, other) => (one.week < other.week ? 1 : -1));
}

function stateOf({ issue, week }: OwnSummary, repository: string) {
  return readHiddenState(issue.body, { repository, week, isOwn: true });
}

function planIssue(
  existing: Issue | null,
  { title, body }: RenderedSummary,
  repository: string,
  week: string,
  { primary, labels }: Policy,
): readonly Change[] {
  if (existing === null) {
    const issue = {
      title,
      body,
      labels: [labelName('chokepoint: summary', labels)],
      assignees: primary?.owner ? [primary.owner] : [],
      marker: summaryMarker(repository, week),
    };
    return [{ kind: 'open-issue', issue }];
  }
  const isSame =
    existing.title === title && existing.body.replaceAll('\r\n', '\n').trimEnd() === body.trimEnd();
  return isSame ? [] : [{ kind: 'edit-issue', number: existing.number, title, body }];
}
