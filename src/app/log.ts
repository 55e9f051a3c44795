import { pino } from 'pino';
import type { Logger } from 'probot';

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface Logging {
  readonly level: LogLevel;
  /** Values that never leave the process: webhook secrets, private key, database password. */
  readonly secrets: readonly string[];
  /** Takes one line of JSON, newline included. */
  readonly write: (line: string) => void;
}

const hidden = '[hidden]';

/** GitHub's tokens, signed tokens of the App, and keys, however they came to be logged. */
const secretPatterns = [
  /\bgh[a-z]_[A-Za-z0-9_.-]{10,}/g,
  /\bgithub_pat_[A-Za-z0-9_]{10,}/g,
  /\beyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----.*?-----END [A-Z ]*PRIVATE KEY-----/g,
];

/**
 * A structured log, one line of JSON per entry. Secrets are taken out at the sink, from the finished
 * line, so that no caller, level or library can forget to. Errors are told by type, message and
 * stack alone: those of the webhook library carry the whole payload.
 */
export function createLog({ level, secrets, write }: Logging): Logger {
  const literals = secrets
    .flatMap((secret) => [secret, asInJson(secret)])
    .filter((secret) => secret.length > 0);
  const redact = (line: string) =>
    secretPatterns.reduce(
      (text, pattern) => text.replace(pattern, hidden),
      literals.reduce((text, secret) => text.replaceAll(secret, hidden), line),
    );
  const options = { level, base: null, serializers: { err: describeError, event: describeEvent } };
  return pino(options, { write: (line: string) => write(redact(line)) });
}

function asInJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const causes = error instanceof AggregateError ? error.errors.map(describeError) : [];
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
    ...(causes.length === 0 ? {} : { causes }),
  };
}

/** Probot logs whole events at its debug level; their names are enough. */
function describeEvent(event: unknown): object {
  if (typeof event !== 'object' || event === null) return {};
  return { ...('id' in event ? { id: event.id } : {}), ...('name' in event ? { name: event.name } : {}) };
}
