import { z } from 'zod';
import { type Fault, fault, type Path, type Workflow } from './workflow-shape.ts';

const writable = ['issues', 'pull-requests', 'checks'];

/** More permissions than are needed, or none stated. */
export function permissionFaults(workflow: Workflow): readonly Fault[] {
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
      .filter(([scope, access]) => access === 'write' && !writable.includes(scope))
      .map(([scope]) =>
        fault(code, `the token may write ${scope}.`, 'Make it `read`, or remove it.', [...path, scope]),
      );
  });
}

/** Runs of one subject that are not kept apart. */
export function concurrencyFaults({ concurrency }: Workflow): readonly Fault[] {
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
