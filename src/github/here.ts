/** A repository in the two parts by which REST asks for it; GraphQL calls the second one `name`. */
export interface Here {
  readonly owner: string;
  readonly repo: string;
}

/** Where an issue says that it is. */
export interface IssueHome {
  readonly repository_url: string;
}

/** Whether an issue that REST answered with is one of this repository. */
export function isHere({ owner, repo }: Here, { repository_url: url }: IssueHome): boolean {
  return url.toLowerCase().endsWith(`/repos/${owner}/${repo}`.toLowerCase());
}

/** `owner/repo` in its parts. */
export function toHere(repository: string): Here {
  const [owner = '', repo = ''] = repository.split('/');
  return { owner, repo };
}
