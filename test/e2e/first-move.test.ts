import { afterAll, beforeAll, expect, it } from 'vitest';
import { repository, startTeam, type Team, writesIn } from './team.ts';

let team: Team;
let first: number;
let second: number;

beforeAll(async () => {
  team = await startTeam({ files: { '.github/chokepoint.yml': 'primary:\n  constraint: activation\n' } });
  first = await team.file();
  second = await team.file({ ratings: [5, 4, 4, 5] });
  await team.settled();
});
afterAll(() => team.close());

async function say(number: number, body: string, login: string) {
  const id = await team.say(number, body, login);
  await team.settled();
  return team.comment(number, id);
}

const isPicked = async (number: number) => (await team.labels(number)).includes('first move');

it('is marked by a maintainer with a label, a 👍 and a line in the comment', async () => {
  expect((await say(first, '/first-move', 'max')).up).toBe(1);
  expect(await isPicked(first)).toBe(true);
  expect((await team.answers(first))[0]).toContain('**First move**, picked by max.');
});

it('is one at a time: the label leaves the former, whose comment says what was picked since', async () => {
  await say(second, '/first-move', 'ana');
  expect([await isPicked(first), await isPicked(second)]).toEqual([false, true]);
  expect((await team.answers(first))[0]).toContain(`It was the first move until #${second} was picked.`);
});

it('comes back to the former by a new command, and to nobody by an old one', async () => {
  await team.edit(first, { title: 'A better start still' });
  await team.settled();
  expect(await isPicked(first)).toBe(false);
  team.wait();
  await say(first, '/first-move', 'max');
  expect([await isPicked(first), await isPicked(second)]).toEqual([true, false]);
});

it('writes nothing when nothing changed', async () => {
  const requests = await team.watch(() => team.edit(first, { title: 'Another title' }));
  expect(writesIn(requests)).toEqual([]);
});

it('is refused to a triager, and off the constraint', async () => {
  const elsewhere = await team.file({ constraint: 'reliability' });
  await team.settled();
  expect((await say(second, '/first-move', 'tia')).down).toBe(1);
  expect((await say(elsewhere, '/first-move', 'max')).down).toBe(1);
  expect([await isPicked(elsewhere), await isPicked(first)]).toEqual([false, true]);
});

it('T9: gives back a label that was taken away, and takes one that nobody commanded', async () => {
  await team.ask('tia')(`DELETE /repos/${repository}/issues/${first}/labels/first%20move`);
  await team.settled();
  expect(await isPicked(first)).toBe(true);
  const other = await team.file();
  await team.ask('tia')(`POST /repos/${repository}/issues/${other}/labels`, { labels: ['first move'] });
  await team.settled();
  expect([await isPicked(other), await isPicked(first)]).toEqual([false, true]);
});

it('keeps its label when it is closed', async () => {
  await team.edit(first, { state: 'closed' });
  await team.settled();
  expect(await isPicked(first)).toBe(true);
});

it('T9: gets its label back when it is closed, and is told there what can be said of it', async () => {
  await team.ask('tia')(`DELETE /repos/${repository}/issues/${first}/labels/first%20move`);
  await team.say(first, '/help');
  await team.settled();
  expect(await isPicked(first)).toBe(true);
  expect((await team.answers(first))[0]).toContain('/outcome moved|flat|worse because …');
});
