import type { Change } from '../tasks/change.ts';
import type { Written } from '../tasks/ports/writer.ts';
import type { Client } from './client.ts';
import type { Here } from './here.ts';

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

/** Posts or edits what people read: comments, issues, milestones. */
export async function writeText(client: Client, here: Here, change: TextChange): Promise<Written> {
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
      return { url: null, number: null };
    }
  }
}
