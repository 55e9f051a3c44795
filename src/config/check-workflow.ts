import type { Problem } from '../core/problem.ts';
import { readWorkflow } from './read-workflow.ts';
import { concurrencyFaults, permissionFaults } from './workflow-permissions.ts';
import type { Fault, Workflow } from './workflow-shape.ts';
import { stepFaults, targetFaults } from './workflow-steps.ts';

/**
 * What makes a workflow unsafe beside Chokepoint (docs/security.md): a checkout of the head or a shell line under
 * `pull_request_target`, an expression inside a shell line, an action that is not pinned by commit, more permissions
 * than are needed, runs that cut each other off; and a commit that is still to be filled in. Problems, all at once,
 * each on its line: those of `readWorkflow`, and WORKFLOW_PLACEHOLDER, WORKFLOW_UNPINNED,
 * WORKFLOW_EXPRESSION, WORKFLOW_HEAD, WORKFLOW_PERMISSIONS, WORKFLOW_CONCURRENCY.
 */
export function checkWorkflow(text: string, file: string): readonly Problem[] {
  const reading = readWorkflow(text, file);
  if (!reading.ok) return reading.problems;
  const { workflow, placeOf } = reading.value;
  return faultsOf(workflow).map(({ path, ...fault }) => ({ ...fault, at: placeOf(path) }));
}

/** Whether one of its steps runs Chokepoint's Action. */
export function usesChokepoint(text: string): boolean {
  return /^[ \t]*(?:-[ \t]+)?uses:[ \t]*['"]?(?:\S+\/chokepoint@|\.\/['"]?[ \t]*(?:#|$))/m.test(text);
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

function startsOnTarget({ on }: Workflow): boolean {
  if (typeof on === 'string') return on === 'pull_request_target';
  return Array.isArray(on) ? on.includes('pull_request_target') : 'pull_request_target' in on;
}
