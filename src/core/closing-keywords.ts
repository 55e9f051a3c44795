import { withoutHiddenText } from './markdown/hidden-text.ts';

/** An issue that a text names; `repository` is `owner/repo`. */
export interface Reference {
  readonly repository: string;
  readonly number: number;
}

/** What a pull request's description says about issues, each list in order and without repetition. */
export interface References {
  /** After `close`, `fix` or `resolve` in any form, as GitHub itself would close them. */
  readonly closing: readonly Reference[];
  /** After `Part of` or `Refs`. */
  readonly mentions: readonly Reference[];
  /** After `Enables`. */
  readonly enables: readonly Reference[];
}

type Meaning = keyof References;

const owner = '[A-Za-z0-9][A-Za-z0-9-]{0,38}';
const name = '[A-Za-z0-9._-]{1,100}';
const issueNumber = '[1-9][0-9]{0,9}';

/** Letters by range: with Unicode's classes, case folding would let look-alikes (a long s) into the keywords. */
const wordCharacter = String.raw`[\w\u00c0-\u1fff\u3040-\ud7ff]`;

/** Every quantifier is bounded: no text takes more than linear time. */
const statement = new RegExp(
  String.raw`(?<!${wordCharacter})(?<keyword>close[sd]?|fix(?:e[sd])?|resolve[sd]?|part of|refs|enables)(?::[ \t]{0,8}|[ \t]{1,8})` +
    `(?:https?://(?<host>[A-Za-z0-9.:-]{1,255})/(?<urlRepository>${owner}/${name})/issues/(?<urlNumber>${issueNumber})` +
    `|(?:(?<repository>${owner}/${name})?#|GH-)(?<number>${issueNumber}))(?!${wordCharacter})`,
  'gi',
);

/**
 * The issues a description names, read as GitHub reads it: a keyword closes the one issue right behind it
 * (`Closes #1, #2` closes only #1), negation is not understood ("does not close #1" closes it), and code and
 * what is not shown say nothing. `repository` is the text's own, `host` the one whose issue addresses count.
 */
export function readReferences(text: string, repository: string, host = 'github.com'): References {
  const found: Record<Meaning, Map<string, Reference>> = {
    closing: new Map(),
    mentions: new Map(),
    enables: new Map(),
  };
  for (const { groups = {} } of withoutHiddenText(text).matchAll(statement)) {
    const meaning = meaningOf(groups['keyword'] ?? '');
    if (groups['host'] !== undefined && groups['host'].toLowerCase() !== host.toLowerCase()) continue;
    const written = groups['urlRepository'] ?? groups['repository'] ?? repository;
    const own = written.toLowerCase() === repository.toLowerCase();
    const number = Number(groups['urlNumber'] ?? groups['number']);
    const key = `${written.toLowerCase()}#${number}`;
    if (!found[meaning].has(key)) found[meaning].set(key, { repository: own ? repository : written, number });
  }
  return {
    closing: [...found.closing.values()],
    mentions: [...found.mentions.values()],
    enables: [...found.enables.values()],
  };
}

function meaningOf(keyword: string): Meaning {
  const word = keyword.toLowerCase();
  if (word === 'enables') return 'enables';
  return word === 'refs' || word === 'part of' ? 'mentions' : 'closing';
}
