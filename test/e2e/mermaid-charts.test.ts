import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { keepScreenshot, openPage, startBrowser, views } from '../support/open-page.ts';
import { describeWith } from '../support/programs.ts';

const mermaid = fileURLToPath(import.meta.resolve('mermaid/dist/mermaid.min.js'));
const weeks = ['full-week', 'first-week', 'hard-week'];

describeWith('chromium', 'the charts of a summary, drawn by Mermaid in a browser', (file) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser(file);
  });
  afterAll(() => browser.close());

  it.each(views)('are drawn without an error at $width pixels in $scheme', async (view) => {
    const texts = (await Promise.all(weeks.map(diagramsOf))).flat();
    const { page, complaints, requests } = await openPage(browser, toPage(texts, view.scheme), view);
    await page.addScriptTag({ path: mermaid });
    const drawn = z.array(z.string()).parse(await page.evaluate(draw(view.scheme)));
    expect(drawn).toHaveLength(texts.length);
    expect(drawn.filter((svg) => /Syntax error|NaN/.test(svg))).toEqual([]);
    expect(complaints).toEqual([]);
    expect(requests).toEqual([]);
    await keepScreenshot(page, 'mermaid-charts', view);
    await page.close();
  });
});

async function diagramsOf(week: string): Promise<readonly string[]> {
  const golden = new URL(`../render/golden/summary/${week}.md`, import.meta.url);
  const body = await readFile(golden, 'utf8');
  return [...body.matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
}

/** Charts in a column as wide as GitHub's, on its two grounds. */
function toPage(texts: readonly string[], scheme: 'light' | 'dark'): string {
  const ground = scheme === 'light' ? '#ffffff' : '#0d1117';
  const places = texts.map((text) => `<pre class="mermaid">${text}</pre>`).join('\n');
  return `<!doctype html><style>body { margin: 16px; max-width: 880px; background: ${ground}; }</style>${places}`;
}

/** Draws them all, with the theme that GitHub takes; gives the SVG of each. */
function draw(scheme: 'light' | 'dark'): string {
  const theme = scheme === 'light' ? 'default' : 'dark';
  return `(async () => {
    mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: '${theme}' });
    await mermaid.run();
    return [...document.querySelectorAll('pre.mermaid')].map((one) => one.querySelector('svg')?.outerHTML ?? 'NaN');
  })()`;
}
