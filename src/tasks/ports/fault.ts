/** How every port rejects, where what went wrong is known. */
export interface Fault extends Error {
  /** `later`: try again at a time that is known; `never`: trying again cannot help; `again`: it may pass by itself. */
  readonly retry: 'later' | 'never' | 'again';
}

/** What trying again cannot change, such as a permission that is missing. */
export function isFinal(error: unknown): error is Error {
  return retryOf(error) === 'never';
}

/** A limit of GitHub's: the whole job is put off, nothing of it is taken for missing. */
export function isPutOff(error: unknown): boolean {
  return retryOf(error) === 'later';
}

function retryOf(error: unknown): unknown {
  return error instanceof Error && 'retry' in error ? error.retry : null;
}
