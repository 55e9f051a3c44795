/** An App as it stands in comments, issues and check runs. */

import type { AppIdentity, Permissions, World } from './world.ts';
import { accountOf } from './world.ts';

export function renderApp(world: World, app: AppIdentity): Record<string, unknown> {
  return {
    id: app.id,
    slug: app.slug,
    node_id: `A_${app.id}`,
    owner: world.accounts.get(app.owner.toLowerCase()) ?? accountOf(world, botLoginOf(app)),
    name: app.name,
    description: '',
    external_url: `${world.url}/apps/${app.slug}`,
    html_url: `${world.url}/apps/${app.slug}`,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    permissions: permissionsOf(world, app),
    events: app.id === world.app.id ? world.appEvents : [],
  };
}

export function botLoginOf(app: AppIdentity): string {
  return `${app.slug}[bot]`;
}

function permissionsOf(world: World, app: AppIdentity): Permissions {
  return app.id === world.app.id ? world.appPermissions : world.workflowPermissions;
}
