import { type Command, Option } from 'commander';
import type { InboxOptions } from './inbox.ts';
import type { ServeOptions } from './serve.ts';
import { json } from './shared-options.ts';
import type { Terminal } from './terminal.ts';

/** The commands of the server: run the App, look at what it laid aside. */
export function addAppCommands(program: Command, terminal: Terminal, end: (exitCode: number) => void): void {
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

  const inbox = program
    .command('inbox')
    .description('what the App laid aside because trying again did not help');
  inbox
    .command('list')
    .description('list the failed jobs, oldest first, each with its reason')
    .addOption(json())
    .action(async (options: InboxOptions) => {
      const { listInbox } = await import('./inbox.ts');
      end(await listInbox(terminal, options));
    });
  inbox
    .command('retry')
    .description('try failed jobs again: all of them, or one')
    .argument('[id]', 'the id `inbox list` shows')
    .addOption(json())
    .action(async (id: string | undefined, options: InboxOptions) => {
      const { retryInbox } = await import('./inbox.ts');
      end(await retryInbox(terminal, { ...options, ...(id === undefined ? {} : { id }) }));
    });
}
