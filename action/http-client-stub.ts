/**
 * Stands in for `@actions/http-client` in the bundle. `@actions/core` uses it for OIDC tokens alone,
 * which the Action never asks for, and loading it doubles the time until the Action starts.
 */
export class HttpClient {
  constructor() {
    throw new Error('The bundle has no client for OIDC tokens.');
  }
}

export class BearerCredentialHandler {
  readonly token: string;

  constructor(token: string) {
    this.token = token;
  }
}
