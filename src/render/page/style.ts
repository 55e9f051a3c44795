import { chartStyle } from './chart-style.ts';
import { tableStyle } from './table-style.ts';

const light = `
  --page: #ffffff; --raised: #f6f8fa; --line: #d1d9e0; --text: #1f2328; --quiet: #59636e; --link: #0757ba;
  --brand: #b34700; --on-brand: #ffffff; --mark: #fff8c5; --good: #1a7f37; --wait: #0757ba; --test: #7341c4;
  --split: #b34700; --later: #59636e; --bad: #c1121f;
`;
const dark = `
  --page: #0d1117; --raised: #151b23; --line: #3d444d; --text: #f0f6fc; --quiet: #9ba3ad; --link: #6cb0ff;
  --brand: #f58a3c; --on-brand: #0d1117; --mark: #3a2d05; --good: #3fb950; --wait: #6cb0ff; --test: #b794f6;
  --split: #f58a3c; --later: #9ba3ad; --bad: #ff7b72;
`;

/** How every page of ours looks: on paper, on a telephone, in light and in dark; nothing is fetched for it. */
export const pageStyle = `
:root { color-scheme: light dark; ${light} }
@media screen and (prefers-color-scheme: dark) { :root { ${dark} } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); overflow-wrap: break-word;
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 0.06em; }
a:hover { text-decoration-thickness: 0.12em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 0.5rem; z-index: 2; padding: 0.4rem 0.8rem; background: var(--page); }
.inside { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
.masthead { border-bottom: 1px solid var(--line); background: var(--raised); }
.masthead .inside { padding-top: 1.1rem; padding-bottom: 1.4rem; }
.brand { display: flex; align-items: center; gap: 0.5rem; margin: 0 0 0.6rem; font-size: 0.875rem; font-weight: 600;
  letter-spacing: 0.01em; color: var(--quiet); }
.brand svg { flex: none; color: var(--brand); }
h1 { margin: 0; font-size: clamp(1.6rem, 1.1rem + 2vw, 2.25rem); line-height: 1.2; letter-spacing: -0.02em;
  text-wrap: balance; }
h2 { margin: 2.5rem 0 0.75rem; font-size: 1.3rem; line-height: 1.3; letter-spacing: -0.01em; }
h3, h4, h5 { margin: 1.5rem 0 0.5rem; font-size: 1.05rem; line-height: 1.35; }
p, ul, ol { margin: 0 0 0.9rem; }
ul, ol { padding-left: 1.4rem; }
li { margin: 0.2rem 0; }
sub { vertical-align: baseline; font-size: 0.8125rem; line-height: 1.5; color: var(--quiet); }
code { padding: 0.12em 0.35em; border-radius: 5px; background: var(--raised); border: 1px solid var(--line);
  font: 0.85em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
pre { padding: 0.75rem 1rem; border-radius: 8px; background: var(--raised); border: 1px solid var(--line);
  white-space: pre-wrap; }
pre code { padding: 0; border: 0; background: none; }
summary { cursor: pointer; }
details { margin: 0 0 1rem; }
details > summary { padding: 0.25rem 0; font-weight: 600; }
main.inside { padding-top: 1.75rem; padding-bottom: 3rem; }
main > :first-child, .report > :first-child { margin-top: 0; }
.report > p:first-child { padding: 1rem 1.25rem; border: 1px solid var(--line); border-left: 4px solid var(--brand);
  border-radius: 8px; font-size: 1.1rem; }
.colophon { border-top: 1px solid var(--line); font-size: 0.875rem; color: var(--quiet); }
.colophon .inside { padding-top: 1.25rem; padding-bottom: 2rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
${tableStyle}
${chartStyle}
@media print {
  body { font-size: 10.5pt; }
  .masthead, .colophon { background: none; }
  .inside { max-width: none; padding: 0; }
  h2, h3, figcaption { break-after: avoid; }
  tr, figure, li { break-inside: avoid; }
  details::details-content { content-visibility: visible; display: block; }
  .skip { display: none; }
}
`;
