import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fail, type Problem, type Result, succeed } from '../src/core/problem.ts';
import { clientExpectations, clientSettings, tokenSetting } from '../src/github/client-settings.ts';

const modes = ['auto', 'check', 'summary', 'sweep', 'validate'] as const;

/** What a run is asked to do, and on what; the event gives identity only, everything else is read anew. */
export interface Inputs {
  readonly token: string;
  readonly mode: (typeof modes)[number];
  readonly metric: number | null;
  readonly dryRun: boolean;
  /** Where the summary is written as a page; `null` where none is wanted. */
  readonly html: string | null;
  readonly event: string;
  /** `owner/repo`. */
  readonly repository: string;
  /** Of the pull request or issue the event is about. */
  readonly number: number | null;
  readonly isPullRequest: boolean;
  /** The milestone the event is about: the subject itself, or the one its subject is in, entered or left. */
  readonly milestone: number | null;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly writeIntervalMilliseconds: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

const environmentSchema = z.object({
  INPUT_TOKEN: tokenSetting,
  INPUT_MODE: z.enum(modes).default('auto'),
  INPUT_METRIC: z.coerce.number().optional(),
  'INPUT_DRY-RUN': z.enum(['true', 'false']).default('false'),
  INPUT_HTML: z.string().optional(),
  GITHUB_EVENT_NAME: z.string().min(1),
  GITHUB_REPOSITORY: z.string().regex(/^[^/]+\/[^/]+$/),
  GITHUB_SERVER_URL: z.url().default('https://github.com'),
  ...clientSettings,
});

const expectations: Readonly<Record<string, { expected: string; fix: string }>> = {
  ...clientExpectations,
  INPUT_TOKEN: {
    expected: 'a token, in one line and without spaces',
    fix: 'Leave the input `token` out to use the token of the workflow.',
  },
  INPUT_MODE: { expected: `one of ${modes.join(', ')}`, fix: 'Correct the input `mode`, or leave it out.' },
  INPUT_METRIC: { expected: 'a number such as 41.5', fix: 'Correct the input `metric`, or leave it out.' },
  'INPUT_DRY-RUN': { expected: 'true or false', fix: 'Correct the input `dry-run`, or leave it out.' },
};

const numbered = z.object({ number: z.int().positive() });
const inMilestone = numbered.extend({ milestone: numbered.nullish() });

const eventSchema = z.object({
  pull_request: inMilestone.optional(),
  issue: inMilestone.extend({ pull_request: z.unknown().optional() }).optional(),
  milestone: numbered.nullish(),
});

/** Reads inputs and event, every Problem at once: `INPUT_INVALID`, `EVENT_UNREADABLE`. The token is in none. */
export function readInputs(environment: Environment): Result<Inputs> {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const read = environmentSchema.safeParse(filled);
  const event = readEvent(filled['GITHUB_EVENT_PATH']);
  const problems = [
    ...(read.success ? [] : read.error.issues.map(({ path }) => toProblem(String(path[0]), filled))),
    ...(event.ok ? [] : event.problems),
  ];
  if (!read.success || !event.ok) return fail(...problems);
  const { data } = read;
  const { pull_request: pull, issue, milestone } = event.value;
  return succeed({
    token: data.INPUT_TOKEN,
    mode: data.INPUT_MODE,
    metric: data.INPUT_METRIC ?? null,
    dryRun: data['INPUT_DRY-RUN'] === 'true',
    html: data.INPUT_HTML ?? null,
    event: data.GITHUB_EVENT_NAME,
    repository: data.GITHUB_REPOSITORY,
    number: pull?.number ?? issue?.number ?? null,
    isPullRequest: pull !== undefined || issue?.pull_request !== undefined,
    milestone: (milestone ?? pull?.milestone ?? issue?.milestone)?.number ?? null,
    apiUrl: data.GITHUB_API_URL,
    serverUrl: data.GITHUB_SERVER_URL,
    writeIntervalMilliseconds: data.CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS,
  });
}

function readEvent(path: string | undefined): Result<z.infer<typeof eventSchema>> {
  try {
    const event: unknown = path === undefined ? {} : JSON.parse(readFileSync(path, 'utf8'));
    return succeed(eventSchema.parse(event));
  } catch {
    return fail({
      code: 'EVENT_UNREADABLE',
      message: 'The event of this run could not be read.',
      expected: 'the file of GITHUB_EVENT_PATH, as the runner writes it',
      fix: 'Run the Action in a workflow on GitHub, or give it the event file.',
    });
  }
}

function toProblem(name: string, filled: Environment): Problem {
  const help = expectations[name] ?? {
    expected: 'what a runner sets',
    fix: 'Run the Action in a workflow on GitHub.',
  };
  const what = name.startsWith('INPUT_') ? `The input \`${name.slice(6).toLowerCase()}\`` : name;
  const isSecret = name === 'INPUT_TOKEN' && filled[name] !== undefined;
  const found = isSecret ? 'something else' : (filled[name] ?? 'nothing');
  return { code: 'INPUT_INVALID', message: `${what} cannot be used.`, found, ...help };
}
