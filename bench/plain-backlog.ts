/** What a script without an index does: every open candidate, a hundred a page, and the comments of each. */
import process from 'node:process';
import { Octokit } from '@octokit/rest';

const [baseUrl = '', owner = '', repo = ''] = process.argv.slice(2);
const octokit = new Octokit({ baseUrl, auth: 'large-token' });
const issues = await octokit.paginate(octokit.rest.issues.listForRepo, {
  ...{ owner, repo, labels: 'candidate', state: 'open', per_page: 100 },
});
const bodies: unknown[] = [];
for (const { number, body } of issues) {
  const query = { owner, repo, issue_number: number, per_page: 100 };
  bodies.push(body, await octokit.paginate(octokit.rest.issues.listComments, query));
}
process.stdout.write(`${bodies.length / 2} candidates\n`);
