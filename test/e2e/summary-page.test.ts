import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { summariseWeek } from '../../src/core/summary/summarise-week.ts';
import { rememberWeek } from '../../src/core/summary/summary-state.ts';
import { renderSummaryIssue } from '../../src/render/summary-issue.ts';
import { renderSummaryPage } from '../../src/render/summary-page.ts';
import { policy } from '../core/summary/builders.ts';
import { exampleWeek, weekBefore } from '../core/summary/example-week.ts';
import { hostileTitles, summaryOf } from '../render/hostile-summary.ts';
import { expectGoodPage } from '../support/expect-good-page.ts';
import {
  keepScreenshot,
  openPage,
  readPageFacts,
  startBrowser,
  tabThrough,
  views,
} from '../support/open-page.ts';
import { describeWith } from '../support/programs.ts';

const html = renderSummaryPage(
  renderSummaryIssue(
    summariseWeek(exampleWeek, policy, weekBefore),
    rememberWeek(exampleWeek, policy.primary, weekBefore),
  ),
);

const desk = { width: 1_200, scheme: 'light' } as const;

describeWith('chromium', 'the page of a summary in a browser', (file) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser(file);
  });
  afterAll(() => browser.close());

  it.each(views)('is quiet, whole and legible at $width pixels in $scheme', async (view) => {
    const opened = await openPage(browser, html, view);
    await expectGoodPage(opened);
    expect((await readPageFacts(opened.page)).charts).toHaveLength(3);
    await keepScreenshot(opened.page, 'summary-page', view);
    await opened.page.close();
  });

  it('T4 T6: asks for nothing and links nowhere, whatever people wrote', async () => {
    for (const title of hostileTitles) {
      const page = renderSummaryPage(summaryOf(title));
      const { page: tab, complaints, requests } = await openPage(browser, page, views[0] ?? desk);
      expect([complaints, requests]).toEqual([[], []]);
      expect(await tab.locator('a:not(.skip), img, iframe, script').count()).toBe(0);
      expect((await readPageFacts(tab)).overflow).toBeLessThanOrEqual(0);
      await tab.close();
    }
  });

  it('is reached to its end with the keyboard, and shows where it is', async () => {
    const { page } = await openPage(browser, html, desk);
    const { reachable } = await readPageFacts(page);
    const stops = await tabThrough(page);
    expect(stops).toHaveLength(reachable);
    expect(stops).not.toContain(false);
    await page.close();
  });

  it('prints on paper in light colours with every chart', async () => {
    const { page } = await openPage(browser, html, { width: 1_200, scheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await page.locator('figure').evaluateAll((all) => all.length)).toBe(3);
    expect(await page.locator('details > table, details .table').last().isVisible()).toBe(true);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
    await page.close();
  });
});
