import { z } from 'zod';
import type { Problem } from '../core/problem.ts';
import { readYaml } from './read-yaml.ts';

const stepSchema = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});

const permissionsSchema = z.union([z.string(), z.record(z.string(), z.string())]);

const workflowSchema = z.looseObject({
  on: z.union([z.string(), z.array(z.string()), z.record(z.string(), z.unknown())]),
  permissions: permissionsSchema.optional(),
  concurrency: z.unknown(),
  jobs: z.record(
    z.string(),
    z.looseObject({
      permissions: permissionsSchema.optional(),
      steps: z.array(stepSchema).nullish(),
    }),
  ),
});

type Workflow = z.infer<typeof workflowSchema>;
type Step = z.infer<typeof stepSchema>;
type Path = readonly PropertyKey[];

interface Fault {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
  readonly path: Path;
}

/**
 * What makes a workflow unsafe beside Chokepoint (docs/security.md): a checkout of the head or a shell line under
 * `pull_request_target`, an expression inside a shell line, an action that is not pinned by commit, more permissions than are needed, runs
 * that cut each other off; and a commit that is still to be filled in. Problems, all at once, each on its line: those of `readYaml`, and WORKFLOW_INVALID,
 * WORKFLOW_PLACEHOLDER, WORKFLOW_UNPINNED, WORKFLOW_EXPRESSION, WORKFLOW_HEAD, WORKFLOW_PERMISSIONS, WORKFLOW_CONCURRENCY.
 */
export function checkWorkflow(text: string, file: string): readonly Problem[] {
  const yaml = readYaml(text, file);
  if (!yaml.ok) return yaml.problems;
  const reading = workflowSchema.safeParse(yaml.value.data);
  if (!reading.success) {
    return reading.error.issues.map(({ path, message }) => ({
      code: 'WORKFLOW_INVALID',
      message: `This is not a workflow that can be read: ${message}.`,
      expected: '`on` and `jobs` as GitHub describes them',
      fix: 'Correct it, or take the one that `chokepoint init` writes.',
      at: yaml.value.placeOf(path),
    }));
  }
  return faultsOf(reading.data).map(({ path, ...fault }) => ({ ...fault, at: yaml.value.placeOf(path) }));
}

/** Whether one of its steps runs Chokepoint's Action. */
export function usesChokepoint(text: string): boolean {
  return /^\s*(?:- )?uses:\s*['"]?(?:\S+\/chokepoint@|\.\/)/m.test(text);
}

function faultsOf(workflow: Workflow): readonly Fault[] {
  const onTarget = startsOnTarget(workflow);
  const steps = Object.entries(workflow.jobs).flatMap(([job, { steps: all }]) =>
    (all ?? []).map((step, index) => ({ step, path: ['jobs', job, 'steps', index] })),
  );
  return [
    ...permissionFaults(workflow),
    ...concurrencyFaults(workflow),
    ...steps.flatMap(({ step, path }) => stepFaults(step, path)),
    ...(onTarget ? steps.flatMap(({ step, path }) => targetFaults(step, path)) : []),
  ];
}

function stepFaults({ uses, run }: Step, path: Path): readonly Fault[] {
  const isPlaceholder = uses?.endsWith(`@${'0'.repeat(40)}`) ?? false;
  const unpinned = uses !== undefined && !/^\.\/$|^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(uses);
  return [
    ...(isPlaceholder
      ? [
          fault(
            'WORKFLOW_PLACEHOLDER',
            `${uses} is a placeholder.`,
            'Put your copy of Chokepoint there, and the commit that you have reviewed.',
            [...path, 'uses'],
          ),
        ]
      : []),
    ...(unpinned
      ? [
          fault(
            'WORKFLOW_UNPINNED',
            `${uses} is not pinned by commit.`,
            'Write the commit of 40 digits that you have reviewed.',
            [...path, 'uses'],
          ),
        ]
      : []),
    ...(run?.includes('${{')
      ? [
          fault(
            'WORKFLOW_EXPRESSION',
            'an expression stands inside run:.',
            'Hand the value over in `env:` and quote it in the shell.',
            [...path, 'run'],
          ),
        ]
      : []),
  ];
}

/** Without `ref` a checkout under `pull_request_target` takes the base, never the head. */
function targetFaults({ uses, run, with: settings = {} }: Step, path: Path): readonly Fault[] {
  if (run !== undefined) {
    return [
      fault(
        'WORKFLOW_HEAD',
        'a shell line runs under pull_request_target.',
        'Move it to a workflow of its own on pull_request.',
        [...path, 'run'],
      ),
    ];
  }
  if (!uses?.startsWith('actions/checkout@')) return [];
  const chosen = ['ref', 'repository'].filter((key) => key in settings);
  const keeps = settings['persist-credentials'] !== false;
  return [
    ...chosen.map((key) =>
      fault(
        'WORKFLOW_HEAD',
        `a checkout under pull_request_target chooses its ${key}.`,
        'Remove it: without it the base is checked out.',
        [...path, 'with', key],
      ),
    ),
    ...(keeps
      ? [
          fault(
            'WORKFLOW_HEAD',
            'a checkout keeps the credentials of the token.',
            'Add `persist-credentials: false`.',
            [...path, 'uses'],
          ),
        ]
      : []),
  ];
}

function startsOnTarget({ on }: Workflow): boolean {
  if (typeof on === 'string') return on === 'pull_request_target';
  return Array.isArray(on) ? on.includes('pull_request_target') : 'pull_request_target' in on;
}

/** A workflow that only a tag starts may prove to a registry who it is. */
function isRelease({ on }: Workflow): boolean {
  return z.strictObject({ push: z.strictObject({ tags: z.array(z.string()) }) }).safeParse(on).success;
}

const writable = ['issues', 'pull-requests', 'checks'];

function permissionFaults(workflow: Workflow): readonly Fault[] {
  const { permissions, jobs } = workflow;
  const code = 'WORKFLOW_PERMISSIONS';
  if (permissions === undefined) {
    return [
      fault(
        code,
        'permissions are not stated for the whole workflow.',
        'Write `permissions: {}` at the top, and what is needed in the job.',
        ['jobs'],
      ),
    ];
  }
  const allowed = isRelease(workflow) ? ['id-token'] : writable;
  const stated: readonly (readonly [Workflow['permissions'], Path])[] = [
    [permissions, ['permissions']],
    ...Object.entries(jobs).map(([job, of]) => [of.permissions, ['jobs', job, 'permissions']] as const),
  ];
  return stated.flatMap(([one, path]) => {
    if (typeof one === 'string') {
      return [
        fault(code, `permissions are ${one} for everything.`, 'Name what is needed, one by one.', path),
      ];
    }
    return Object.entries(one ?? {})
      .filter(([scope, access]) => access === 'write' && !allowed.includes(scope))
      .map(([scope]) =>
        fault(code, `the token may write ${scope}.`, 'Make it `read`, or remove it.', [...path, scope]),
      );
  });
}

function concurrencyFaults({ concurrency }: Workflow): readonly Fault[] {
  const stated = z
    .object({ group: z.string(), 'cancel-in-progress': z.literal(false) })
    .safeParse(concurrency);
  const fix = 'Give `concurrency` a group for each subject and `cancel-in-progress: false`.';
  return stated.success
    ? []
    : [
        fault('WORKFLOW_CONCURRENCY', 'runs of one subject are not kept apart, or cut each other off.', fix, [
          'concurrency',
        ]),
      ];
}

function fault(code: string, message: string, fix: string, path: Path): Fault {
  return { code, message, fix, path };
}
