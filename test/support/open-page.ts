/** A real browser on a page of ours: what it complains of, what it asks for, and what people depend on in it. */
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { z } from 'zod';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Chromium without a window; `file` is its program. */
export function startBrowser(file: string): Promise<Browser> {
  return chromium.launch({ executablePath: file, args: flags });
}

export interface View {
  /** CSS pixels. */
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

/** A telephone and a desk, by day and by night. */
export const views: readonly View[] = [375, 1_200].flatMap((width) => [
  { width, scheme: 'light' } as const,
  { width, scheme: 'dark' } as const,
]);

export interface OpenedPage {
  readonly page: Page;
  /** Errors and warnings of the console, and uncaught faults. */
  readonly complaints: readonly string[];
  /** Addresses asked for, the page's own left out. */
  readonly requests: readonly string[];
}

/** Opens an address, or HTML as it is. */
export async function openPage(browser: Browser, target: string, view: View): Promise<OpenedPage> {
  const page = await browser.newPage({
    viewport: { width: view.width, height: 900 },
    colorScheme: view.scheme,
  });
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.isNavigationRequest()) requests.push(request.url());
  });
  if (target.startsWith('http')) await page.goto(target);
  else await page.setContent(target);
  return { page, complaints, requests };
}

const factsShape = z.object({
  language: z.string(),
  title: z.string(),
  levels: z.array(z.number()),
  landmarks: z.array(z.string()),
  unlabelled: z.array(z.string()),
  repeatedIds: z.array(z.string()),
  lostReferences: z.array(z.string()),
  tables: z.array(z.object({ caption: z.string(), unscoped: z.number() })),
  charts: z.array(z.string()),
  /** CSS pixels that the page is wider than its window. */
  overflow: z.number(),
  reachable: z.number(),
  /** Text whose contrast is below 4.5 to 1. */
  pale: z.array(z.string()),
});

export async function readPageFacts(page: Page): Promise<z.infer<typeof factsShape>> {
  const script = await readFile(new URL('page-facts.js', import.meta.url), 'utf8');
  return factsShape.parse(await page.evaluate(script));
}

/** Presses Tab through the whole page; one entry a stop: whether its focus can be seen. */
export async function tabThrough(page: Page): Promise<readonly boolean[]> {
  const stops: boolean[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const outline = z
      .string()
      .nullable()
      .parse(
        await page.evaluate(
          'document.activeElement === document.body ? null : getComputedStyle(document.activeElement).outlineStyle',
        ),
      );
    if (outline === null) return stops;
    stops.push(outline !== 'none');
  }
}

const screenshots = fileURLToPath(new URL('../../.screenshots/', import.meta.url));

/** Keeps a picture of the whole page, to be looked at by people; the folder is not committed. */
export async function keepScreenshot(page: Page, name: string, view: View): Promise<void> {
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: `${screenshots}${name}-${view.width}-${view.scheme}.png`, fullPage: true });
}
