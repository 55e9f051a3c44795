import { type ConfigPath, isMap, valueAt } from './path-in-config.ts';
import type { Layer } from './read-shape.ts';
import { configSchema } from './schema.ts';

/**
 * A config on top of the one it extends: maps merge, lists and scalars replace, a value left empty is inherited.
 * The primary constraint is never inherited; what extends another names its own parent.
 * Places stay with the file a value comes from.
 */
export function mergeLayers(child: Layer, parent: Layer): Layer {
  const inherited = without(parent.data, 'primary');
  const data = merged(child.data, inherited);
  return {
    config: configSchema.parse(data),
    data,
    placeOf: (path) =>
      (isWritten(child.data, path) || !isWritten(inherited, path) ? child : parent).placeOf(path),
  };
}

function merged(child: unknown, parent: unknown): unknown {
  if (child === null || child === undefined) return parent;
  if (!isMap(child) || !isMap(parent)) return child;
  const both: Record<string, unknown> = Object.create(null);
  for (const key of new Set([...Object.keys(parent), ...Object.keys(child)])) {
    both[key] = merged(valueAt(child, [key]), valueAt(parent, [key]));
  }
  return both;
}

function without(data: unknown, left: string): unknown {
  const kept: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(data ?? {})) {
    if (key !== left) kept[key] = value;
  }
  return kept;
}

function isWritten(data: unknown, path: ConfigPath): boolean {
  const value = valueAt(data, path);
  return value !== undefined && value !== null;
}
