import { Argument, type Command } from 'commander';
import { type Constraint, constraints } from '../core/constraint.ts';
import type { ChooseOptions } from './choose.ts';
import type { DecisionsOptions } from './decisions.ts';
import type { DiagnoseOptions } from './diagnose.ts';
import { type Json, json } from './shared-options.ts';
import type { Terminal } from './terminal.ts';

/** The commands around the score: find the constraint, declare it, follow the plan, look back. */
export function addPlanCommands(program: Command, terminal: Terminal, end: (exitCode: number) => void): void {
  program
    .command('diagnose')
    .description('say which constraint one diagnosis finds: the body of its issue')
    .argument('[file]', 'file with the body; standard input without it')
    .option('--template <file>', 'diagnosis form; else that of .github/, else the built-in one')
    .addOption(json())
    .action(async (file: string | undefined, options: DiagnoseOptions) => {
      const { diagnose } = await import('./diagnose.ts');
      end(await diagnose(terminal, { ...options, file }));
    });

  program
    .command('choose')
    .description('write the chosen constraint into .github/chokepoint.yml')
    .addArgument(new Argument('<constraint>', 'one of the five').choices(constraints))
    .requiredOption('--metric <name>', 'the metric that proves the constraint moves')
    .requiredOption('--baseline <number>', 'where it stands')
    .requiredOption('--target <number>', 'where it should be after 90 days')
    .requiredOption('--minimum <number>', 'the least that justifies going on')
    .option('--unit <unit>', 'such as %')
    .option('--because <text>', 'why this constraint, in a sentence')
    .option('--owner <login>', 'who is asked for decisions')
    .option('--since <day>', 'day 1, YYYY-MM-DD; today without it')
    .addOption(json())
    .action(async (constraint: Constraint, options: Omit<ChooseOptions, 'constraint'>) => {
      const { choose } = await import('./choose.ts');
      end(await choose(terminal, { ...options, constraint }));
    });

  program
    .command('plan')
    .description('say which day and phase the plan is in, and which gates hold')
    .argument('[owner/repo]', 'the repository; without it only the config of the working directory is read')
    .addOption(json())
    .action(async (repository: string | undefined, options: Json) => {
      const { plan } = await import('./plan.ts');
      end(await plan(terminal, { ...options, repository }));
    });

  program
    .command('decisions')
    .description('list past decisions with predicted impact, readings and outcomes')
    .argument('<owner/repo>', 'the repository')
    .option('--by <login>', 'the account that posts for you, such as chokepoint[bot]')
    .addOption(json())
    .action(async (repository: string, options: Omit<DecisionsOptions, 'repository'>) => {
      const { decisions } = await import('./decisions.ts');
      end(await decisions(terminal, { ...options, repository }));
    });
}
