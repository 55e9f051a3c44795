/** Where a Problem stands in a file; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * A fault told to a person. `code` is stable and greppable (`FORM_FIELD_MISSING`);
 * `fix` is the one thing to do next. Values from secrets never enter a Problem.
 */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly found?: string;
  readonly expected?: string;
  readonly fix: string;
  /** The form field it is about, by id. */
  readonly field?: string;
  readonly at?: Place;
}

/** Either a value, or every Problem that stands against it. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A value that can be used although something about it is to be told. */
export interface Reading<Value> {
  readonly value: Value;
  readonly problems: readonly Problem[];
}

export function succeed<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function fail(...problems: readonly Problem[]): Result<never> {
  return { ok: false, problems };
}
