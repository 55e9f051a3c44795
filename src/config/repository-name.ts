/** Whether `text` has the form `owner/repo` that GitHub gives repositories; nothing in it can leave the two parts. */
export function isRepositoryName(text: string): boolean {
  return /^[a-z\d][\w-]{0,99}\/(?!\.{1,2}$)[\w.-]{1,100}$/i.test(text);
}

/** Whether both belong to the same owner; GitHub compares logins without case. */
export function haveSameOwner(one: string, other: string): boolean {
  return ownerOf(one) === ownerOf(other);
}

function ownerOf(repository: string): string {
  return repository.slice(0, repository.indexOf('/')).toLowerCase();
}
