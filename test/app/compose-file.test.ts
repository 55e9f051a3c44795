import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readSettings } from '../../src/app/env.ts';
import { settingsOf } from './support.ts';

const shape = z.object({
  services: z.record(
    z.string(),
    z.object({ environment: z.record(z.string(), z.string()), stop_grace_period: z.string().optional() }),
  ),
});
const { services } = shape.parse(
  parse(readFileSync(new URL('../../compose.yml', import.meta.url), 'utf8'), { merge: true }),
);

/** A value as compose would fill it in, every variable being the one word. */
function filledIn(value: string): string {
  return value.replace(/\$\{(\w+)(?::[-?]([^}]*))?\}/g, (_, name: string, text = '') =>
    name === 'APP_ID' ? '4711' : name === 'LOG_LEVEL' || name === 'GITHUB_API_URL' ? text : 'word',
  );
}

describe('compose.yml', () => {
  it('runs PostgreSQL, two processes that receive and two that work', () => {
    expect(Object.keys(services).sort()).toEqual(['postgres', 'web-1', 'web-2', 'worker-1', 'worker-2']);
  });

  it.each(['web-1', 'web-2', 'worker-1', 'worker-2'])('gives %s settings the App starts with', (name) => {
    const environment = services[name]?.environment ?? {};
    const filled = Object.entries(environment).map(([key, value]) => [key, filledIn(value)]);
    const { privateKey } = settingsOf();
    const settings = readSettings({
      ...Object.fromEntries(filled),
      PRIVATE_KEY_PATH: undefined,
      PRIVATE_KEY: privateKey,
    });
    expect(settings).toMatchObject({
      ok: true,
      value: { role: name.split('-')[0], store: { kind: 'postgresql' }, host: '0.0.0.0', port: 3000 },
    });
    expect(services[name]?.stop_grace_period).toBe('15s');
  });
});
