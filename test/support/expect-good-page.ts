import { expect } from 'vitest';
import type { OpenedPage } from './open-page.ts';
import { readPageFacts } from './open-page.ts';

/** What holds for every page of ours in every view. */
export async function expectGoodPage({ page, complaints, requests }: OpenedPage): Promise<void> {
  const facts = await readPageFacts(page);
  expect(complaints).toEqual([]);
  expect(requests).toEqual([]);
  expect(facts.language).toBe('en');
  expect(facts.title).not.toBe('');
  expect(facts.levels.filter((level) => level === 1)).toHaveLength(1);
  expect(facts.levels.filter((level, index) => level > (facts.levels[index - 1] ?? 0) + 1)).toEqual([]);
  expect(facts.landmarks).toEqual(expect.arrayContaining(['header', 'main']));
  expect(facts.unlabelled).toEqual([]);
  expect(facts.repeatedIds).toEqual([]);
  expect(facts.lostReferences).toEqual([]);
  expect(facts.tables.filter(({ caption, unscoped }) => caption === '' || unscoped > 0)).toEqual([]);
  expect(facts.charts.filter((chart) => !/^.+: .+/.test(chart))).toEqual([]);
  expect(facts.pale).toEqual([]);
  expect(facts.overflow).toBeLessThanOrEqual(0);
}
