import type { Command } from 'commander';
import type { RankOptions } from './rank.ts';
import type { ScoreOptions } from './score.ts';
import { type Json, json, primary, template } from './shared-options.ts';
import type { Terminal } from './terminal.ts';

/** The commands about candidates: one, the whole list, one in the list. */
export function addCandidateCommands(
  program: Command,
  terminal: Terminal,
  end: (exitCode: number) => void,
): void {
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
}
