/**
 * A GitHub in the process: `emulate` keeps the state and refuses what it should, and a small front before it
 * adds what it lacks or does otherwise than GitHub's documentation says. It speaks real HTTP on 127.0.0.1, so
 * the App, the Action's bundle and the CLI run against it unchanged:
 *
 *   const github = await startEmbeddedGitHub({ seed: { repositories: [{ fullName: 'acme/app' }] } });
 *   await fetch(`${github.url}/repos/acme/app/issues`, { headers: { authorization: `token ${github.token('ana')}` } });
 *   await github.close();
 *
 * - Act as a person through REST with `github.token(login)`. What GitHub offers only in its pages (filing a
 *   form, pushing a commit, turning a pull request into a draft, deleting an issue) is a method here.
 * - The App signs in with `github.app`; `github.workflowToken` acts as `github-actions[bot]`.
 * - Every request is kept in `github.requests`, every webhook in `github.deliveries`.
 * - `github.inject` makes requests fail on purpose.
 * - Times follow `clock`. Several can run in one process.
 */

import type { Acting } from './acting.ts';
import type { DeliveryRecord } from './deliveries.ts';
import type { ChooseFault, Fault } from './faults.ts';
import type { RequestRecord } from './front.ts';
import { openWorld } from './open-world.ts';
import type { Seed } from './seed.ts';
import type { Permissions } from './world.ts';

export type { ChooseFault, DeliveryRecord, Fault, Permissions, RequestRecord, Seed };

export interface EmbeddedApp {
  readonly id: number;
  readonly slug: string;
  /** PEM, PKCS #1. */
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** On the first repository's owner; every further owner has the next number. */
  readonly installationId: number;
  readonly botLogin: string;
  readonly botUserId: number;
}

export interface EmbeddedGitHub extends Acting {
  /** The REST base, `http://127.0.0.1:PORT`; GraphQL is `${url}/graphql`. */
  readonly url: string;
  readonly app: EmbeddedApp;
  /** The personal token of a seeded person. */
  token(login: string): string;
  /** Acts as `github-actions[bot]` on the first repository, with the permissions last set for workflows. */
  readonly workflowToken: string;
  /** A workflow token of another repository, with its own permissions. */
  createWorkflowToken(repository: string, permissions: Permissions): string;
  setWorkflowPermissions(permissions: Permissions): void;
  setAppPermissions(permissions: Permissions): void;
  /** Suspends or resumes every installation of the App. */
  setSuspended(suspended: boolean): void;
  /** In order of arrival; `requests.length = 0` starts anew. */
  readonly requests: RequestRecord[];
  readonly deliveries: DeliveryRecord[];
  redeliver(guid: string): Promise<void>;
  /** Resolves when no webhook is under way. */
  settle(): Promise<void>;
  setWebhookUrl(url: string | null): void;
  inject(fault: Fault): void;
  /** Asked for each request of the App and of workflows, until the faults are cleared. */
  injectByChoice(choose: ChooseFault): void;
  clearFaults(): void;
  close(): Promise<void>;
}

export interface EmbeddedGitHubOptions {
  readonly seed: Seed;
  readonly clock?: () => Date;
  /** 0 or nothing: any free port. */
  readonly port?: number;
  readonly webhookUrl?: string;
  /** Largest page served (default 100, as on GitHub). */
  readonly pageLimit?: number;
  /** Events the App subscribes to (default: all it uses). */
  readonly events?: readonly string[];
}

export async function startEmbeddedGitHub(options: EmbeddedGitHubOptions): Promise<EmbeddedGitHub> {
  return openWorld(options);
}
