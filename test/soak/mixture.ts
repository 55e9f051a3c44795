/** What goes wrong in a soak: which kind, how often, and how often it did. */
import type { ChooseFault, Fault } from '../embedded-github/start.ts';

export interface Chance<Kind extends string> {
  /** A kind for one of its turns in `1 / share`, else `null`. */
  draw(): Kind | null;
  /** From now on nothing goes wrong. */
  end(): void;
  /** How often each kind was drawn. */
  readonly counts: Readonly<Record<string, number>>;
}

/** @param share Of all turns, 0..1. @param weights How often each kind comes, against the others. */
export function createChance<Kind extends string>(
  share: number,
  weights: ReadonlyMap<Kind, number>,
  random: () => number,
): Chance<Kind> {
  const counts: Record<string, number> = {};
  const tickets = [...weights].flatMap(([kind, weight]) => new Array<Kind>(weight).fill(kind));
  let isOver = false;
  return {
    counts,
    draw() {
      if (isOver || random() >= share) return null;
      const kind = tickets[Math.floor(random() * tickets.length)] ?? null;
      if (kind !== null) counts[kind] = (counts[kind] ?? 0) + 1;
      return kind;
    },
    end() {
      isOver = true;
    },
  };
}

interface ApiFault extends Fault {
  readonly weight: number;
}

const cut = '{"id": 4226108, "node_id": "TDA1Ok';
const limited = { message: 'You have exceeded a secondary rate limit.' };

/**
 * What GitHub's API does to a request of the App. GitHub ends what takes longer than ten seconds by itself, and
 * mostly asks for a minute after a secondary limit; it is shorter here, so that limits do not use up the run.
 */
const apiFaults: Readonly<Record<string, ApiFault>> = {
  'failed before': { weight: 3, status: 503 },
  'done, then failed': { weight: 3, status: 502, outcome: 'did-it-then-failed' },
  'dropped before': { weight: 3, outcome: 'reset' },
  'done, then dropped': { weight: 3, outcome: 'did-it-then-failed' },
  'done, answer cut': { weight: 3, status: 200, outcome: 'did-it-then-failed', text: cut },
  'limited, 403': { weight: 1, status: 403, headers: { 'retry-after': '10' }, body: limited },
  'limited, 429': { weight: 1, status: 429, headers: { 'retry-after': '5' }, body: limited },
  'silent for ten seconds': { weight: 1, status: 504, delayMilliseconds: 10_000 },
};

export function createApiChance(share: number, random: () => number): Chance<string> {
  const weights = Object.entries(apiFaults).map(([kind, { weight }]) => [kind, weight] as const);
  return createChance(share, new Map(weights), random);
}

/** Draws a fault for each request it is asked about. */
export function chooseBy(chance: Chance<string>): ChooseFault {
  return () => {
    const kind = chance.draw();
    return kind === null ? undefined : apiFaults[kind];
  };
}
