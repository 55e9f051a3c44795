import { readFileSync } from 'node:fs';
import { Argument, Command, Option } from 'commander';
import { z } from 'zod';
import { constraints } from '../core/constraint.ts';
import type { AuditOptions } from './audit.ts';
import { addInboxCommands } from './inbox-commands.ts';
import type { InitOptions } from './init.ts';
import { type Json, json } from './json-option.ts';
import type { MetricOptions } from './metric.ts';
import { addPlanCommands } from './plan-commands.ts';
import type { RankOptions } from './rank.ts';
import type { ScoreOptions } from './score.ts';
import type { ServeOptions } from './serve.ts';
import type { SummaryOptions } from './summary.ts';
import type { SweepOptions } from './sweep.ts';
import type { Terminal } from './terminal.ts';
import type { ValidateOptions } from './validate.ts';

/**
 * Every command with its options. A command's own file is loaded when it runs, so that `--help` answers at once.
 * `end` is told the exit code.
 */
export function createProgram(terminal: Terminal, end: (exitCode: number) => void): Command {
  const program = new Command('chokepoint')
    .description('Scale the constraint, not the wish list.')
    .version(readVersion(), '--version', 'print the version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    })
    .showHelpAfterError('Run it with --help to see what it takes.')
    .addHelpText('after', '\nExit code: 0 fine, 1 findings, 2 wrong use or unreadable input.');

  program
    .command('init')
    .description('write forms, config and workflow into a repository')
    .argument('[dir]', 'its folder; the working directory without it')
    .option('--yes', 'ask nothing: the Action alone, no constraint declared yet')
    .option('--force', 'write over files that are there')
    .addOption(json())
    .action(async (folder: string | undefined, options: InitOptions) => {
      const { init } = await import('./init.ts');
      end(await init(terminal, { ...options, folder }));
    });

  program
    .command('validate')
    .description('check config, forms and workflow')
    .argument('[dir]', 'the folder of the repository; the working directory without it')
    .option('--annotations', "write annotations of GitHub's runner, as is done there anyway")
    .addOption(json())
    .action(async (folder: string | undefined, options: ValidateOptions) => {
      const { validate } = await import('./validate.ts');
      end(await validate(terminal, { ...options, folder }));
    });

  program
    .command('audit')
    .description('say where the last merges of a repository went, before anything is installed')
    .argument('<owner/repo>', 'the repository; a public one needs no token')
    .option('--days <number>', 'how many days to look back', '90')
    .addOption(primary())
    .option('--html <file>', 'write it to a file as well, as a page')
    .addOption(json())
    .action(async (repository: string, options: Omit<AuditOptions, 'repository'>) => {
      const { audit } = await import('./audit.ts');
      end(await audit(terminal, { ...options, repository }));
    });

  program
    .command('score')
    .description('score one candidate: the body of its issue')
    .argument('[file]', 'file with the body; standard input without it')
    .addOption(template())
    .addOption(primary())
    .addOption(json())
    .action(async (file: string | undefined, options: ScoreOptions) => {
      const { score } = await import('./score.ts');
      end(await score(terminal, { ...options, file }));
    });

  addPlanCommands(program, terminal, end);

  program
    .command('rank')
    .description('rank a backlog')
    .usage('[options] owner/repo | --file <ndjson>')
    .argument('[owner/repo]', 'the repository whose open candidates are ranked')
    .option('--file <ndjson>', 'lines of {number, title, body, createdAt, repository?}; - is standard input')
    .addOption(template())
    .addOption(primary())
    .addOption(json())
    .action(async (repository: string | undefined, options: Partial<RankOptions>, command: Command) => {
      const { file, template: form } = options;
      if (repository !== undefined && file === undefined && form === undefined) {
        const { rankRepository } = await import('./rank-repository.ts');
        return end(await rankRepository(terminal, { ...options, repository }));
      }
      if (file === undefined) command.error('error: name a repository (it has its own form) or give --file');
      if (repository !== undefined) command.error('error: give a repository or --file, not both');
      const { rank } = await import('./rank.ts');
      return end(await rank(terminal, { ...options, file }));
    });

  program
    .command('explain')
    .description('say why a candidate has its verdict and its rank')
    .argument('<owner/repo#12>', 'the candidate')
    .addOption(json())
    .action(async (candidate: string, options: Json) => {
      const { explain } = await import('./explain.ts');
      end(await explain(terminal, { ...options, candidate }));
    });

  program
    .command('check')
    .description('say whether a pull request, or a milestone, drifts from the constraint')
    .usage('[options] owner/repo#12 | owner/repo milestone 3')
    .argument('<subject>', 'the pull request, or the repository of the milestone')
    .addArgument(new Argument('[milestone]', 'the word milestone').choices(['milestone']))
    .argument('[number]', 'the number of the milestone')
    .addOption(json())
    .action(async (subject: string, kind: string | undefined, number: string | undefined, options: Json) => {
      if (kind === undefined) {
        const { check } = await import('./check.ts');
        return end(await check(terminal, { ...options, pullRequest: subject }));
      }
      const { checkMilestone } = await import('./check-milestone.ts');
      return end(await checkMilestone(terminal, { ...options, repository: subject, number: number ?? '' }));
    });

  program
    .command('summary')
    .description('post the weekly summary, and print it')
    .argument('<owner/repo>', 'the repository')
    .option('--dry-run', 'print it only')
    .option('--html <file>', 'write it to a file as well, as a page for people without an account')
    .addOption(json())
    .action(async (repository: string, options: Omit<SummaryOptions, 'repository'>) => {
      const { summary } = await import('./summary.ts');
      end(await summary(terminal, { ...options, repository }));
    });

  program
    .command('metric')
    .description('record a reading of the declared metric')
    .argument('<owner/repo>', 'the repository')
    .argument('<value>', 'a plain number such as 41.5, without its unit')
    .option('--date <day>', 'the day it was measured, YYYY-MM-DD; today without it')
    .action(async (repository: string, value: string, options: Pick<MetricOptions, 'date'>) => {
      const { metric } = await import('./metric.ts');
      end(await metric(terminal, { ...options, repository, value }));
    });

  program
    .command('sweep')
    .description('repair the labels of candidates and the blocks of milestones')
    .argument('<owner/repo>', 'the repository')
    .option('--dry-run', 'count what it would repair')
    .option('--from <number>', 'the issue at which a run before this one stopped')
    .addOption(json())
    .action(async (repository: string, options: Omit<SweepOptions, 'repository'>) => {
      const { sweep } = await import('./sweep.ts');
      end(await sweep(terminal, { ...options, repository }));
    });

  program
    .command('serve')
    .description('run the GitHub App')
    .option('--setup', 'register it on GitHub first, on a page of this machine')
    .addOption(
      new Option('--role <role>', 'web receives, worker works, all does both').choices([
        'web',
        'worker',
        'all',
      ]),
    )
    .action(async (options: ServeOptions) => {
      const { serve } = await import('./serve.ts');
      end(await serve(terminal, options));
    });

  addInboxCommands(program, terminal, end);

  return program;
}

/** package.json stands two folders up, in the repository and in the package. */
function readVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

function template(): Option {
  return new Option('--template <file>', 'candidate form; else that of .github/, else the built-in one');
}

function primary(): Option {
  const meaning = 'the declared constraint; else that of .github/chokepoint.yml, else none';
  return new Option('--primary <constraint>', meaning).choices(constraints);
}
