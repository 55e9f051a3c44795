import { addDays, toWords } from '../../core/calendar.ts';
import { type Gate, unmetGates } from '../../core/plan/gates.ts';
import { planDays } from '../../core/plan/phase.ts';
import type { Standing } from '../../core/plan/status.ts';
import type { DeclarationChange, StatusLine, Summary } from '../../core/summary/summary.ts';
import { gateInWords } from '../gates-in-words.ts';
import { inert } from '../markdown.ts';
import { constraintName, counted, type NameIssue } from '../wording.ts';

/** The first line: constraint, day and phase, metric, and how it stands; then what is to be known about it. */
export function renderStatus(summary: Summary, name: NameIssue): string {
  const { status, unread, repository } = summary;
  const lines = [
    status === null ? noConstraint : statusLine(status, summary.gates),
    ...(status === null || status.changes.length === 0
      ? []
      : [`Changed since the last summary: ${status.changes.map(changeWords).join(', ')}.`]),
    ...(status?.decided === undefined || status.decided === null
      ? []
      : [
          `Decided in ${name({ repository, number: status.decided.number })}: **${status.decided.decision}**. Not yet committed to \`.github/chokepoint.yml\`.`,
        ]),
    ...(unread.length === 0 ? [] : [unreadLine(unread)]),
  ];
  return lines.join('\n\n');
}

const noConstraint =
  '**No constraint declared yet.** Candidates are ranked among themselves; nothing is on the constraint until there is one.';

const standingWords: Readonly<Record<Standing, string>> = {
  'on-track': 'on track',
  'at-risk': 'at risk',
  off: 'off',
  unknown: 'unknown',
};

function statusLine(status: StatusLine, gates: readonly Gate[]): string {
  return [
    `**${constraintName(status.constraint)}**`,
    planWords(status),
    ...metricWords(status),
    `**${standingWords[status.standing]}** (${reasonWords(status)})`,
    ...gatesWords(status, gates),
  ].join(' · ');
}

/** What should hold by now and does not. */
function gatesWords({ plan }: StatusLine, gates: readonly Gate[]): readonly string[] {
  if (plan === null || plan.day < 1) return [];
  const unmet = unmetGates(gates, plan.phase);
  return unmet.length === 0 ? [] : [`still open: ${unmet.map(gateInWords).join(', ')}`];
}

function planWords({ plan, today }: StatusLine): string {
  if (plan === null) return 'no first day declared';
  if (plan.day < 1) return `the ${planDays} days start on ${toWords(plan.since)}`;
  if (plan.phaseEnds === null) {
    return `day ${plan.day}, *decide*: the ${planDays} days ended on ${toWords(plan.planEnds)}`;
  }
  return `day ${plan.day} of ${planDays}, *${plan.phase}* until ${dayWords(plan.phaseEnds, today)}`;
}

function dayWords(day: string, today: string): string {
  if (day === today) return 'today';
  return day === addDays(today, 1) ? 'tomorrow' : toWords(day);
}

function metricWords({ metric, latest, unknownBecause }: StatusLine): readonly string[] {
  if (metric === null) return [];
  const isOld = unknownBecause === 'stale-reading' && latest !== null;
  const now = latest === null ? '?' : `${latest.value}`;
  const when = isOld ? ` (${toWords(latest.day)})` : '';
  const unit = metric.unit === '' ? '' : ` ${inert(metric.unit, 20)}`;
  const name = inert(lowerFirst(metric.name), 120);
  return [`${name}: ${metric.baseline} → **${now}**${when} → ${metric.target}${unit}`];
}

function reasonWords({ unknownBecause, progress, elapsed }: StatusLine): string {
  if (unknownBecause === 'no-metric') return 'no metric declared: name one under `primary.metric`';
  if (unknownBecause === 'no-reading')
    return 'no reading yet: a comment here with `/metric` and the number adds one';
  if (unknownBecause === 'stale-reading') {
    return 'no reading in 14 days: a comment here with `/metric` and the number adds one';
  }
  if (elapsed === null || progress === null) return 'no first day declared: set `primary.since`';
  const time = `at ${wholePercent(elapsed)} of the time`;
  if (progress >= 1) return `target met ${time}`;
  if (progress < 0) return `on the wrong side of the baseline ${time}`;
  return `${wholePercent(progress)} of the way ${time}`;
}

function changeWords({ field, from, to }: DeclarationChange): string {
  const shown = (value: string | number | null) => (value === null ? 'none' : inert(String(value), 80));
  return `${field} ${shown(from)} → ${shown(to)}`;
}

function unreadLine(unread: readonly string[]): string {
  const names = unread.map((repository) => inert(repository)).join(', ');
  return `**${counted(unread.length, 'repository', 'repositories')} missing here**, not found or not readable: ${names}. Nothing of them is counted below.`;
}

function wholePercent(fraction: number): string {
  return `${Math.round(fraction * 100)} %`;
}

/** `Sign-ups` → `sign-ups`; a word in capitals stays as it is. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
