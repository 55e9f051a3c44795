import type { CheckToPublish } from '../tasks/change.ts';
import type { Written } from '../tasks/ports/writer.ts';
import type { Client } from './client.ts';
import type { Here } from './here.ts';

/** Makes the check run `Chokepoint` on the head commit, or turns the one that is there. */
export async function publishCheck(client: Client, here: Here, check: CheckToPublish): Promise<Written> {
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
