import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/core/commands/command.ts';
import { commandGuide } from '../../../src/core/commands/guide.ts';
import { readCommands } from '../../../src/core/commands/read-commands.ts';

const confirm: Command = { name: 'confirm' };

describe('a command', () => {
  it.each<readonly [string, Command]>([
    [
      '/score 4 3 4 5 because Ben saw it',
      {
        name: 'score',
        ratings: { impact: 4, evidence: 3, confidence: 4, timing: 5 },
        because: 'Ben saw it',
      },
    ],
    [
      '/score 4, 3, 4, 5',
      { name: 'score', ratings: { impact: 4, evidence: 3, confidence: 4, timing: 5 }, because: null },
    ],
    ['/score impact=4 timing=2', { name: 'score', ratings: { impact: 4, timing: 2 }, because: null }],
    ['/Score TIMING=2 because', { name: 'score', ratings: { timing: 2 }, because: null }],
    ['/answer metric: Sign-ups: 38 %', { name: 'answer', field: 'metric', text: 'Sign-ups: 38 %' }],
    ['/answer metric: .', { name: 'answer', field: 'metric', text: '.' }],
    ['/answer team-field : yes', { name: 'answer', field: 'team-field', text: 'yes' }],
    ['/constraint reliability', { name: 'constraint', constraint: 'reliability' }],
    ['/constraint Activation because it is', { name: 'constraint', constraint: 'activation' }],
    [
      '/settle 4 3 4 5 because we talked',
      {
        name: 'settle',
        ratings: { impact: 4, evidence: 3, confidence: 4, timing: 5 },
        because: 'we talked',
      },
    ],
    ['/confirm', confirm],
    ['/confirm thanks', confirm],
    ['  /candidate  ', { name: 'candidate' }],
    ['/first-move', { name: 'first-move' }],
    ['/help', { name: 'help' }],
    ['/outcome flat because too late', { name: 'outcome', outcome: 'flat', because: 'too late' }],
    ['/outcome worse, because it broke', { name: 'outcome', outcome: 'worse', because: 'it broke' }],
    ['/outcome worse,because it broke', { name: 'outcome', outcome: 'worse', because: 'it broke' }],
    ['/decide move ;  because it broke', { name: 'decide', decision: 'move', because: 'it broke' }],
    ['/constraint adoption  because it is', { name: 'constraint', constraint: 'adoption' }],
    ['/accept because tax audit on Friday', { name: 'accept', because: 'tax audit on Friday' }],
    ['/accept Because: audit', { name: 'accept', because: 'audit' }],
    ['/metric 41.5', { name: 'metric', value: 41.5, date: null }],
    ['/metric   41.5  ', { name: 'metric', value: 41.5, date: null }],
    ['/metric 41.25   2026-11-20', { name: 'metric', value: 41.25, date: '2026-11-20' }],
    [
      '/score ,4, 3,,4  5 ',
      { name: 'score', ratings: { impact: 4, evidence: 3, confidence: 4, timing: 5 }, because: null },
    ],
    ['/constraint  adoption  ', { name: 'constraint', constraint: 'adoption' }],
    ['/answer risk : ...it may.', { name: 'answer', field: 'risk', text: '...it may.' }],
    ['/metric -3 2028-02-29', { name: 'metric', value: -3, date: '2028-02-29' }],
    [
      '/decide refine because the metric is flat',
      { name: 'decide', decision: 'refine', because: 'the metric is flat' },
    ],
  ])('is read from %j', (body, command) => {
    expect(readCommands(body)).toEqual({ value: [command], problems: [] });
  });

  it.each([
    '/score',
    '/score 4 3 4',
    '/score 4 3 4 5 5',
    '/score 4 3 4 6',
    '/score 4 3 4 0',
    '/score 4 3 4 3.5',
    '/score 4 3 4 -',
    '/score 4 3 4 timing=2',
    '/score impact=4 impact=5',
    '/score impact=4=5',
    '/score effort=4',
    '/score !impact=4',
    '/score impact=4 3',
    '/score impact=4 evidence=4 confidence=4 timing=4 speed=4',
    '/score ,',
    '/metric 41.5 2026-11-20T00:00',
    '/metric 41.5 on2026-11-20',
    '/score because it is good',
    '/settle 4 3 4 5',
    '/settle 4 3 4 5 because',
    '/settle impact=4 because we talked',
    '/answer',
    '/answer metric',
    '/answer metric:',
    '/answer metric: …',
    '/settle 4 3 4 5 because …',
    '/score impact=… evidence=… confidence=… timing=…',
    '/answer metric: \u200b',
    '/answer risk: <!-- nothing -->',
    '/answer two words: yes',
    '/answer __proto__ x',
    '/constraint',
    '/constraint speed',
    '/constraint reliability please',
    '/outcome better because of it',
    '/outcome moved',
    '/outcome mov,ed because of it',
    '/accept',
    '/accept it',
    '/accept because',
    '/metric',
    '/metric high',
    '/metric 41,5',
    '/metric 41.5%',
    '/metric 1e3',
    `/metric ${'9'.repeat(400)}`,
    '/metric 41.5 2026-02-30',
    '/metric 41.5 2027-02-29',
    '/metric 41.5 20.11.2026',
    '/metric 41.5 2026-11',
    '/metric 41.5 +012026-11-20',
    '/metric 41.5 2026-11-20 please',
    '/decide stop because',
    '/decide move',
  ])('that cannot be read is a Problem with its usage: %j', (body) => {
    const { value, problems } = readCommands(body);
    expect(value).toEqual([]);
    expect(problems).toHaveLength(1);
    const [problem] = problems;
    expect(problem?.code).toBe('COMMAND_MALFORMED');
    expect(problem?.expected).toBe(problem && commandGuide[problem.command].usage);
    expect(problem?.fix).toContain(problem?.expected);
    expect(body.trim()).toContain(problem?.found?.replace(/…$/, '') ?? 'a line');
  });
});
