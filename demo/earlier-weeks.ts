import { z } from 'zod';
import { addDays, dayOf, startOfDay } from '../src/core/calendar.ts';
import { accountOfToken } from '../src/github/account.ts';
import { createClientParts, createTokenClient } from '../src/github/client.ts';
import { connectRepository } from '../src/github/repository.ts';
import { applySummary } from '../src/tasks/apply-summary.ts';
import { planSummary } from '../src/tasks/post-summary.ts';
import { askAs } from '../test/embedded-github/client.ts';
import type { EmbeddedGitHub } from '../test/embedded-github/start.ts';
import { configText, timeZone } from './story/config.ts';
import { mondayBefore } from './story/history.ts';
import { repository } from './story.ts';

/** A clock that can be set back: the time of the machine, or an instant of the story. */
export interface StoryClock {
  readonly now: () => Date;
  set(instant: string | null): void;
}

export function createStoryClock(): StoryClock {
  let stopped: Date | null = null;
  return {
    now: () => stopped ?? new Date(),
    set: (instant) => {
      stopped = instant === null ? null : new Date(instant);
    },
  };
}

/** Seven Mondays at nine, and what the metric read on those after the declaration. */
const mondays: readonly { readonly weeksAgo: number; readonly metric: number | null }[] = [
  { weeksAgo: 7, metric: null },
  { weeksAgo: 6, metric: null },
  { weeksAgo: 5, metric: null },
  { weeksAgo: 4, metric: null },
  { weeksAgo: 3, metric: 38.5 },
  { weeksAgo: 2, metric: 40 },
  { weeksAgo: 1, metric: 41.5 },
];

/**
 * Posts the summaries of the seven weeks before this one, with the clock set back, by the engine that the Action is
 * made of. `declaredAt` is the instant at which the demo began: the constraint was declared four weeks before it.
 */
export async function playEarlierWeeks(
  github: EmbeddedGitHub,
  clock: StoryClock,
  declaredAt: string,
  tell: (state: string) => void,
): Promise<void> {
  const monday = mondayBefore(declaredAt);
  let isDeclared = false;
  for (const { weeksAgo, metric } of mondays) {
    const day = addDays(monday, -7 * weeksAgo);
    const now = new Date(Date.parse(startOfDay(day, timeZone)) + 9 * 3_600_000).toISOString();
    clock.set(now);
    if (!isDeclared && day >= addDays(dayOf(declaredAt, timeZone), -28)) {
      isDeclared = true;
      await declare(github, declaredAt);
    }
    const number = await post(github, now, metric);
    if (weeksAgo === 2 && number !== null) {
      await tickInputs(github, number);
      await post(github, now, metric);
    }
    tell(`${mondays.length - weeksAgo + 1} of ${mondays.length}`);
  }
  if (!isDeclared) await declare(github, declaredAt);
  clock.set(null);
}

async function post(github: EmbeddedGitHub, now: string, metric: number | null): Promise<number | null> {
  const client = createTokenClient(github.workflowToken, github.url, createClientParts(0));
  const world = connectRepository({ client, repository, account: accountOfToken(client) });
  const plan = await planSummary(world, { repository, now, side: 'action', trigger: 'person', metric });
  return applySummary(world, plan, { repository });
}

async function declare(github: EmbeddedGitHub, declaredAt: string): Promise<void> {
  await github.push({
    repository,
    login: 'ana',
    branch: 'main',
    files: { '.github/chokepoint.yml': configText(declaredAt) },
    message: 'Declare activation',
  });
}

/** Ana has looked at all five inputs and ticks them in the summary. */
async function tickInputs(github: EmbeddedGitHub, number: number): Promise<void> {
  const call = `/repos/${repository}/issues/${number}` as const;
  const { body } = z.object({ body: z.string() }).parse((await askAs(github, 'ana')(`GET ${call}`)).json);
  await askAs(github, 'ana')(`PATCH ${call}`, { body: body.replaceAll('- [ ]', '- [x]') });
}
