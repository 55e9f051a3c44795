import {
  Composer,
  type CST,
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  Parser,
} from 'yaml';
import { fail, type Place, type Problem, type Result, succeed } from '../core/problem.ts';
import { checkYamlLimits } from './yaml-limits.ts';

/** YAML as plain data, with the way back from a value to where it is written. */
export interface YamlData {
  /** Plain objects without a prototype, arrays, strings, numbers, booleans, `null`. */
  readonly data: unknown;
  /** Where the value (or the key, when it is the key that is wrong) at `path` stands; the nearest parent if it is absent. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
}

/**
 * Reads one YAML document: at most 64 KiB, 20 levels, 2,000 values, no anchors, aliases or tags, no key twice.
 * Problems: YAML_TOO_LARGE, YAML_TOO_DEEP, YAML_ALIAS, YAML_TAG, YAML_SYNTAX, YAML_DUPLICATE_KEY
 * (docs/configuration.md). `file` only names the text in Problems.
 */
export function readYaml(text: string, file: string): Result<YamlData> {
  const lines = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const tokens: CST.Token[] = [];
  const limitProblems = checkYamlLimits(text, () => collectTokens(text, lines, tokens), at);
  if (limitProblems.length > 0) return fail(...limitProblems);

  // The library's own check for keys given twice compares every key with every other one.
  const composer = new Composer({ uniqueKeys: false, version: '1.2', schema: 'core' });
  const [document, second] = [...composer.compose(tokens, true, text.length)];
  const problems = second === undefined ? [] : [severalDocuments(at(second.range[0]))];
  // A broken line can be followed by thousands of faults that it caused.
  for (const fault of document?.errors.slice(0, 5) ?? [])
    problems.push(syntaxProblem(fault.message, at(fault.pos[0])));
  if (document === undefined || problems.length > 0) return fail(...problems);
  const duplicates: Problem[] = [];
  const data = toData(document.contents, at, duplicates);
  if (duplicates.length > 0) return fail(...duplicates);
  return succeed({ data, placeOf: (path) => at(offsetOf(document, path)) });
}

function collectTokens(text: string, lines: LineCounter, into: CST.Token[]): readonly CST.Token[] {
  for (const token of new Parser(lines.addNewLine).parse(text)) into.push(token);
  return into;
}

function toData(node: unknown, at: (offset: number) => Place, duplicates: Problem[]): unknown {
  if (isScalar(node)) return node.value;
  if (isMap(node)) {
    const data: Record<string, unknown> = Object.create(null);
    for (const pair of node.items) {
      const key = keyText(pair.key);
      if (Object.hasOwn(data, key)) duplicates.push(duplicateKey(key, at(startOf(pair.key))));
      data[key] = toData(pair.value, at, duplicates);
    }
    return data;
  }
  if (isCollection(node)) return node.items.map((item) => toData(item, at, duplicates));
  return null;
}

function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = startOf(node);
  for (const step of path) {
    if (!isCollection(node)) return offset;
    if (isMap(node)) {
      const pair = node.items.find((candidate) => keyText(candidate.key) === String(step));
      if (pair === undefined) return offset;
      offset = startOf(pair.key);
      node = pair.value;
    } else {
      node = node.items[Number(step)];
      if (node === undefined) return offset;
      offset = startOf(node);
    }
  }
  return isScalar(node) && node.range ? startOf(node) : offset;
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function severalDocuments(at: Place): Problem {
  return {
    code: 'YAML_SYNTAX',
    message: 'The file holds more than one YAML document.',
    fix: 'Keep one document: remove the line `---` and what belongs to the other.',
    at,
  };
}

function syntaxProblem(message: string, at: Place): Problem {
  return {
    code: 'YAML_SYNTAX',
    message: `This is not valid YAML: ${message}`,
    fix: `Correct line ${at.line}; quotes around a text with ":" or "#" often help.`,
    at,
  };
}

function duplicateKey(key: string, at: Place): Problem {
  return {
    code: 'YAML_DUPLICATE_KEY',
    message: `"${key.slice(0, 60)}" is given twice.`,
    fix: 'Keep one of the two.',
    at,
  };
}
