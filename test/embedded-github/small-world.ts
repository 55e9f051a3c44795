import type { EmbeddedGitHub } from './start.ts';
import { startEmbeddedGitHub } from './start.ts';

/** Three issues, a pull request (#4) merged long ago that closed the first, and a second repository. */
export function startSmallWorld(): Promise<EmbeddedGitHub> {
  return startEmbeddedGitHub({
    clock: () => new Date('2026-03-02T08:00:00Z'),
    seed: {
      users: ['contributor'],
      repositories: [
        {
          fullName: 'acme/app',
          collaborators: { ana: 'admin', wil: 'write' },
          files: { 'src/a.ts': 'a', 'src/b.ts': 'b', '.github/chokepoint.yml': 'version: 1\n' },
          labels: [{ name: 'candidate' }],
          issues: [{ title: 'One' }, { title: 'Two' }, { title: 'Three', labels: ['candidate'] }],
          pullRequests: [
            {
              title: 'Merged long ago',
              author: 'wil',
              body: 'Fixes: #1',
              files: { 'src/c.ts': 'c' },
              createdAt: '2026-01-01T00:00:00Z',
              mergedAt: '2026-01-03T00:00:00Z',
              mergedBy: 'ana',
            },
          ],
        },
        { fullName: 'acme/other', collaborators: { ana: 'admin' }, issues: [{ title: 'Elsewhere' }] },
      ],
    },
  });
}
