import { readCandidateForm } from '../src/tasks/read-candidate-form.ts';
import { readDiagnosisForm } from '../src/tasks/read-diagnosis-form.ts';
import { readRules } from '../src/tasks/read-rules.ts';
import { type Report, toAnnotation } from './report.ts';
import type { Run } from './run.ts';

/** Reads config and forms of the default branch and puts every Problem on its line. */
export async function runValidate({ inputs, world }: Run): Promise<Report> {
  const rules = await readRules(world, inputs.repository);
  const candidate = await readCandidateForm(world);
  const diagnosis = await readDiagnosisForm(world);
  const problems = [...rules.problems, ...candidate.problems, ...diagnosis.problems];
  const jobSummary =
    problems.length === 0 ? 'Config and forms are fine.\n' : `${problems.length} Problems.\n`;
  return {
    outputs: { conclusion: problems.length === 0 ? 'success' : 'failure' },
    jobSummary,
    annotations: problems.map(toAnnotation),
    failure: problems.length === 0 ? null : 'Config or forms have Problems: see the annotations.',
  };
}
