import type { Command } from 'commander';
import type { InboxOptions } from './inbox.ts';
import { json } from './json-option.ts';
import type { Terminal } from './terminal.ts';

/** `inbox list` and `inbox retry`: what the App laid aside. */
export function addInboxCommands(
  program: Command,
  terminal: Terminal,
  end: (exitCode: number) => void,
): void {
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
