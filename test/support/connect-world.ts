/** A repository as a terminal with this token reaches it, without a pause between writes. */
import { connect } from '../../src/cli/connect.ts';
import type { ConnectedRepository } from '../../src/github/repository.ts';

export function connectWorld(url: string, token: string, repository: string): ConnectedRepository {
  const terminal = {
    stdout: { write: () => true },
    stderr: { write: () => true },
    readStdin: async () => new Uint8Array(),
    env: { GITHUB_TOKEN: token, GITHUB_API_URL: url, CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS: '0' },
    folder: '/',
    processId: 1,
    now: () => new Date(),
    timeZone: 'UTC',
    isInteractive: false,
    startProgram: async () => 0,
  };
  return connect(terminal, repository);
}
