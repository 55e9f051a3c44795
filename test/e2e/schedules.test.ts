import { expect, it } from 'vitest';
import { defaultPolicy } from '../../src/core/policy.ts';
import { apply } from '../../src/tasks/apply.ts';
import { planIssueLabels } from '../../src/tasks/label-issue.ts';
import { bodyOf } from '../support/filled-form.ts';
import { bot, createFakeRepository, type FakeRepository, repository } from '../tasks/fake-repository.ts';

const runs = Number(process.env['CHOKEPOINT_SCHEDULES'] ?? 200);
const seed = Number(process.env['CHOKEPOINT_SEED'] ?? Date.now() % 1_000_000_007);

const timeoutMilliseconds = 60_000 + runs * 50;

const settings = { repository, serverUrl: 'https://github.com', side: 'app' } as const;

/** What people do, one after the other. Each causes one event. */
const history: readonly ((world: FakeRepository) => void)[] = [
  ({ issue }) => {
    issue.body = bodyOf({ ratings: [4, 4, null, 4], risk: '' });
  },
  ({ say }) => {
    say('tia', '/score confidence=4\n/answer risk: the import job');
  },
  ({ say }) => {
    say('max', '/score 9 9');
  },
  ({ issue }) => {
    issue.body = bodyOf({ constraint: 'adoption', ratings: [5, 2, null, 5], risk: '' });
  },
  ({ say }) => {
    say('rea', '/settle 1 1 1 1 because no');
  },
  (world) => editComment(world, 'max', '/score 3 3 3 3 because of the survey'),
  ({ issue }) => {
    issue.labels = [...issue.labels.filter((name) => !name.startsWith('verdict: ')), 'urgent'];
  },
  ({ issue }) => {
    issue.labels = issue.labels.filter((name) => name !== 'candidate');
  },
  ({ say }) => {
    say('max', '/constraint reliability');
  },
  ({ issue, labelNames }) => {
    labelNames.add('candidate');
    issue.labels = [...new Set([...issue.labels, 'candidate'])];
  },
  ({ permissions }) => {
    permissions.set('rea', 'write');
  },
  ({ comments }) => {
    const at = comments.findIndex(({ author }) => author === 'tia');
    comments.splice(at, 1);
  },
  ({ say }) => {
    say('tia', '/score 4 4 2 4\n/answer risk: the import job, and its lock');
  },
];

it(
  `T21: no comment, label or reaction is written twice over ${runs} schedules, and all end in one state`,
  async () => {
    process.stdout.write(`Schedules from seed ${seed}\n`);
    const expected = stateOf(await playInOrder());
    expect(expected.labels).toEqual([
      'candidate',
      'constraint: reliability',
      'score: 1',
      'urgent',
      'verdict: rethink',
    ]);
    expect(expected.answers).toHaveLength(1);
    expect(expected.reactions).toEqual([['+1'], ['+1'], ['+1'], ['+1']]);
    let passes = 0;
    for (let run = 0; run < runs; run += 1) {
      const played = await playDisturbed(createRandom(seed + run));
      passes += played.passes;
      expect(stateOf(played.world), `schedule ${run} of seed ${seed}`).toEqual(expected);
    }
    expect(passes).toBeGreaterThan(runs);
  },
  timeoutMilliseconds,
);

/** Every event is worked once, when it happens. */
async function playInOrder(): Promise<FakeRepository> {
  const world = open();
  for (const happen of history) {
    happen(world);
    await pass(world);
  }
  await settle(world);
  return world;
}

/** Events are lost, doubled, late and out of order, and some passes are cut off between two Changes. */
async function playDisturbed(random: () => number): Promise<{ world: FakeRepository; passes: number }> {
  const world = open();
  let waiting = 0;
  let passes = 0;
  const deliver = async () => {
    waiting -= 1;
    passes += 1;
    const changes = await pass(world, random() < 0.2 ? Math.floor(random() * 6) : undefined);
    // What the App writes comes back to it as events.
    for (let change = 0; change < changes; change += 1) waiting += random() < 0.3 ? 1 : 0;
  };
  for (const happen of history) {
    happen(world);
    waiting += [0, 1, 1, 2, 3][Math.floor(random() * 5)] ?? 1;
    while (waiting > 0 && random() < 0.6) await deliver();
  }
  while (waiting > 0 && passes < 100) await deliver();
  await settle(world);
  return { world, passes };
}

function open(): FakeRepository {
  return createFakeRepository({
    isPublic: true,
    permissions: { ana: 'read', tia: 'triage', max: 'write', rea: 'read' },
  });
}

/** One look at the truth; the fake refuses whatever is written twice. Gives how many Changes were written. */
async function pass(world: FakeRepository, cutOffAfter = Number.POSITIVE_INFINITY): Promise<number> {
  const plan = await planIssueLabels(world, world.issue.number, settings);
  const changes = (plan?.changes ?? []).slice(0, cutOffAfter);
  await apply(changes, world, defaultPolicy);
  return changes.length;
}

/** The last pass, after which nothing is left to write. */
async function settle(world: FakeRepository): Promise<void> {
  await pass(world);
  expect(await pass(world)).toBe(0);
}

function stateOf({ issue, comments, reactions }: FakeRepository) {
  const isOwn = ({ authorId }: { readonly authorId: number }) => authorId === bot.id;
  return {
    labels: issue.labels.toSorted(),
    answers: comments.filter(isOwn).map(({ body }) => body),
    reactions: comments
      .filter((comment) => !isOwn(comment))
      .map(({ id }) => (reactions.get(id) ?? []).filter(isOwn).map(({ content }) => content)),
  };
}

function editComment({ comments }: FakeRepository, author: string, body: string): void {
  const at = comments.findIndex((comment) => comment.author === author);
  const found = comments[at];
  if (found === undefined) throw new Error(`${author} has not commented`);
  comments[at] = { ...found, body };
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function createRandom(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
