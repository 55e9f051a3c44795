/**
 * Stands in for what `@actions/core` loads for OIDC tokens and for the name of the operating system, neither of
 * which the Action asks for: `@actions/http-client` and `@actions/exec`. Loading them costs more time than anything
 * else at the start.
 */
export class HttpClient {
  constructor() {
    throw new Error(absent);
  }
}

export class BearerCredentialHandler {
  readonly token: string;

  constructor(token: string) {
    this.token = token;
  }
}

export function getExecOutput(): never {
  throw new Error(absent);
}

const absent = 'This part of @actions/core is not in the bundle.';
