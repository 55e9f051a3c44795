/** Tables: lines between rows; on a telephone the wide ones become cards, one for each row. */
export const tableStyle = `
.table { margin: 0 0 1rem; overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; }
table { width: 100%; border-collapse: collapse; font-size: 0.9rem; line-height: 1.45;
  font-variant-numeric: tabular-nums; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th { font-size: 0.8125rem; font-weight: 600; color: var(--quiet); background: var(--raised); text-align: left; }
th, td { padding: 0.5rem 0.75rem; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child td { border-bottom: 0; }
td[data-column="rank"], td[data-column="verdict"], td[data-column^="impact"], .grid td:first-child { white-space: nowrap; }
[data-verdict]::before { content: ""; display: inline-block; width: 0.6em; height: 0.6em; margin-right: 0.45em;
  border-radius: 50%; background: var(--verdict); }
[data-verdict="ready"] { --verdict: var(--good); }
[data-verdict="strengthen"] { --verdict: var(--wait); }
[data-verdict="validate"] { --verdict: var(--test); }
[data-verdict="de-risk"] { --verdict: var(--split); }
[data-verdict="not-now"], [data-verdict="incomplete"] { --verdict: var(--later); }
[data-verdict="rethink"] { --verdict: var(--bad); }
@media screen and (max-width: 44rem) {
  .grid th, .grid td { padding: 0.4rem 0.35rem; font-size: 0.8125rem; }
  .grid th { font-size: 0.75rem; line-height: 1.25; vertical-align: bottom; }
  .table.cards { border: 0; overflow: visible; }
  .cards table, .cards tbody, .cards tr, .cards td { display: block; }
  .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .cards tr { margin: 0 0 0.75rem; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 8px; }
  .cards td { padding: 0.1rem 0; border: 0; text-align: left !important; }
  .cards td[data-column] { white-space: normal; }
  .cards td[data-column^="impact"]::before, .cards td[data-column="next"]::before { content: attr(data-column) ": ";
    color: var(--quiet); }
}
`;
