/** What the page of the demo has beside every page of ours: the look of issues, checks and milestones. */
export const shownStyle = `
html { scroll-padding-top: 3.75rem; }
.inside { max-width: 72rem; }
.because { margin: 0.35rem 0 0; font-size: 1.1rem; color: var(--quiet); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 0.75rem; margin: 1.25rem 0 0; }
.tiles > div { display: flex; flex-direction: column-reverse; justify-content: flex-end; padding: 0.75rem 1rem;
  border: 1px solid var(--line); border-radius: 10px; background: var(--page); }
.tiles dd { margin: 0; font-size: 1.5rem; font-weight: 700; letter-spacing: -0.02em; line-height: 1.3;
  font-variant-numeric: tabular-nums; }
.tiles dt { font-size: 0.8125rem; line-height: 1.4; color: var(--quiet); }
.tabs { position: sticky; top: 0; z-index: 1; background: var(--page); border-bottom: 1px solid var(--line); }
.tabs .inside { display: flex; gap: 0.25rem; overflow-x: auto; padding-top: 0.4rem; padding-bottom: 0.4rem; }
.tabs a { flex: none; padding: 0.3rem 0.7rem; border-radius: 6px; font-size: 0.9rem; font-weight: 500;
  color: var(--text); text-decoration: none; }
.tabs a:hover { background: var(--raised); }
.about, .meta { color: var(--quiet); font-size: 0.9rem; }
section > h2:first-child { margin-top: 0; }
section { padding-bottom: 2.5rem; }
.issues { margin: 0; padding: 0; list-style: none; border: 1px solid var(--line); border-radius: 10px; }
.issues > li { margin: 0; padding: 0.7rem 1rem 0.75rem; border-bottom: 1px solid var(--line);
  border-left: 4px solid var(--verdict, var(--line)); }
.issues > li:first-child { border-top-left-radius: 9px; border-top-right-radius: 9px; }
.issues > li:last-child { border-bottom: 0; border-bottom-left-radius: 9px; border-bottom-right-radius: 9px; }
.issues > li::before { content: none; }
.issues details { margin: 0; }
.issues summary { display: flex; gap: 0.9rem; padding: 0; list-style: none; font-weight: 400; }
.issues summary::-webkit-details-marker { display: none; }
.issues summary::after { content: "›"; align-self: flex-start; margin-left: auto; font-size: 1.25rem; line-height: 1.2; color: var(--quiet); }
.issues details[open] > summary::after { rotate: 90deg; }
.issues summary:hover .title { color: var(--link); }
.rank { flex: none; width: 3.4rem; font-size: 1.25rem; font-weight: 700; line-height: 1.3;
  font-variant-numeric: tabular-nums; }
.rank small { display: block; font-size: 0.75rem; font-weight: 400; color: var(--quiet); }
.what { min-width: 0; }
.title { display: block; font-weight: 600; line-height: 1.4; }
.what .meta { display: block; font-size: 0.8125rem; }
.chips { display: flex; flex-wrap: wrap; gap: 0.3rem; margin: 0.4rem 0 0; padding: 0; list-style: none; }
.issues .chips { padding-left: 4.3rem; }
.chip { margin: 0; padding: 0.05rem 0.6rem; border-radius: 999px; font-size: 0.75rem; font-weight: 600;
  line-height: 1.5; border: 1px solid #8885; }
.more { margin-top: 1rem; }
.comment { margin: 0.9rem 0 0.5rem; border: 1px solid var(--line); border-radius: 8px; }
.comment .author { margin: 0; padding: 0.45rem 1rem; border-bottom: 1px solid var(--line); font-size: 0.875rem;
  border-radius: 8px 8px 0 0; background: var(--raised); color: var(--quiet); }
.comment .author b { color: var(--text); }
.comment .body, .check .body { padding: 0.9rem 1rem 0.1rem; font-size: 0.9375rem; }
.pull, .milestone, .posted { margin: 0 0 1rem; padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: 10px; }
.pull h3, .milestone h3, .posted h3 { margin: 0; }
.pull .meta, .milestone .meta { margin: 0.1rem 0 0.4rem; }
.check { margin: 0.75rem 0 0; border: 1px solid var(--line); border-radius: 8px; }
.check > summary { padding: 0.5rem 1rem; font-weight: 400; font-size: 0.9375rem; }
.check .sign { color: var(--quiet); font-weight: 700; }
.check.success .sign { color: var(--good); }
.check.failure .sign { color: var(--bad); }
.milestones { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1rem; align-items: start; }
.milestone { margin: 0; font-size: 0.9375rem; }
.meter { height: 8px; margin: 0.25rem 0 0.9rem; border-radius: 4px; background: var(--line); overflow: hidden; }
.meter span { display: block; height: 100%; background: var(--brand); }
code { overflow-wrap: anywhere; }
.earlier { margin: 0 0 0.5rem; padding: 0.4rem 1rem; border: 1px solid var(--line); border-radius: 8px; }
.earlier .report, .posted .report { margin-top: 1rem; }
@media screen and (min-width: 60rem) {
  .issues > li { position: relative; }
  .issues .chips { position: absolute; top: 1.05rem; right: 2.75rem; max-width: 26rem; margin: 0; padding: 0;
    justify-content: flex-end; }
  .issues .what { padding-right: 26.5rem; }
}
@media screen and (max-width: 44rem) {
  .tiles { grid-template-columns: 1fr 1fr; gap: 0.5rem; }
  .tiles dd { font-size: 1.2rem; }
  .issues > li { padding: 0.7rem 0.75rem; }
  .issues summary { gap: 0.5rem; }
  .issues .chips { padding-left: 0; }
  .rank { width: 2.6rem; }
  .pull, .milestone, .posted { padding: 0.9rem 0.9rem; }
}
`;
