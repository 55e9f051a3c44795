import type { Problem } from '../core/problem.ts';
import { readYaml } from './read-yaml.ts';
import { concurrencyFaults, permissionFaults } from './workflow-permissions.ts';
import { type Fault, type Workflow, workflowSchema } from './workflow-shape.ts';
import { stepFaults, targetFaults } from './workflow-steps.ts';

/**
 * What makes a workflow unsafe beside Chokepoint (docs/security.md): a checkout of the head or a shell line under
 * `pull_request_target`, an expression inside a shell line, an action that is not pinned by commit, more permissions
 * than are needed, runs that cut each other off; and a commit that is still to be filled in. Problems, all at once,
 * each on its line: those of `readYaml`, and WORKFLOW_INVALID, WORKFLOW_PLACEHOLDER, WORKFLOW_UNPINNED,
 * WORKFLOW_EXPRESSION, WORKFLOW_HEAD, WORKFLOW_PERMISSIONS, WORKFLOW_CONCURRENCY.
 */
export function checkWorkflow(text: string, file: string): readonly Problem[] {
  const yaml = readYaml(text, file);
  if (!yaml.ok) return yaml.problems;
  const reading = workflowSchema.safeParse(yaml.value.data);
  if (!reading.success) {
    return reading.error.issues.map(({ path, message }) => ({
      code: 'WORKFLOW_INVALID',
      message: `This is not a workflow that can be read: ${path.length === 0 ? '' : `\`${path.join('.')}\`: `}${message}.`,
      expected: '`on` and `jobs` as GitHub describes them',
      fix: 'Correct it, or take the one that `chokepoint init` writes.',
      at: yaml.value.placeOf(path),
    }));
  }
  return faultsOf(reading.data).map(({ path, ...fault }) => ({ ...fault, at: yaml.value.placeOf(path) }));
}

/** Whether one of its steps runs Chokepoint's Action. */
export function usesChokepoint(text: string): boolean {
  return /^\s*(?:- )?uses:\s*['"]?(?:\S+\/chokepoint@|\.\/['"]?\s*(?:#|$))/m.test(text);
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
