import { z } from 'zod';
import type { WorkflowFiles } from '../tasks/ports/files.ts';
import type { Client } from './client.ts';
import { orNull } from './fault.ts';
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
  const route = 'GET /repos/{owner}/{repo}/contents/{path}';
  const answer = await orNull(client.request(route, { ...toHere(repository), path: folder }));
  return listing
    .parse(answer?.data ?? [])
    .filter(({ name, type }) => type === 'file' && /\.ya?ml$/.test(name))
    .map(({ name }) => name);
}
