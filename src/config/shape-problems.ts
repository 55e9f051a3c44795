import { type core, z } from 'zod';
import type { Place, Problem } from '../core/problem.ts';
import { nearest } from './nearest.ts';
import { type ConfigPath, renderFound, renderPath, valueAt } from './path-in-config.ts';
import { configSchema } from './schema.ts';

/**
 * What the schema found, as Problems with place and way out: CONFIG_UNKNOWN_KEY, CONFIG_MISSING_KEY,
 * CONFIG_WRONG_TYPE, CONFIG_UNKNOWN_VALUE, CONFIG_OUT_OF_RANGE, CONFIG_TOO_LONG, CONFIG_EMPTY
 * (docs/configuration.md).
 */
export function toProblems(
  issue: core.$ZodIssue,
  data: unknown,
  placeOf: (path: ConfigPath) => Place,
): readonly Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(issue.path, key, placeOf([...issue.path, key])));
  }
  const value = valueAt(data, issue.path);
  const subject = { name: nameOf(issue.path), found: renderFound(value), at: placeOf(issue.path) };
  if (value === undefined) return [missingKey(issue.path, subject.at)];
  if (issue.code === 'invalid_value') return [unknownValue(subject, value, issue.values.map(String))];
  if (issue.code === 'too_big') return [tooBig(subject, value, Number(issue.maximum))];
  if (issue.code === 'too_small') return [tooSmall(subject, value, Number(issue.minimum))];
  if (issue.code === 'invalid_type') return [wrongType(subject, value, issue.expected)];
  return [
    {
      code: 'CONFIG_WRONG_TYPE',
      message: `${subject.name}: ${issue.message}.`,
      fix: 'Correct it.',
      at: subject.at,
    },
  ];
}

interface Subject {
  readonly name: string;
  readonly found: string;
  readonly at: Place;
}

function unknownKey(parent: ConfigPath, key: string, at: Place): Problem {
  const known = knownKeys(parent);
  const meant = nearest(key, known);
  return {
    code: 'CONFIG_UNKNOWN_KEY',
    message: `\`${renderPath([...parent, key])}\` is not a setting.`,
    found: renderFound(key),
    expected: `one of ${known.join(', ')}`,
    fix: meant === null ? 'Remove it.' : `Write \`${meant}\` instead.`,
    at,
  };
}

function missingKey(path: ConfigPath, at: Place): Problem {
  const key = String(path.at(-1));
  return {
    code: 'CONFIG_MISSING_KEY',
    message: `\`${renderPath(path.slice(0, -1))}\` needs \`${key}\`.`,
    found: 'nothing',
    expected: `a value for ${key}`,
    fix: `Add \`${key}: …\`.`,
    at,
  };
}

function unknownValue({ name, found, at }: Subject, value: unknown, known: readonly string[]): Problem {
  const meant = typeof value === 'string' ? nearest(value, known) : null;
  return {
    code: typeof value === 'string' ? 'CONFIG_UNKNOWN_VALUE' : 'CONFIG_WRONG_TYPE',
    message: `${name} cannot be ${found}.`,
    found,
    expected: `one of ${known.join(', ')}`,
    fix: meant === null ? `Choose one of ${known.join(', ')}.` : `Write \`${meant}\` instead.`,
    at,
  };
}

function tooBig({ name, found, at }: Subject, value: unknown, maximum: number): Problem {
  if (typeof value === 'number') return outOfRange({ name, found, at }, `at most ${maximum}`);
  const [length, unit] = Array.isArray(value)
    ? [value.length, 'entries']
    : [String(value).length, 'characters'];
  return {
    code: 'CONFIG_TOO_LONG',
    message: `${name} is too long.`,
    found: `${length} ${unit}`,
    expected: `at most ${maximum} ${unit}`,
    fix: `Shorten it to ${maximum} ${unit}.`,
    at,
  };
}

function tooSmall({ name, found, at }: Subject, value: unknown, minimum: number): Problem {
  if (typeof value === 'number') return outOfRange({ name, found, at }, `at least ${minimum}`);
  return {
    code: 'CONFIG_EMPTY',
    message: `${name} is empty.`,
    found,
    expected: 'a text',
    fix: 'Fill it in, or remove it.',
    at,
  };
}

function outOfRange({ name, found, at }: Subject, expected: string): Problem {
  return {
    code: 'CONFIG_OUT_OF_RANGE',
    message: `${name} is out of range.`,
    found,
    expected,
    fix: `Write a number of ${expected}.`,
    at,
  };
}

const types: Readonly<Record<string, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

function wrongType({ name, found, at }: Subject, value: unknown, type: string): Problem {
  const expected = types[type] ?? type;
  const isScalar = typeof value !== 'object';
  let fix = `Write ${expected}.`;
  if (type === 'array' && isScalar) fix = `Put it in a list: \`[${found}]\`.`;
  if (type === 'string' && isScalar) fix = `Put it in quotes: \`"${found}"\`.`;
  if (type === 'number' && typeof value === 'string') fix = 'Write a number, without quotes or unit.';
  return { code: 'CONFIG_WRONG_TYPE', message: `${name} has to be ${expected}.`, found, expected, fix, at };
}

function nameOf(path: ConfigPath): string {
  return path.length === 0 ? 'The config' : `\`${renderPath(path)}\``;
}

/** The keys the schema knows in the map at `path`. */
function knownKeys(path: ConfigPath): readonly string[] {
  let schema: unknown = configSchema;
  for (const step of path) {
    const map = unwrapped(schema);
    schema = map instanceof z.ZodObject ? map.shape[String(step)] : undefined;
  }
  const map = unwrapped(schema);
  return map instanceof z.ZodObject ? Object.keys(map.shape) : [];
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? unwrapped(schema.unwrap())
    : schema;
}
