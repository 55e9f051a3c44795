import type { Change } from '../tasks/change.ts';
import type { IssueLists } from '../tasks/ports/issue-lists.ts';
import type { Comment, Issue } from '../tasks/ports/issues.ts';
import type { Writer, Written } from '../tasks/ports/writer.ts';
import type { Client } from './client.ts';
import { GitHubFault } from './fault.ts';
import { clearField, setFields } from './native-fields.ts';
import type { Memory, RepositoryReader } from './read-repository.ts';

type MarkReader = RepositoryReader & IssueLists;

const nowhere: Written = { url: null, number: null };

/**
 * Carries out one Change with one request. A write is never blindly repeated: where a POST broke and may have
 * been carried out, what it would have made is looked for by its marker first.
 */
export function createWriter(client: Client, repository: string, reader: MarkReader, memory: Memory): Writer {
  const [owner = '', repo = ''] = repository.split('/');
  const write = createRequests(client, { owner, repo });
  return {
    async write(change) {
      try {
        const written = await write(change);
        if (change.kind === 'create-label') memory.labelNames = [...(memory.labelNames ?? []), change.name];
        return written;
      } catch (error) {
        if (isAlreadySo(error, change)) return nowhere;
        const made = isUnsure(error) ? await findMade(reader, change) : null;
        if (made !== null) return made;
        throw error;
      }
    },
  };
}

interface Here {
  readonly owner: string;
  readonly repo: string;
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

type TextChange = Extract<
  Change,
  {
    kind:
      | 'post-comment'
      | 'edit-comment'
      | 'open-issue'
      | 'edit-issue'
      | 'close-issue'
      | 'create-milestone'
      | 'edit-milestone';
  }
>;

async function writeText(client: Client, here: Here, change: TextChange): Promise<Written> {
  const issue = '/repos/{owner}/{repo}/issues/{issue_number}';
  switch (change.kind) {
    case 'post-comment': {
      const body = { ...here, issue_number: change.number, body: change.body };
      const { data } = await client.request(`POST ${issue}/comments`, body);
      return { url: data.html_url, number: Number(data.id) };
    }
    case 'edit-comment': {
      const { commentId: comment_id, body } = change;
      const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
      const { data } = await client.request(route, { ...here, comment_id, body });
      return { url: data.html_url, number: Number(data.id) };
    }
    case 'open-issue': {
      const { title, body, labels, assignees } = change.issue;
      const asked = { ...here, title, body, labels: [...labels], assignees: [...assignees] };
      const { data } = await client.request('POST /repos/{owner}/{repo}/issues', asked);
      return { url: data.html_url, number: Number(data.number) };
    }
    case 'edit-issue': {
      const { number: issue_number, title, body } = change;
      const { data } = await client.request(`PATCH ${issue}`, { ...here, issue_number, title, body });
      return { url: data.html_url, number: Number(data.number) };
    }
    case 'close-issue': {
      const asked = { ...here, issue_number: change.number, state: 'closed' as const };
      const { data } = await client.request(`PATCH ${issue}`, asked);
      return { url: data.html_url, number: Number(data.number) };
    }
    case 'create-milestone': {
      const { title, description, dueDay } = change;
      // Noon, so that it is the same day in every zone in which GitHub shows it.
      const asked = { ...here, title, description, due_on: `${dueDay}T12:00:00Z` };
      const { data } = await client.request('POST /repos/{owner}/{repo}/milestones', asked);
      return { url: data.html_url, number: Number(data.number) };
    }
    case 'edit-milestone': {
      const { number: milestone_number, description } = change;
      const route = 'PATCH /repos/{owner}/{repo}/milestones/{milestone_number}';
      await client.request(route, { ...here, milestone_number, description });
      return nowhere;
    }
  }
}

async function publishCheck(
  client: Client,
  here: Here,
  check: Extract<Change, { kind: 'publish-check' }>['check'],
): Promise<Written> {
  const { title, summary, text, conclusion } = check;
  const annotations = check.annotations.map(({ path, line, level, title: heading, message }) => ({
    path,
    start_line: line,
    end_line: line,
    annotation_level: level,
    title: heading,
    message,
  }));
  const run = { ...here, name: 'Chokepoint', conclusion, output: { title, summary, text, annotations } };
  const { existingId: check_run_id } = check;
  const { data } =
    check_run_id === null
      ? await client.request('POST /repos/{owner}/{repo}/check-runs', {
          ...run,
          status: 'completed',
          head_sha: check.headSha,
        })
      : await client.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
          ...run,
          check_run_id,
        });
  return { url: data.html_url, number: Number(data.id) };
}

/** A label that is there already, or gone already, is what was wanted. */
function isAlreadySo(error: unknown, change: Change): boolean {
  if (!(error instanceof GitHubFault)) return false;
  const { code, found = '' } = error.problem;
  if (change.kind === 'remove-label' || change.kind === 'remove-reaction') return code === 'GITHUB_NOT_FOUND';
  const isCreated = change.kind === 'create-label' || change.kind === 'create-milestone';
  return isCreated && /already_exists/.test(found);
}

function isUnsure(error: unknown): boolean {
  return error instanceof GitHubFault && error.retry === 'again';
}

async function findMade(reader: MarkReader, change: Change): Promise<Written | null> {
  if (change.kind === 'post-comment') {
    const { marker, number } = change;
    return findOwn(reader, marker, await reader.readComments(number), ({ id }) => id);
  }
  if (change.kind !== 'open-issue') return null;
  const { marker, labels } = change.issue;
  return findOwn(reader, marker, await reader.listIssues({ state: 'open', labels }), ({ number }) => number);
}

async function findOwn<Found extends Comment | Issue>(
  reader: RepositoryReader,
  marker: string,
  candidates: readonly Found[],
  numberOf: (one: Found) => number,
): Promise<Written | null> {
  const account = await reader.account();
  const isOwn = ({ author, authorId }: Found) =>
    account.id === null ? author === account.login : authorId === account.id;
  const own = candidates.find((one) => isOwn(one) && one.body.includes(marker));
  return own === undefined ? null : { url: null, number: numberOf(own) };
}
