/** Charts: their size is their place's, their colours the page's. */
export const chartStyle = `
.chart { margin: 0 0 1.25rem; padding: 1rem 1.25rem 0.5rem; border: 1px solid var(--line); border-radius: 8px; }
.chart figcaption { font-weight: 600; }
.chart .plot { padding: 2rem 1.25rem 2.5rem 2.5rem; }
.chart svg { display: block; width: 100%; overflow: visible; }
.chart .plot > svg { height: 10.5rem; }
.chart text { font-size: 0.8125rem; fill: var(--quiet); font-variant-numeric: tabular-nums; }
.chart .grid { stroke: var(--line); }
.chart .line { fill: none; stroke: var(--brand); stroke-width: 2.5; stroke-linejoin: round; stroke-linecap: round;
  vector-effect: non-scaling-stroke; }
.chart .line-2 { stroke: var(--quiet); stroke-width: 1.5; stroke-dasharray: 2 5; }
.chart .line-3 { stroke: var(--good); stroke-width: 2; stroke-dasharray: 7 5; }
.chart circle { fill: var(--brand); stroke: var(--page); stroke-width: 2; }
.chart .value { font-size: 0.9375rem; font-weight: 700; fill: var(--text); paint-order: stroke;
  stroke: var(--page); stroke-width: 5px; }
.chart .never { display: none; }
.legend { display: flex; flex-wrap: wrap; gap: 0.1rem 1.25rem; margin: 0.25rem 0 0; padding: 0; list-style: none;
  font-size: 0.875rem; color: var(--quiet); }
.legend b { color: var(--text); }
.legend li::before { content: ""; display: inline-block; width: 1.4em; margin-right: 0.45em; vertical-align: 0.25em;
  border-top: 3px solid var(--brand); }
.legend .line-2::before { border-top: 3px dotted var(--quiet); }
.legend .line-3::before { border-top: 3px dashed var(--good); }
.chart.timeline .plot { padding: 2.25rem 0.5rem 2.25rem; }
.timeline .plot > svg { height: auto; }
.timeline rect { fill: var(--raised); stroke: var(--line); }
.timeline .done rect { fill: var(--line); }
.timeline .active rect { fill: var(--brand); stroke: var(--brand); }
.timeline g > text { font-weight: 600; fill: var(--text); }
.timeline .active > text { fill: var(--on-brand); }
.timeline g > .start { font-weight: 400; fill: var(--quiet); }
.timeline .mark line { stroke: var(--text); stroke-width: 1.5; stroke-dasharray: 3 3; }
.chart.bars .plot { padding: 0.75rem 0 0; }
.bars .plot > svg { height: auto; }
.bars text { fill: var(--text); }
.bars .amount { font-weight: 700; }
.bars .whole { fill: var(--raised); }
.bars .part { fill: var(--brand); }
@media screen and (max-width: 44rem) {
  .chart { padding: 0.75rem 0.75rem 0.25rem; }
  .chart .plot { padding-right: 0.75rem; padding-left: 2.2rem; }
  .chart .seldom { display: none; }
}
`;
