import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { webhookPath } from '../../src/app/server.ts';
import { webhookEvents } from '../../src/inbox/subject.ts';

const manifest: unknown = parse(readFileSync(new URL('../../app.yml', import.meta.url), 'utf8'));

describe('the manifest of the App', () => {
  it('asks for the permissions it needs and may never push code', () => {
    expect(manifest).toMatchObject({
      default_permissions: {
        issues: 'write',
        pull_requests: 'write',
        checks: 'write',
        contents: 'read',
        metadata: 'read',
      },
    });
  });

  it('subscribes to every event the inbox works on but those every App receives', () => {
    const asked = webhookEvents.filter((event) => !event.startsWith('installation'));
    expect(manifest).toMatchObject({ default_events: asked });
  });

  it('names the path the App listens on', () => {
    expect(manifest).toMatchObject({ hook_attributes: { url: expect.stringMatching(`${webhookPath}$`) } });
  });
});
