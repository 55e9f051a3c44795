import { Argument, type Command } from 'commander';
import type { MetricOptions } from './metric.ts';
import { type Json, json } from './shared-options.ts';
import type { SummaryOptions } from './summary.ts';
import type { SweepOptions } from './sweep.ts';
import type { Terminal } from './terminal.ts';

/** The commands of a week's work: does it drift, what came of it, is everything as it should be. */
export function addWeekCommands(program: Command, terminal: Terminal, end: (exitCode: number) => void): void {
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
}
