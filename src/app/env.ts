import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { z } from 'zod';
import { fail, type Problem, type Result, succeed } from '../core/problem.ts';
import { clientExpectations, clientSettings } from '../github/client-settings.ts';
import { readPlace } from '../inbox/read-place.ts';
import type { StorePlace } from '../inbox/store.ts';
import { type LogLevel, logLevels } from './log.ts';

/** What the operator decided; everything the App knows of its surroundings. */
export interface Settings {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  /** The secret GitHub signs with. */
  readonly webhookSecret: string;
  /** The one before it, still accepted while it is being replaced. */
  readonly previousWebhookSecret: string | null;
  /** Without a slash at the end. Only the operator names the host that is asked. */
  readonly apiUrl: string;
  readonly store: StorePlace;
  /** `web` receives, `worker` works, `all` does both. */
  readonly role: Role;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly logLevel: LogLevel;
  /** Pause between two writes to GitHub; 0 writes without a pause. */
  readonly writeIntervalMilliseconds: number;
  readonly processId: number;
  readonly secrets: readonly string[];
}

const roles = ['all', 'web', 'worker'] as const;
export type Role = (typeof roles)[number];

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the App's settings from environment variables; an empty one counts as not set. Every Problem
 * at once: `SETTING_MISSING`, `SETTING_INVALID`, `SETTING_UNSAFE`, `ROLE_NEEDS_POSTGRESQL`. No Problem repeats a secret.
 * Described in docs/running-the-app.md.
 */
export function readSettings(environment: Environment = process.env): Result<Settings> {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const reading = environmentSchema.safeParse(filled);
  const key = readPrivateKey(filled);
  const problems = [
    ...(reading.success ? [] : reading.error.issues.map((issue) => toProblem(issue, filled))),
    ...(key.ok ? [] : key.problems),
    ...(reading.success ? roleProblems(reading.data) : []),
  ];
  if (!reading.success || !key.ok || problems.length > 0) return fail(...problems);
  return succeed(toSettings(reading.data, key.value));
}

const secret = z.string().refine((value) => value !== 'development', { params: { unsafe: true } });

