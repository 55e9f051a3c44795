/** Which issues a pull request closes: by GitHub's closing keywords in its body, and by links made by hand. */

import type { Related } from './relation-summaries.ts';
import type { Repository, Subject, World } from './world.ts';
import { findRepository, isPull } from './world.ts';

const KEYWORD = /(?<![\w-])(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+/i.source;
const REFERENCE =
  /(?:(?:(?<owner>[\w.-]+)\/(?<name>[\w.-]+))?#|(?<url>https?:\/\/[^\s/]+\/(?<urlOwner>[\w.-]+)\/(?<urlName>[\w.-]+)\/issues\/))(?<number>\d+)\b/
    .source;

/**
 * Only a pull request into the default branch closes issues, and only issues: a reference to a pull request
 * counts for nothing. In the order of the text, each once, links made by hand last.
 */
export function closingReferences(world: World, repository: Repository, pull: Subject): Related[] {
  if (!isPull(pull)) return [];
  const found: Related[] = [];
  const add = (home: Repository | undefined, number: number) => {
    const subject = home?.subjects.get(number);
    if (home === undefined || subject === undefined || isPull(subject)) return;
    if (!found.some((related) => related.subject === subject)) found.push({ repository: home, subject });
  };
  if (pull.pull.base.ref === repository.json.default_branch) {
    for (const { groups } of (pull.issue.body ?? '').matchAll(new RegExp(KEYWORD + REFERENCE, 'gi'))) {
      const owner = groups?.['owner'] ?? groups?.['urlOwner'];
      const name = groups?.['name'] ?? groups?.['urlName'];
      const url = groups?.['url'];
      const foreign =
        url !== undefined && !url.startsWith(world.url) && !url.startsWith('https://github.com/');
      if (foreign) continue;
      const named = owner !== undefined && name !== undefined;
      add(named ? findRepository(world, owner, name) : repository, Number(groups?.['number']));
    }
  }
  for (const number of pull.linkedIssueNumbers) add(repository, number);
  return found;
}

/** The pull requests that close an issue. */
export function closedByPulls(world: World, issue: Subject): Related[] {
  return [...world.repositories.values()].flatMap((repository) =>
    [...repository.subjects.values()]
      .filter((subject) => closingReferences(world, repository, subject).some((one) => one.subject === issue))
      .map((subject) => ({ repository, subject })),
  );
}
