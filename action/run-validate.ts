import { readCandidateForm } from '../src/tasks/read-candidate-form.ts';
import { readRules } from '../src/tasks/read-rules.ts';
import { type Report, toAnnotation } from './report.ts';
import type { Run } from './run.ts';

/** Reads config and candidate form of the default branch and puts every Problem on its line. */
export async function runValidate({ inputs, world }: Run): Promise<Report> {
  const rules = await readRules(world, inputs.repository);
  const form = await readCandidateForm(world);
  const problems = [...rules.problems, ...form.problems];
  const jobSummary =
    problems.length === 0 ? 'Config and candidate form are fine.\n' : `${problems.length} Problems.\n`;
  return {
    outputs: { conclusion: problems.length === 0 ? 'success' : 'failure' },
    jobSummary,
    annotations: problems.map(toAnnotation),
    failure: problems.length === 0 ? null : 'Config or form have Problems: see the annotations.',
  };
}
