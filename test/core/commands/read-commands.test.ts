import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/core/commands/command.ts';
import { commandGuide, commandsOn } from '../../../src/core/commands/guide.ts';
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
    ['/decide move ; because it broke', { name: 'decide', decision: 'move', because: 'it broke' }],
    ['/constraint adoption  because it is', { name: 'constraint', constraint: 'adoption' }],
    ['/accept because tax audit on Friday', { name: 'accept', because: 'tax audit on Friday' }],
    ['/accept Because: audit', { name: 'accept', because: 'audit' }],
    ['/metric 41.5', { name: 'metric', value: 41.5, date: null }],
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

  it.each([
    '/deploy now',
    '/scores 4 3 4 5',
    '/help-me',
    '/',
    '/etc/hosts',
    '/first-move.',
    '/confirm, thanks',
    'see /confirm',
    '- /confirm',
    '//confirm',
    '/ confirm',
  ])('is not what %j writes', (body) => {
    expect(readCommands(body)).toEqual({ value: [], problems: [] });
  });

  it('stands beside others in one comment, in their order, a malformed one between them', () => {
    const { value, problems } = readCommands('Thanks!\r\n/confirm\r\n/score 9\r\n\r\n/score impact=4\rBye');
    expect(value.map(({ name }) => name)).toEqual(['confirm', 'score']);
    expect(problems.map(({ command }) => command)).toEqual(['score']);
  });
});

describe('a long answer', () => {
  it('goes on to the next command', () => {
    const body =
      '/answer risk: the import job\n\nmay time out\n> says Ben\n```\n/confirm\n```\n/unknown is text\n/confirm\nnot this';
    expect(readCommands(body).value).toEqual([
      {
        name: 'answer',
        field: 'risk',
        text: 'the import job\n\nmay time out\n> says Ben\n```\n/confirm\n```\n/unknown is text',
      },
      confirm,
    ]);
  });

  it('may begin on the line below', () => {
    expect(readCommands('/answer behaviour:\nmore people import\n').value).toEqual([
      { name: 'answer', field: 'behaviour', text: 'more people import' },
    ]);
  });

  it('leaves out what is hidden in HTML comments', () => {
    expect(readCommands('/answer links: #1\n<!-- #2\n#3 -->\n#4').value).toEqual([
      { name: 'answer', field: 'links', text: '#1\n#4' },
    ]);
  });

  it('is one line for every other field', () => {
    expect(readCommands('/answer metric: sign-ups\nand more').value).toEqual([
      { name: 'answer', field: 'metric', text: 'sign-ups' },
    ]);
  });
});

describe('T7: a command counts', () => {
  it.each([
    ['below a quote, without a mark of its own', '> quoted\n/confirm'],
    ['below a closed fence', '```\ncode\n```\n/confirm'],
    ['below a fence with a shorter run inside', '````\n```\n/settle 1 1 1 1 because x\n```\n````\n/confirm'],
    ['below a closed tilde fence', '~~~ text\n```\n~~~\n/confirm'],
    ['below a list item whose fence ended with it', '- ```\n  code\n/confirm'],
    ['below a closed comment', '<!-- hidden\n/settle 1 1 1 1 because x\n-->\n/confirm'],
    ['below a comment that ends on its line', '<!-- hidden -->\n/confirm'],
    ['below an unclosed mark inside a paragraph', 'the sign <!-- opens one\n\n/confirm'],
    ['below the mark in a code span', 'the sign `<!--` opens one\n/confirm\n-->'],
    ['below inline backticks', '```not a fence```\n/confirm'],
    ['with three spaces before it', '   /confirm'],
  ])('%s', (_where, body) => {
    expect(readCommands(body)).toEqual({ value: [confirm], problems: [] });
  });

  it.each([
    ['in a quote', '> /confirm'],
    ['in a nested quote', ' > > /confirm'],
    ['in a fence', '```\n/confirm\n```'],
    ['in a tilde fence', '~~~\n/confirm\n~~~'],
    ['in an unclosed fence', '```\n/confirm'],
    ['in a fence that a shorter run does not close', '````\n```\n/confirm'],
    ['in a fence that another sign does not close', '```\n~~~\n/confirm'],
    ['in a fence that a run with text behind it does not close', '```\n``` js\n/confirm'],
    ['in the fence of a list item', '1. ```\n   /confirm\n   ```'],
    ['as indented code', '    /confirm'],
    ['behind a tab', '\t/confirm'],
    ['in a comment', '<!--\n/confirm\n-->'],
    ['in a comment over a blank line', '<!--\n\n/confirm\n-->'],
    ['in an unclosed comment', '<!--\n/confirm'],
    ['in a comment that begins in a paragraph', 'text <!-- and\n/confirm\n-->'],
    ['in a second comment of a line', '<!-- a --> <!-- b\n/confirm\n-->'],
    ['behind a zero-width character', '\u200b/confirm'],
  ])('never %s', (_where, body) => {
    expect(readCommands(body)).toEqual({ value: [], problems: [] });
  });
});

describe('reading commands', () => {
  it('never throws, and finds nothing where no line begins with a slash', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(readCommands(text.replace(/\//g, '')).value).toEqual([]);
        expect(() => readCommands(text)).not.toThrow();
      }),
    );
  });

  it('T12: looks at each line a bounded number of times', () => {
    const body = '/answer risk:\n<!--\n'.repeat(3_400);
    expect(readCommands(body).problems).toHaveLength(1);
    expect(readCommands('`'.repeat(65_536)).value).toEqual([]);
    expect(readCommands('/confirm\n'.repeat(7_000)).value).toHaveLength(7_000);
  });
});

describe('the guide', () => {
  it('gives every command a usage that can be read once its ellipsis is filled in', () => {
    for (const [name, { usage }] of Object.entries(commandGuide)) {
      const line = usage.replaceAll('…', 'it helps').replace(/\|[a-z|]+/, '');
      const { value, problems } = readCommands(line);
      expect(problems).toEqual([]);
      expect(value.map((command) => command.name)).toEqual([name]);
    }
  });

  it('lists what applies in each place', () => {
    expect(commandsOn('issue')).toEqual(['candidate', 'help']);
    expect(commandsOn('pull-request')).toEqual(['constraint', 'accept', 'help']);
    expect(commandsOn('closed-first-move')).toEqual(['outcome', 'help']);
    expect(commandsOn('summary')).toEqual(['metric', 'help']);
    expect(commandsOn('decision-issue')).toEqual(['metric', 'decide', 'help']);
    expect(commandsOn('candidate')).toEqual([
      'answer',
      'score',
      'constraint',
      'confirm',
      'settle',
      'first-move',
      'help',
    ]);
  });
});
