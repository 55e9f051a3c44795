import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/core/commands/command.ts';
import { readCommands } from '../../../src/core/commands/read-commands.ts';

const confirm: Command = { name: 'confirm' };

describe('a command', () => {
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

  it('that cannot be read is told as it was written, without the space around it', () => {
    expect(readCommands('Hello\n   /Confirm\n  /Settle 9 \t')).toEqual({
      value: [confirm],
      problems: [
        {
          code: 'COMMAND_MALFORMED',
          command: 'settle',
          message:
            '`/settle` could not be read: ratings are whole numbers from 1 to 5, all four in the order impact, evidence, confidence, timing, or by name as in `impact=4`.',
          found: '/Settle 9',
          expected: '/settle 4 3 4 5 because …',
          fix: 'Write `/settle 4 3 4 5 because …`.',
        },
      ],
    });
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

  it.each(['behaviour', 'risk', 'links'])('to %s may begin on the line below', (field) => {
    expect(readCommands(`/answer ${field.toUpperCase()} :\nnone\nso far\n`).value).toEqual([
      { name: 'answer', field, text: 'none\nso far' },
    ]);
  });

  it('holds the definitions of links that stand in it', () => {
    const links = '[1]: https://a.example\n[2]: https://b.example';
    expect(readCommands(`/answer links:\n\n${links}`).value).toEqual([
      { name: 'answer', field: 'links', text: links },
    ]);
  });

  it('leaves out what is hidden in HTML comments', () => {
    expect(readCommands('/answer links: #1\n<!-- #2\n#3 -->\n#4').value).toEqual([
      { name: 'answer', field: 'links', text: '#1\n#4' },
    ]);
  });

  it.each(['metric', 'kind', 'risks', 'team-risk'])('is one line for every other field: %s', (field) => {
    expect(readCommands(`/answer ${field}: sign-ups\nand more`).value).toEqual([
      { name: 'answer', field, text: 'sign-ups' },
    ]);
  });

  it('ends where another command stands, which takes no lines of its own', () => {
    expect(readCommands('/answer risk: a\n/answer metric: b\nc\n/answer links: #1').value).toEqual([
      { name: 'answer', field: 'risk', text: 'a' },
      { name: 'answer', field: 'metric', text: 'b' },
      { name: 'answer', field: 'links', text: '#1' },
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
