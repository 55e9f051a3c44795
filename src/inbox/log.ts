type Write = (fields: Readonly<Record<string, unknown>>, message: string) => void;

/** Where the inbox and the App say what they do: fields first, then one plain sentence. */
export interface Log {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}
