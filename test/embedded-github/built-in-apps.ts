/** The App under test and GitHub's own Actions app, as every embedded GitHub knows them. */
import type { Permissions } from './world.ts';

export const CHOKEPOINT = { id: 424_242, slug: 'chokepoint', name: 'Chokepoint' } as const;
export const GITHUB_ACTIONS = { id: 15_368, slug: 'github-actions', name: 'GitHub Actions' } as const;
export const BOT_LOGINS = [`${CHOKEPOINT.slug}[bot]`, `${GITHUB_ACTIONS.slug}[bot]`] as const;

export const FIRST_INSTALLATION_ID = 51_000_001;
export const HOOK_ID = 77_001;
export const WEBHOOK_SECRET = 'embedded-github-webhook-secret';

/** What the App's manifest asks for. */
export const APP_PERMISSIONS: Permissions = {
  issues: 'write',
  pull_requests: 'write',
  checks: 'write',
  contents: 'read',
  metadata: 'read',
};

export const APP_EVENTS: readonly string[] = [
  'issues',
  'issue_comment',
  'pull_request',
  'milestone',
  'label',
  'check_run',
  'sub_issues',
  'issue_dependencies',
  'push',
  'repository',
];
