import type { Policy } from '../core/policy.ts';
import { readingMarker, renderReading } from '../render/summary/reading.ts';
import { type AnswerSettings, planSummaryAnswers } from './answer-summary.ts';
import { apply } from './apply.ts';
import type { Change, Plan } from './change.ts';
import type { Threads } from './ports/issue-lists.ts';
import type { Issues } from './ports/issues.ts';
import type { People } from './ports/people.ts';
import type { Writer } from './ports/writer.ts';
import { planSummary, type SummaryPosted, type SummarySettings, type SummaryWorld } from './post-summary.ts';
import { readOwnSummaries } from './read-own-summaries.ts';

type PostingWorld = Writer & Threads & Pick<People, 'account'> & Pick<Issues, 'readLabelNames'>;

/**
 * Writes what `planSummary` planned, then looks again: of two writers that posted the same week at once the older
 * issue stays and the younger is closed. Last week's summary is closed with a link, and a reading that was given to
 * the run is recorded in a comment. Returns the number of the summary that stands; `null` where there is none.
 */
export async function applySummary(
  world: PostingWorld,
  { changes, report }: Plan<SummaryPosted>,
  { repository, inPlaceOf = [] }: Pick<SummarySettings, 'repository' | 'inPlaceOf'>,
): Promise<number | null> {
  const { policy } = report.rules;
  const posted = await apply(changes, world, policy);
  if (report.existing !== null) {
    await apply(planFollowing(report, report.existing, report.former, []), world, policy);
    return report.existing;
  }
  const isNew = changes.some(({ kind }) => kind === 'open-issue');
  const number = posted[0]?.number ?? null;
  if (!isNew || number === null) return null;
  const same = [number, ...(await readSameWeek(world, repository, report, policy, inPlaceOf))];
  const standing = Math.min(...same);
  const others = [...report.former, ...same].filter((one) => one !== standing);
  await apply(planFollowing(report, standing, others, same), world, policy);
  return standing;
}

/** Answers what people wrote under our summaries, and writes this week's anew where a reading came or went. */
export async function applySummaryAnswers(
  world: SummaryWorld & PostingWorld,
  settings: AnswerSettings,
): Promise<void> {
  const { changes, report } = await planSummaryAnswers(world, settings);
  await apply(changes, world, report.rules.policy);
  if (!report.isOutdated) return;
  const plan = await planSummary(world, { ...settings, trigger: 'comment' });
  await applySummary(world, plan, settings);
}

/** The open summaries of this week, whoever of the same account posted them. */
async function readSameWeek(
  world: PostingWorld,
  repository: string,
  { summary }: SummaryPosted,
  policy: Policy,
  inPlaceOf: readonly string[],
): Promise<readonly number[]> {
  const { summaries } = await readOwnSummaries(world, repository, policy, inPlaceOf);
  return summaries
    .filter(({ issue, week }) => week === summary.week.key && issue.state === 'open')
    .map(({ issue }) => issue.number);
}

function planFollowing(
  { unrecorded }: SummaryPosted,
  standing: number,
  former: readonly number[],
  same: readonly number[],
): readonly Change[] {
  const marker = '<!-- chokepoint:next-summary -->';
  const closing = [...new Set(former)].flatMap((number): readonly Change[] => {
    const which = same.includes(number) ? 'summary of this week' : 'next summary';
    const body = `${marker}\nThe ${which} is #${standing}.`;
    return [
      { kind: 'post-comment', number, marker, body },
      { kind: 'close-issue', number },
    ];
  });
  if (unrecorded === null) return closing;
  const body = renderReading(unrecorded);
  return [...closing, { kind: 'post-comment', number: standing, marker: readingMarker(unrecorded), body }];
}
