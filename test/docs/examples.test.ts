import { readdirSync } from 'node:fs';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { readText } from '../architecture/source-files.ts';
import { recordedTerminal } from '../cli/recorded-terminal.ts';

/** Every example of the documents is read by the very code that will read what somebody makes of it. */

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(new URL('../../docs/', import.meta.url))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

interface Example {
  /** The page and the line where it begins. */
  readonly place: string;
  readonly language: string;
  readonly text: string;
}

function examplesIn(page: string): readonly Example[] {
  const text = readText(page);
  return [...text.matchAll(/^( *)```(\w*)\n([\s\S]*?)^\1```$/gm)].map(
    ({ 1: indent = '', 2: language = '', 3: body = '', index }) => ({
      place: `${page}:${text.slice(0, index).split('\n').length}`,
      language,
      text: body.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  );
}

const examples = pages.flatMap(examplesIn);
const configs = examples.filter(({ language, text }) => /^ya?ml$/.test(language) && isConfig(text));
const commandLines = examples.flatMap(({ place, text }) =>
  text
    .split('\n')
    .flatMap((line) => /^(?:\$ )?(?:npx |npm run --silent )?chokepoint (?:-- )?(.*)$/.exec(line)?.[1] ?? [])
    .map((line) => [place, line] as const),
);

/** Not a workflow, and without the ellipsis of what is still to be filled in. */
function isConfig(text: string): boolean {
  return (
    /^(?:primary|duties|drift|classify|summary|extends|labels|fields|plan|scoring):/m.test(text) &&
    !/^jobs:/m.test(text) &&
    !text.includes('…')
  );
}

describe('the examples of the documents', () => {
  it('are found', () => {
    expect(configs.length).toBeGreaterThan(1);
    expect(commandLines.length).toBeGreaterThan(5);
  });

  it.each(configs.map(({ place, text }) => [place, text] as const))(
    '%s is a config without a Problem',
    (_place, text) => {
      const reading = readConfig(text, 'acme/app');
      expect(reading.ok ? [] : reading.problems).toEqual([]);
    },
  );

  it.each(
    examples.filter(({ language }) => language === 'json').map(({ place, text }) => [place, text] as const),
  )('%s is JSON', (_place, text) => {
    expect(() => JSON.parse(text)).not.toThrow();
  });

  it.each(commandLines)('%s calls a command and options that there are: %s', (_place, line) => {
    const words = line.replace(/\s+(?:[|>#]|2>).*$/, '').split(/\s+/);
    const [name = '', ...rest] = words;
    const program = createProgram(recordedTerminal().terminal, () => {});
    const command = name.startsWith('--') ? program : find(program, name, rest);
    const known = [program, ...(command === undefined ? [] : [command])].flatMap(({ options }) =>
      options.map(({ long }) => long),
    );
    expect(command, `the command ${name}`).toBeDefined();
    const unknown = words.filter(
      (word) => word.startsWith('--') && ![...known, '--help'].includes(word.split('=')[0] ?? ''),
    );
    expect(unknown).toEqual([]);
  });
});

/** A command, or the command below it that the next word names. */
function find(program: Command, name: string, [next]: readonly string[]): Command | undefined {
  const command = program.commands.find((one) => one.name() === name);
  return command?.commands.find((one) => one.name() === next) ?? command;
}
