/** 0 fine, 1 findings, 2 wrong use or unreadable input (docs/cli.md). */
export type ExitCode = 0 | 1 | 2;

export interface Output {
  write(text: string): unknown;
}

/** All that a command knows of the process it runs in. */
export interface Terminal {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Everything there is on standard input, up to its end. */
  readonly readStdin: () => Promise<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The working directory, absolute. */
  readonly folder: string;
  readonly now: () => Date;
  /** The IANA zone of the person. */
  readonly timeZone: string;
  /** Whether a person is there to be asked. */
  readonly isInteractive: boolean;
  readonly processId: number;
  /** Runs one of our own programs in place of this one, `env` added to its environment, and gives its exit code. */
  readonly startProgram: (file: URL, env: Readonly<Record<string, string>>) => Promise<number>;
}

/** One JSON document on standard output. */
export function printJson({ stdout }: Terminal, document: unknown): void {
  stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

/** Blocks of plain text on standard output with a blank line between them; empty blocks are left out. */
export function printBlocks({ stdout }: Terminal, blocks: readonly string[]): void {
  stdout.write(`${blocks.filter((block) => block !== '').join('\n\n')}\n`);
}
