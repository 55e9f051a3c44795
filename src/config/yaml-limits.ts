import { CST } from 'yaml';
import type { Place, Problem } from '../core/problem.ts';

/** A file people write by hand stays far below these; a file made to hurt does not. */
const maxBytes = 65_536;
const maxDepth = 20;
const maxNodes = 2_000;

interface Waiting {
  readonly token: CST.Token | CST.SourceToken | null | undefined;
  readonly depth: number;
}

/**
 * What stands against reading `text` at all. The tokens are looked at before anything is built from them,
 * because building recurses as deep as the text nests. At most one Problem of a kind.
 */
export function checkYamlLimits(
  text: string,
  tokenize: () => readonly CST.Token[],
  at: (offset: number) => Place,
): readonly Problem[] {
  const bytes = Buffer.byteLength(text);
  if (bytes > maxBytes) return [tooLarge(`${bytes} bytes`, at(0))];
  const problems = new Map<string, Problem>();
  // What waits longest stands first in the file, and is what a Problem points at.
  const report = (problem: Problem) => problems.set(problem.code, problem);
  const waiting: Waiting[] = tokenize().map((token) => ({ token, depth: 0 }));
  let nodes = 0;
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    const { token, depth } = entry;
    if (!token) continue;
    if (token.type === 'anchor' || token.type === 'alias') report(alias(token.source, at(token.offset)));
    if (token.type === 'tag') report(tag(token.source, at(token.offset)));
    if (CST.isCollection(token)) {
      nodes += token.items.length + token.items.filter(({ sep, value }) => sep && value).length;
      if (nodes > maxNodes) {
        report(tooLarge(`more than ${maxNodes} values`, at(0)));
        break;
      }
      if (depth >= maxDepth) {
        report(tooDeep(at(token.offset)));
        continue;
      }
      for (const { start, key, sep, value } of token.items) {
        for (const part of [...start, ...(sep ?? [])]) waiting.push({ token: part, depth });
        waiting.push({ token: key, depth: depth + 1 }, { token: value, depth: depth + 1 });
      }
    }
    if (token.type === 'document') {
      for (const part of token.start) waiting.push({ token: part, depth });
      waiting.push({ token: token.value, depth });
    }
  }
  return [...problems.values()];
}

function tooLarge(found: string, at: Place): Problem {
  return {
    code: 'YAML_TOO_LARGE',
    message: 'The file is too large to be read.',
    found,
    expected: `at most ${maxBytes} bytes and ${maxNodes} values`,
    fix: 'Shorten the file.',
    at,
  };
}

function tooDeep(at: Place): Problem {
  return {
    code: 'YAML_TOO_DEEP',
    message: 'The file nests too deeply to be read.',
    expected: `at most ${maxDepth} levels`,
    fix: 'Take out the nesting; nothing Chokepoint reads needs more than six levels.',
    at,
  };
}

function alias(found: string, at: Place): Problem {
  return {
    code: 'YAML_ALIAS',
    message: 'Anchors and aliases (`&name`, `*name`) are not read.',
    found: found.slice(0, 60),
    fix: 'Write the value out where it is needed.',
    at,
  };
}

function tag(found: string, at: Place): Problem {
  return {
    code: 'YAML_TAG',
    message: 'Tags (`!name`) are not read.',
    found: found.slice(0, 60),
    fix: 'Remove the tag; put the value in quotes if it begins with "!".',
    at,
  };
}
