/** The way to a value in a config: keys of maps and indexes of lists. */
export type ConfigPath = readonly PropertyKey[];

/** As a person reads it: `drift.exempt.labels[0]`, `labels."focus: aligned"`. */
export function renderPath(path: ConfigPath): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      const key = String(step);
      const shown = /^[\w-]{1,60}$/.test(key) ? key : JSON.stringify(key.slice(0, 60));
      return index === 0 ? shown : `.${shown}`;
    })
    .join('');
}

/** A found value, short enough for a message; a list or a map is only named. */
export function renderFound(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 79)}…` : value);
}

/** The value at `path`, or `undefined`; only what the config itself holds, never what a prototype would answer. */
export function valueAt(data: unknown, path: ConfigPath): unknown {
  let value = data;
  for (const step of path) {
    if (!isCollection(value) || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return isCollection(value) && !Array.isArray(value);
}

function isCollection(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
