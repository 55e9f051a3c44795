import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { defaultPolicy, type Policy } from '../../src/core/policy.ts';
import { rankCandidates } from '../../src/core/scoring/rank.ts';
import type { People } from '../../src/tasks/ports/people.ts';
import { rankLeading } from '../../src/tasks/rank-leading.ts';
import { readBacklog } from '../../src/tasks/read-backlog.ts';
import { readLeading } from '../../src/tasks/read-leading.ts';
import { repository } from '../large-github/answers.ts';
import { type LargeGitHub, startLargeGitHub } from '../large-github/start.ts';
import { connectWorld } from '../support/connect-world.ts';

let github: LargeGitHub;
afterEach(() => github.close());

function policyOf(yaml: string): Policy {
  const config = readConfig(yaml, repository);
  return config.ok ? config.value : defaultPolicy;
}

const declared = policyOf('primary: { constraint: activation }\n');

/** A public repository, in whose team only the second raters of every tenth candidate are. */
const amongOutsiders: Pick<People, 'isPublic' | 'permissionOf'> = {
  isPublic: async () => true,
  permissionOf: async (login) => (login === 'tia' ? 'triage' : 'none'),
};

async function readBoth(open: number, policy: Policy, people: Partial<People> = {}) {
  github = await startLargeGitHub(open, {});
  const world = { ...connectWorld(github.url, 'token', repository), ...people };
  const primary = policy.primary?.constraint ?? null;
  const leading = await readLeading(world, policy);
  const requests = github.requests.length;
  const whole = rankCandidates((await readBacklog(world, policy)).complete, primary);
  return { leading, ranked: rankLeading([leading], primary), whole, requests };
}

describe('the candidates that lead a backlog', () => {
  it.each([301, 1_000, 3_000])('are, of %i, those that lead when all are read', async (open) => {
    const { leading, ranked, whole } = await readBoth(open, declared);
    expect(leading.isWhole).toBe(false);
    const place = ({ rank, item }: (typeof whole)[number]) => `${rank} #${item.number}`;
    expect(ranked.slice(0, 10).map(place)).toEqual(whole.slice(0, 10).map(place));
  });

  it('have the range they have when all are read, or one that says it is open', async () => {
    const { ranked, whole } = await readBoth(1_000, declared);
    for (const [index, { best, worst, open }] of ranked.slice(0, 10).entries()) {
      expect(best).toBe(whole[index]?.best);
      if (open) expect(worst).toBeLessThanOrEqual(whole[index]?.worst ?? 0);
      else expect(worst).toBe(whole[index]?.worst);
    }
  });

  it('T8: are, of a large backlog, only those that are confirmed, in the order of all', async () => {
    const { leading, ranked, whole } = await readBoth(1_000, declared, amongOutsiders);
    const place = ({ rank, item }: (typeof whole)[number]) => `${rank} #${item.number}`;
    expect(leading.isWhole).toBe(false);
    expect(leading.complete.filter(({ confirmed }) => !confirmed)).toEqual([]);
    expect(leading.complete.every(({ number }) => number % 10 === 0)).toBe(true);
    expect(ranked.slice(0, 10).map(place)).toEqual(whole.slice(0, 10).map(place));
  });

  it('hold the best of each other constraint', async () => {
    const { leading, whole } = await readBoth(1_000, declared);
    for (const constraint of ['adoption', 'reliability', 'operations', 'throughput'] as const) {
      const best = whole.find(({ item }) => item.constraint === constraint)?.item.number;
      expect(leading.complete.map(({ number }) => number)).toContain(best);
    }
  });

  it('are read for every constraint alike while none is declared', async () => {
    const { leading, whole } = await readBoth(1_000, policyOf(''));
    const best = whole.slice(0, 3).map(({ item }) => item.number);
    expect(leading.complete.map(({ number }) => number)).toEqual(expect.arrayContaining(best));
  });

  it('are all of them up to 300', async () => {
    const { leading, whole } = await readBoth(300, declared);
    expect([leading.isWhole, leading.complete.length]).toEqual([true, whole.length]);
  });
});
