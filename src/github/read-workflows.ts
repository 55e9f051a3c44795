import { z } from 'zod';
import type { WorkflowFiles } from '../tasks/ports/files.ts';
import type { Client } from './client.ts';
import { GitHubFault } from './fault.ts';
import { toHere } from './here.ts';
import { readFile } from './read-repository.ts';

const folder = '.github/workflows';

const listing = z.array(z.object({ name: z.string(), type: z.string() }));

/** Reads the workflows of the default branch of `owner/repo`: one request, and one for each file. */
export function createWorkflowReader(client: Client, repository: string): WorkflowFiles {
  return {
    async readWorkflows() {
      const files = [];
      for (const name of await listNames(client, repository)) {
        const path = `${folder}/${name}`;
        const file = await readFile(client, repository, path);
        if (file.kind === 'file') files.push({ path, text: file.text });
      }
      return files;
    },
  };
}

async function listNames(client: Client, repository: string): Promise<readonly string[]> {
  const { owner, repo } = toHere(repository);
  try {
    const route = 'GET /repos/{owner}/{repo}/contents/{path}';
    const { data } = await client.request(route, { owner, repo, path: folder });
    return listing
      .parse(data)
      .filter(({ name, type }) => type === 'file' && /\.ya?ml$/.test(name))
      .map(({ name }) => name);
  } catch (error) {
    if (error instanceof GitHubFault && error.problem.code === 'GITHUB_NOT_FOUND') return [];
    throw error;
  }
}
