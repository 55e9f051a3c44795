import { Option } from 'commander';
import { constraints } from '../core/constraint.ts';

export interface Json {
  readonly json?: boolean;
}

/** The option that every command with an answer has. */
export function json(): Option {
  return new Option('--json', 'print one JSON document');
}

export function template(): Option {
  return new Option('--template <file>', 'candidate form; else that of .github/, else the built-in one');
}

export function primary(): Option {
  const meaning = 'the declared constraint; else that of .github/chokepoint.yml, else none';
  return new Option('--primary <constraint>', meaning).choices(constraints);
}
