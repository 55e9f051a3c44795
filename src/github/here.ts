/** A repository in the two parts by which REST asks for it; GraphQL calls the second one `name`. */
export interface Here {
  readonly owner: string;
  readonly repo: string;
}

/** `owner/repo` in its parts. */
export function toHere(repository: string): Here {
  const [owner = '', repo = ''] = repository.split('/');
  return { owner, repo };
}
