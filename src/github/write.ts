import type { Change } from '../tasks/change.ts';
import type { Writer, Written } from '../tasks/ports/writer.ts';
import type { Client } from './client.ts';
import { GitHubFault } from './fault.ts';
import { findMade, type MarkReader } from './find-made.ts';
import { type Here, toHere } from './here.ts';
import { clearField, setFields } from './native-fields.ts';
import { publishCheck } from './publish-check.ts';
import type { Memory } from './read-repository.ts';
import { writeText } from './write-text.ts';

const nowhere: Written = { url: null, number: null };

/**
 * Carries out one Change with one request. A write is never blindly repeated: where a POST broke and may have
 * been carried out, what it would have made is looked for by its marker first.
 */
export function createWriter(client: Client, repository: string, reader: MarkReader, memory: Memory): Writer {
  const write = createRequests(client, toHere(repository));
  return {
    async write(change) {
      try {
        const written = await write(change);
        if (change.kind === 'create-label') memory.labelNames = [...(memory.labelNames ?? []), change.name];
        return written;
      } catch (error) {
        if (isAlreadySo(error, change)) return nowhere;
        if (change.kind === 'open-issue' && isAssigneeRefused(error)) {
          const { assignees } = change.issue;
          const opened = await write({ ...change, issue: { ...change.issue, assignees: [] } });
          return { ...opened, unassigned: assignees };
        }
        const made = isUnsure(error) ? await findMade(reader, change) : null;
        if (made !== null) return made;
        throw error;
      }
    },
  };
}

function createRequests(client: Client, here: Here): Writer['write'] {
  const labels = '/repos/{owner}/{repo}/issues/{issue_number}/labels';
  return async (change) => {
    switch (change.kind) {
      case 'create-label': {
        const { name, color, description } = change;
        await client.request('POST /repos/{owner}/{repo}/labels', { ...here, name, color, description });
        return nowhere;
      }
      case 'add-labels':
        await client.request(`POST ${labels}`, {
          ...here,
          issue_number: change.number,
          labels: [...change.names],
        });
        return nowhere;
      case 'remove-label':
        await client.request(`DELETE ${labels}/{name}`, {
          ...here,
          issue_number: change.number,
          name: change.name,
        });
        return nowhere;
      case 'set-fields':
        await setFields(client, here, change.number, change.values);
        return nowhere;
      case 'clear-field':
        await clearField(client, here, change.number, change.fieldId);
        return nowhere;
      case 'react':
        await client.request('POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions', {
          ...here,
          comment_id: change.commentId,
          content: change.content,
        });
        return nowhere;
      case 'remove-reaction':
        await client.request(
          'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id}',
          {
            ...here,
            comment_id: change.commentId,
            reaction_id: change.reactionId,
          },
        );
        return nowhere;
      case 'publish-check':
        return publishCheck(client, here, change.check);
      default:
        return writeText(client, here, change);
    }
  };
}

/** A label that is there already, or gone already, is what was wanted. */
function isAlreadySo(error: unknown, change: Change): boolean {
  if (!(error instanceof GitHubFault)) return false;
  const { code, found = '' } = error.problem;
  if (change.kind === 'remove-label' || change.kind === 'remove-reaction') return code === 'GITHUB_NOT_FOUND';
  const isCreated = change.kind === 'create-label' || change.kind === 'create-milestone';
  return isCreated && /already_exists/.test(found);
}

/** An issue is not lost because its assignee has left or was misspelt. */
function isAssigneeRefused(error: unknown): boolean {
  return error instanceof GitHubFault && /"field":"assignees"/.test(error.problem.found ?? '');
}

function isUnsure(error: unknown): boolean {
  return error instanceof GitHubFault && error.retry === 'again';
}