const environmentSchema = z.object({
  APP_ID: z.coerce.number().int().positive(),
  WEBHOOK_SECRET: secret,
  WEBHOOK_SECRET_PREVIOUS: secret.optional(),
  ...clientSettings,
  CHOKEPOINT_DATA: z.string().optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  CHOKEPOINT_ROLE: z.enum(roles).default('all'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  LOG_LEVEL: z.enum(logLevels).default('info'),
});

const expectations: Readonly<Record<string, { expected: string; fix: string }>> = {
  APP_ID: {
    expected: "the App's number",
    fix: "Register the App with `chokepoint serve --setup`, or set APP_ID to the App ID shown on the App's settings page on GitHub.",
  },
  WEBHOOK_SECRET: {
    expected: 'a long random text, known to GitHub and to this App alone',
    fix: "Make one with `openssl rand -hex 32`, enter it as the webhook secret on the App's settings page on GitHub, and set WEBHOOK_SECRET to it.",
  },
  WEBHOOK_SECRET_PREVIOUS: {
    expected: 'the webhook secret that is being replaced',
    fix: 'Set it to the earlier secret, or leave it out when none is being replaced.',
  },
  ...clientExpectations,
  DATABASE_URL: {
    expected: 'an address that starts with postgresql://',
    fix: 'Correct DATABASE_URL, or leave it out to keep the store in the folder CHOKEPOINT_DATA.',
  },
  CHOKEPOINT_ROLE: {
    expected: `one of ${roles.join(', ')}`,
    fix: 'Correct CHOKEPOINT_ROLE or --role, or leave it out for all.',
  },
  PORT: { expected: 'a whole number from 0 to 65535', fix: 'Correct PORT, or leave it out for 3000.' },
  LOG_LEVEL: {
    expected: `one of ${logLevels.join(', ')}`,
    fix: 'Correct LOG_LEVEL, or leave it out for info.',
  },
};

/** Several processes need a store that several can open. */
function roleProblems({
  CHOKEPOINT_ROLE: role,
  DATABASE_URL: url,
}: z.infer<typeof environmentSchema>): readonly Problem[] {
  if (role === 'all' || url !== undefined) return [];
  return [
    {
      code: 'ROLE_NEEDS_POSTGRESQL',
      message: `The embedded store serves one process, so a ${role} process would be alone with it.`,
      found: `the role ${role} and no DATABASE_URL`,
      expected: 'the role all, or a PostgreSQL that every process uses',
      fix: 'Set DATABASE_URL to the same PostgreSQL for all processes, or leave the role out.',
    },
  ];
}

const secretNames = ['WEBHOOK_SECRET', 'WEBHOOK_SECRET_PREVIOUS', 'DATABASE_URL'];

function toProblem(issue: z.core.$ZodIssue, filled: Environment): Problem {
  const name = String(issue.path[0]);
  const value = filled[name];
  const help = expectations[name] ?? { expected: 'another value', fix: `Correct ${name}.` };
  if (value === undefined)
    return { code: 'SETTING_MISSING', message: `${name} is not set.`, found: 'nothing', ...help };
  if (issue.code === 'custom') {
    const message = `${name} is a default that everybody knows, so anybody could sign a webhook.`;
    return { code: 'SETTING_UNSAFE', message, ...help };
  }
  const found = secretNames.includes(name) ? {} : { found: value };
  return { code: 'SETTING_INVALID', message: `${name} cannot be used.`, ...found, ...help };
}

/** PRIVATE_KEY as PEM, with line ends as `\n` if need be, or as Base64 of it; or the file of PRIVATE_KEY_PATH. */
function readPrivateKey({ PRIVATE_KEY: given, PRIVATE_KEY_PATH: path }: Environment): Result<string> {
  const help = {
    expected: 'the private key of the App, in PEM as GitHub made it',
    fix: "Generate a private key on the App's settings page on GitHub and set PRIVATE_KEY_PATH to the file, or PRIVATE_KEY to its content.",
  };
  if (given === undefined && path === undefined) {
    const message = 'Neither PRIVATE_KEY nor PRIVATE_KEY_PATH is set.';
    return fail({ code: 'SETTING_MISSING', message, found: 'nothing', ...help });
  }
  const name = given === undefined ? 'PRIVATE_KEY_PATH' : 'PRIVATE_KEY';
  try {
    const text = given ?? readFileSync(path ?? '', 'utf8');
    const pem = text.includes('-----BEGIN')
      ? text.replaceAll('\\n', '\n')
      : Buffer.from(text, 'base64').toString();
    createPrivateKey(pem);
    return succeed(pem);
  } catch {
    const message = `${name} does not lead to a private key that can be read.`;
    return fail({ code: 'SETTING_INVALID', message, ...help });
  }
}

function toSettings(read: z.infer<typeof environmentSchema>, privateKey: string): Settings {
  const previousWebhookSecret = read.WEBHOOK_SECRET_PREVIOUS ?? null;
  return {
    appId: read.APP_ID,
    privateKey,
    webhookSecret: read.WEBHOOK_SECRET,
    previousWebhookSecret,
    apiUrl: read.GITHUB_API_URL,
    store: readPlace(read),
    role: read.CHOKEPOINT_ROLE,
    host: read.HOST,
    port: read.PORT,
    logLevel: read.LOG_LEVEL,
    writeIntervalMilliseconds: read.CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS,
    processId: process.pid,
    secrets: [
      privateKey,
      read.WEBHOOK_SECRET,
      previousWebhookSecret ?? '',
      ...(read.DATABASE_URL ? passwordSpellings(read.DATABASE_URL) : []),
    ].filter((value) => value !== ''),
  };
}

/** The password of an address as written there and as the server knows it. */
function passwordSpellings(address: string): readonly string[] {
  const { password } = new URL(address);
  try {
    return [password, decodeURIComponent(password)];
  } catch {
    return [password];
  }
}
