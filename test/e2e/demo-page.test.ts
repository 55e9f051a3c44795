import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { candidates } from '../../demo/story.ts';
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
import { type StartedDemo, startDemo } from '../support/start-demo.ts';

const desk = { width: 1_200, scheme: 'light' } as const;

describeWith('chromium', 'the page of the demo in a browser', (file) => {
  let browser: Browser;
  let demo: StartedDemo;

  beforeAll(async () => {
    [browser, demo] = await Promise.all([startBrowser(file), startDemo()]);
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  it.each(views)('is quiet, whole and legible at $width pixels in $scheme', async (view) => {
    const opened = await openPage(browser, demo.address, view);
    await opened.page.locator('details').evaluateAll((all) => {
      for (const one of all) one.setAttribute('open', '');
    });
    await expectGoodPage(opened);
    expect((await readPageFacts(opened.page)).landmarks).toEqual(['header', 'nav', 'main', 'footer']);
    await opened.page.reload();
    await keepScreenshot(opened.page, 'demo-page', view);
    await opened.page.close();
  });

  it('shows every candidate with its labels and comment, best first', async () => {
    const { page } = await openPage(browser, demo.address, desk);
    const rows = page.locator('#backlog .issues > li');
    expect(await rows.count()).toBe(candidates.length);
    const first = rows.first();
    expect(await first.textContent()).toMatch(/^Rank 1 \(\d+–\d+\)Sign-up in four steps/);
    expect(await first.locator('.chip').allTextContents()).toContain('verdict: ready');
    await first.locator('summary').click();
    expect(await first.locator('.comment').textContent()).toContain(
      'Ready · 4.5 · Activation, the constraint',
    );
    await page.close();
  });

  it('shows checks, milestones, the summary with its charts and eight Mondays', async () => {
    const { page } = await openPage(browser, demo.address, desk);
    const conclusions = await page.locator('#pull-requests .check > summary').allTextContents();
    expect(conclusions.map((text) => text.split(' · ')[1]).sort()).toEqual(['neutral', 'neutral', 'success']);
    expect(await page.locator('#milestones article').count()).toBe(2);
    expect(await page.locator('#summary figure').count()).toBe(3);
    expect(await page.locator('#history .earlier').count()).toBe(8);
    await page.close();
  });

  it('is reached to its end with the keyboard, and shows where it is', async () => {
    const { page } = await openPage(browser, demo.address, desk);
    const { reachable } = await readPageFacts(page);
    const stops = await tabThrough(page);
    expect(stops).toHaveLength(reachable);
    expect(stops).not.toContain(false);
    await page.close();
  });
});
