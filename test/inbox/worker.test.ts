import { afterAll, describe } from 'vitest';
import { type PostgresServer, startPostgres } from '../support/postgresql.ts';
import { describeWith } from '../support/programs.ts';
import { itWorksJobs } from './works-jobs.ts';

describe('the worker on the embedded store', () => {
  itWorksJobs(async () => ({ kind: 'memory' }));
});

describeWith('postgres', 'the worker on PostgreSQL', () => {
  let server: PostgresServer | null = null;
  afterAll(() => server?.stop());

  itWorksJobs(async () => {
    server = await startPostgres();
    return { kind: 'postgresql', url: await server.createDatabase() };
  });
});
