import type { Command } from 'commander';
import type { AuditOptions } from './audit.ts';
import type { InitOptions } from './init.ts';
import { json, primary } from './shared-options.ts';
import type { Terminal } from './terminal.ts';
import type { ValidateOptions } from './validate.ts';

/** The commands before and while Chokepoint is set up. */
export function addSetupCommands(
  program: Command,
  terminal: Terminal,
  end: (exitCode: number) => void,
): void {
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
}
