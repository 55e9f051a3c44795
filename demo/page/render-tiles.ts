import type { Standing } from '../../src/core/plan/status.ts';
import { escapeHtml } from '../../src/render/page/escape-html.ts';
import type { Shown } from './read-shown.ts';

const standings: Readonly<Record<Standing, string>> = {
  'on-track': 'on track',
  'at-risk': 'at risk',
  off: 'off',
  unknown: 'not known',
};

/** What a founder looks at first: the reason, the day, the metric, the focus, the candidates. */
export function renderTiles({ summary, ranking }: Pick<Shown, 'summary' | 'ranking'>): string {
  const { status, focus } = summary;
  const because = ranking.policy.primary?.because ?? null;
  const tiles = [
    ...(status?.plan ? [tile(`Day ${status.plan.day}`, `of 90, in the phase “${status.plan.phase}”`)] : []),
    ...(status?.metric && status.latest
      ? [
          tile(
            `${status.latest.value} ${status.metric.unit}`,
            `${status.metric.name}; from ${status.metric.baseline} to ${status.metric.target}: ${standings[status.standing]}`,
          ),
        ]
      : []),
    ...(focus.week.classified > 0
      ? [
          tile(
            `${Math.round((100 * focus.week.aligned) / focus.week.classified)} %`,
            `of last week's merges on the constraint (${focus.week.aligned} of ${focus.week.classified})`,
          ),
        ]
      : []),
    tile(
      String(ranking.ranked.length),
      `candidates ranked; ${ranking.incomplete.length} more miss an answer`,
    ),
  ];
  return `${because === null ? '' : `<p class="because">${escapeHtml(because)}</p>`}<dl class="tiles">${tiles.join('')}</dl>`;
}

function tile(number: string, meaning: string): string {
  return `<div><dt>${escapeHtml(meaning)}</dt><dd>${escapeHtml(number)}</dd></div>`;
}
