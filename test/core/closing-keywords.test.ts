import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReferences } from '../../src/core/closing-keywords.ts';

const here = 'acme/shop';

function closing(text: string): readonly string[] {
  return readReferences(text, here).closing.map(({ repository, number }) =>
    repository === here ? `#${number}` : `${repository}#${number}`,
  );
}

const keywords = ['close', 'closes', 'closed', 'fix', 'fixes', 'fixed', 'resolve', 'resolves', 'resolved'];

describe('a closing keyword', () => {
  it.each(keywords)('%s closes the issue behind it, in any case, with or without a colon', (keyword) => {
    expect(closing(`${keyword} #1`)).toEqual(['#1']);
    expect(closing(`${keyword.toUpperCase()}: #1`)).toEqual(['#1']);
  });

  it.each([
    ['only the first of a list', 'Closes #1, #2', ['#1']],
    ['each with its own keyword', 'Closes #1, closes #2 and fixes: #3', ['#1', '#2', '#3']],
    ['in spite of a negation', 'This does not close #4', ['#4']],
    ['in another repository', 'Fixes acme/api#5', ['acme/api#5']],
    ['in this one by its full name', 'Fixes Acme/Shop#5', ['#5']],
    ['by GH-', 'resolves GH-6', ['#6']],
    ['by address', 'closes https://github.com/acme/api/issues/7#issuecomment-1', ['acme/api#7']],
    ['once, however often it is said', 'Closes #1. Fixes #1', ['#1']],
    ['once, as it was first written', 'Closes Acme/API#5, fixes acme/api#5', ['Acme/API#5']],
    ['behind a bullet, in bold, in brackets', '- Closes #1\n**Fixes #2** (resolves #3)', ['#1', '#2', '#3']],
    ['behind an emoji or a dash', '🚀Closes #1 —fixes #2', ['#1', '#2']],
    ['behind a quote', '> Closes #1', ['#1']],
  ] as const)('closes %s', (_case, text, expected) => {
    expect(closing(text)).toEqual(expected);
  });

  it.each([
    ['no number', 'Closes the issue'],
    ['a number without its sign', 'Closes 12'],
    ['nought', 'Closes #0'],
    ['a number that goes on', 'Closes #12abc'],
    ['a word between', 'Closes issue #12'],
    ['a hyphen', 'fixes- #12'],
    ['a longer word', 'discloses #12, prefix #13, fixing #14'],
    ['a line between', 'Closes\n#12'],
    ['a pull request’s address', 'closes https://github.com/acme/api/pull/7'],
    ['an address elsewhere', 'closes https://example.org/acme/api/issues/7'],
    ['a letter before it', 'éfix #12'],
    ['a look-alike letter', 'Cloſes #12'],
    ['a code span', 'Write `Closes #12` there'],
    ['a longer code span', 'Write ``a ` Closes #12`` there'],
    ['a code span over two lines', 'Write `a\nCloses #12` there'],
    ['a fence', '```\nCloses #12\n```'],
    ['a fence with tildes and a shorter run inside', '~~~~ text\n~~~\nCloses #12\n~~~~'],
    ['a fence in a quote', '> ```\n> Closes #12\n> ```'],
    ['a fence in a list', '- ```\n  Closes #12\n  ```'],
    ['a fence over a blank line, as a browser sends it', '```\r\na\r\n\r\nCloses #12\r\n```'],
    ['a fence nobody closes', 'So:\n```\nCloses #12'],
    ['a comment', '<!-- Closes #12 -->'],
    ['a comment over several lines', '<!--\nCloses #12\n\n-->'],
    ['a comment nobody closes', 'Hello\n<!-- Closes #12\n\nCloses #13'],
    ['a comment in a line', 'See <!-- Closes #12\n --> there'],
    ['carriage returns in a fence', '```\r\nCloses #12\r\n```\r\n'],
  ])('closes nothing with %s', (_case, text) => {
    expect(closing(text)).toEqual([]);
  });

  it.each([
    ['a span that never ends', 'A ` tick. Closes #12'],
    ['a span that would end in the next paragraph', 'A ` tick. Closes #12\n\nAnother ` tick'],
    ['a comment that ended', '<!-- about -->Closes #12'],
    ['a comment of several lines that ended', '<!--\nabout\n--> Closes #12'],
    ['a fence that ended', '```\ncode\n```\nCloses #12'],
    ['a fence in a quote that ended', '> ```\n> code\n\nCloses #12'],
    ['a fence in a list that ended', '- ```\n  code\nCloses #12'],
    ['a fence inside a comment', '<!--\n```\n-->\nCloses #12'],
    ['a comment opened inside a span', 'The sign `<!--` opens. Closes #12'],
    ['a tick inside a comment', 'x <!-- ` --> Closes #12 `y`'],
    ['a span that looks like a fence', '```not a fence``` Closes #12'],
    ['an opening that no line ends', 'a <!-- b. Closes #12'],
  ])('is seen after %s', (_case, text) => {
    expect(closing(text)).toEqual(['#12']);
  });
});

describe('other words', () => {
  it('mention, or enable', () => {
    const text = 'Part of #3. refs: #4, Refs acme/api#5. Enables #12 and #13';
    expect(readReferences(text, here)).toEqual({
      closing: [],
      mentions: [
        { repository: here, number: 3 },
        { repository: here, number: 4 },
        { repository: 'acme/api', number: 5 },
      ],
      enables: [{ repository: here, number: 12 }],
    });
  });

  it('count addresses of the host they are asked for', () => {
    const text = 'Closes https://github.acme.example/acme/shop/issues/3';
    expect(readReferences(text, here, 'GitHub.acme.example').closing).toEqual([
      { repository: here, number: 3 },
    ]);
    expect(readReferences(text, here).closing).toEqual([]);
  });
});

describe('any text', () => {
  it('is read without a fault, and only positive numbers come out', () => {
    const piece = fc.constantFrom(
      'Closes',
      'fixes',
      ' ',
      '#',
      '1',
      '`',
      '```',
      '\n',
      '<!--',
      '-->',
      ':',
      'a/b',
      '> ',
      '~~~',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          const { closing: all, mentions, enables } = readReferences(text, here);
          for (const { number } of [...all, ...mentions, ...enables]) expect(number).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('says the same inside a fence of any length as no text at all', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 3, max: 9 }), (text, length) => {
        const inside = text.replaceAll(/[`~]/g, '');
        const fence = '`'.repeat(length);
        expect(closing(`${fence}\n${inside} Closes #1\n${fence}`)).toEqual([]);
      }),
    );
  });
});
