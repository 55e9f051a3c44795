import { fail, type Result, succeed } from '../core/problem.ts';
import { readYaml, type YamlData } from './read-yaml.ts';
import { type Workflow, workflowSchema } from './workflow-shape.ts';

export interface WorkflowReading extends Pick<YamlData, 'placeOf'> {
  readonly workflow: Workflow;
}

/** Reads the text of a workflow. Problems, all at once, each in `file`: those of `readYaml`, and WORKFLOW_INVALID. */
export function readWorkflow(text: string, file: string): Result<WorkflowReading> {
  const yaml = readYaml(text, file);
  if (!yaml.ok) return yaml;
  const { data, placeOf } = yaml.value;
  const reading = workflowSchema.safeParse(data);
  if (reading.success) return succeed({ workflow: reading.data, placeOf });
  return fail(
    ...reading.error.issues.map(({ path, message }) => ({
      code: 'WORKFLOW_INVALID',
      message: `This is not a workflow that can be read: ${path.length === 0 ? '' : `\`${path.join('.')}\`: `}${message}.`,
      expected: '`on` and `jobs` as GitHub describes them',
      fix: 'Correct it, or take the one that `chokepoint init` writes.',
      at: placeOf(path),
    })),
  );
}
