import { z } from 'zod';
import { configPath } from '../core/settings-files.ts';
import type { FileReading, Opening } from '../tasks/ports/files.ts';
import { askGraphql } from './ask-graphql.ts';
import type { Client } from './client.ts';
import { GitHubFault } from './fault.ts';
import { toHere } from './here.ts';
import { keepSettings, settingsFields, settingsSchema } from './keep-settings.ts';
import { viewerSchema } from './pull-request-query.ts';
import type { Memory } from './read-repository.ts';

const query = `
query Opening($owner: String!, $name: String!) {
  viewer { login databaseId }
  repository(owner: $owner, name: $name) {
    isPrivate
    defaultBranchRef { name }
    ${settingsFields}
  }
}`;

const answerSchema = viewerSchema.extend({
  repository: settingsSchema.extend({
    isPrivate: z.boolean(),
    defaultBranchRef: z.object({ name: z.string() }).nullable(),
  }),
});

/** Where GraphQL may not tell, each of them is asked for by itself when it is needed. */
export function createOpening(
  client: Client,
  repository: string,
  memory: Memory,
  knownFiles: Map<string, FileReading>,
): Opening {
  const { owner, repo: name } = toHere(repository);
  return {
    async readOpening() {
      if (knownFiles.has(configPath)) return;
      try {
        const answer = answerSchema.parse(await askGraphql(client, query, { owner, name }));
        const { isPrivate, defaultBranchRef, ...settings } = answer.repository;
        memory.account = { login: answer.viewer.login, id: answer.viewer.databaseId };
        if (defaultBranchRef !== null) {
          memory.about = { isPublic: !isPrivate, defaultBranch: defaultBranchRef.name };
        }
        keepSettings(knownFiles, settings);
      } catch (error) {
        if (!(error instanceof GitHubFault) || error.retry === 'later') throw error;
      }
    },
  };
}
