import type { Constraint } from '../../core/constraint.ts';
import type { Diagnosed } from '../../core/diagnosis/diagnose.ts';
import { pointsAtMost } from '../../core/diagnosis/points.ts';
import { table } from '../markdown.ts';
import { renderBarChart } from '../mermaid.ts';
import { contributionWords, nameOf } from './wording.ts';

const columns = [
  { title: '', align: 'left' },
  { title: 'points', align: 'center' },
  { title: 'from', align: 'left' },
] as const;

/** The constraints that something speaks for, most points first, each with every input; the answer in bold. */
export function renderPoints({ ranked, points, constraint }: Diagnosed): string {
  const rows = ranked.filter((one) => points[one].points > 0);
  if (rows.length === 0) return 'Nothing in the answers speaks for any constraint.';
  return table(
    columns,
    rows.map((one) => {
      const bold = one === constraint ? '**' : '';
      return [`${bold}${nameOf(one)}${bold}`, `${bold}${points[one].points}${bold}`, fromWords(one, points)];
    }),
  );
}

/** `users drop off during onboarding, measured (6) · …`. */
export function fromWords(constraint: Constraint, points: Diagnosed['points']): string {
  const spoken = points[constraint].contributions.filter((one) => one.points > 0);
  const sum = spoken.reduce((total, one) => total + one.points, 0);
  const cap = sum > pointsAtMost ? [`${sum} in all, counted as ${pointsAtMost}`] : [];
  return [...spoken.map((one) => contributionWords(constraint, one)), ...cap].join(' · ');
}

/** The points as a chart, all five constraints. */
export function renderPointsChart({ ranked, points }: Diagnosed): string {
  const chart = renderBarChart({
    title: 'Points',
    labels: ranked.map(nameOf),
    values: ranked.map((one) => points[one].points),
    highest: pointsAtMost,
  });
  return chart ?? '';
}
