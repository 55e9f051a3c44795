import { Option } from 'commander';

export interface Json {
  readonly json?: boolean;
}

/** The option that every command with an answer has. */
export function json(): Option {
  return new Option('--json', 'print one JSON document');
}
