import { toWords } from '../core/calendar.ts';
import type { Summary } from '../core/summary/summary.ts';
import type { SummaryState } from '../core/summary/summary-state.ts';
import { bodyUnits } from './body-room.ts';
import { renderBelowTheLine } from './summary/below-the-line.ts';
import { renderByConstraint, renderTop } from './summary/candidates.ts';
import { noDecision, renderDecisions } from './summary/decisions.ts';
import { renderDeltas } from './summary/deltas.ts';
import { renderDrift } from './summary/drift.ts';
import { fitInto, type Section } from './summary/fit-into.ts';
import { renderFocus } from './summary/focus.ts';
import { renderHiddenState } from './summary/hidden-state.ts';
import { renderHygiene } from './summary/hygiene.ts';
import { renderInputs } from './summary/inputs.ts';
import { summaryMarker } from './summary/marker.ts';
import { renderOneStep } from './summary/one-step.ts';
import { renderPlan } from './summary/plan.ts';
import { renderProblems } from './summary/problems.ts';
import { renderStatus } from './summary/status.ts';
import { constraintName, type NameIssue, nameIssueIn, titleOf, weekWords } from './wording.ts';

export interface RenderedSummary {
  readonly title: string;
  /** Markdown under 60,000 UTF-16 units: the marker first, the hidden state last. */
  readonly body: string;
}

/** The weekly summary as an issue (docs/summary.md). The same data gives the same bytes. */
export function renderSummaryIssue(summary: Summary, state: SummaryState): RenderedSummary {
  const { repository, week, status } = summary;
  const marker = summaryMarker(repository, week.key);
  const hidden = renderHiddenState(state);
  const name = nameIssueIn([...summary.repositories, ...summary.unread]);
  const room = bodyUnits - 1 - marker.length - hidden.length - 2 * '\n\n'.length;
  const subject = status === null ? 'no constraint declared' : constraintName(status.constraint);
  return {
    title: `Chokepoint: ${weekWords(week.key)} of ${week.key.slice(0, 4)} · ${subject}`,
    body: [marker, renderVisible(summary, name, room), hidden].join('\n\n'),
  };
}

function renderVisible(summary: Summary, name: NameIssue, room: number): string {
  const parts = summary.quiet ? quietSections(summary, name) : sections(summary, name);
  return fitInto(room, parts);
}

const howToDeclare =
  'The diagnosis form finds the one to declare; a team that knows writes `primary:` into `.github/chokepoint.yml`.';

/** A week without news in three lines. */
function quietSections(summary: Summary, name: NameIssue): readonly Section[] {
  return [
    always(renderStatus(summary, name)),
    always(summary.status === null ? howToDeclare : noDecision),
    always(quietWords(summary, name)),
  ];
}

function quietWords({ deltas, top, belowTheLine }: Summary, name: NameIssue): string {
  if (deltas === null) {
    return 'No candidates and no merges yet. File the first with the candidate form; from then on this is the ranked list.';
  }
  const leader = top.items[0] ?? belowTheLine[0]?.candidates[0];
  const leads = leader === undefined ? '' : `; ${name(leader)} *${titleOf(leader)}* still leads`;
  return `Nothing was merged or filed, and nothing changed on the constraint, since ${weekWords(deltas.since)}${leads}.`;
}

function sections(summary: Summary, name: NameIssue): readonly Section[] {
  const isDeclared = summary.status !== null;
  return [
    always(renderProblems(summary)),
    always(renderStatus(summary, name)),
    always(renderInputs(summary)),
    always(renderDecisions(summary, name)),
    section('changes', renderDeltas(summary, name)),
    {
      ...always(null),
      rows: isDeclared ? summary.top.items.length : 0,
      render: (rows: number) =>
        isDeclared ? renderTop(summary, name, rows) : renderByConstraint(summary, name),
    },
    section('below the line', isDeclared ? renderBelowTheLine(summary, name) : null),
    section('drift', renderDrift(summary, name)),
    section('one step from ready', renderOneStep(summary, name)),
    section('focus', renderFocus(summary, name)),
    section('metric and plan', renderPlan(summary)),
    section('hygiene', renderHygiene(summary, name)),
    always(periodWords(summary)),
  ].filter(({ render }) => render(0) !== '');
}

function periodWords({ week }: Summary): string {
  const first = toWords(week.firstDay);
  const last = toWords(week.lastDay);
  const [day, month] = first.split(' ');
  return `<sub>The week from ${last.endsWith(` ${month}`) ? day : first} to ${last}.</sub>`;
}

/** A part that gives way to the others where there is no room for all. */
function section(name: string, text: string | null): Section {
  return { name, rows: 0, render: () => text ?? '' };
}

/** A part that is never left out, so that no note has to name it. */
function always(text: string | null): Section {
  return section('', text);
}
