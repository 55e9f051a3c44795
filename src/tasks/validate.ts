import { checkWorkflow, usesChokepoint } from '../config/check-workflow.ts';
import { readCandidateTemplate, readDiagnosisTemplate } from '../config/read-template.ts';
import type { Problem } from '../core/problem.ts';
import { candidateFormPath, configPath, diagnosisFormPath } from '../core/settings-files.ts';
import type { FileReading, Files, WorkflowFiles } from './ports/files.ts';

export interface Validated {
  readonly problems: readonly Problem[];
  /** The files that are there and were looked at. */
  readonly paths: readonly string[];
  /** Of config and forms what is not there: the defaults and the built-in forms are in force. */
  readonly absent: readonly string[];
}

/**
 * Checks config, both forms and the workflows that use Chokepoint, every Problem at once. `checkConfig` reads the
 * config where it stands: on disk without what it extends, on GitHub with it.
 */
export async function validate(
  world: Files & WorkflowFiles,
  checkConfig: (file: FileReading) => Promise<readonly Problem[]>,
): Promise<Validated> {
  const checks = [
    [configPath, checkConfig],
    [candidateFormPath, formCheck(readCandidateTemplate, candidateFormPath)],
    [diagnosisFormPath, formCheck(readDiagnosisTemplate, diagnosisFormPath)],
  ] as const;
  const problems: Problem[] = [];
  const paths: string[] = [];
  const absent: string[] = [];
  for (const [path, check] of checks) {
    const file = await world.readFile(path);
    (file.kind === 'absent' ? absent : paths).push(path);
    if (file.kind === 'file') problems.push(...(await check(file)));
  }
  for (const { path, text } of await world.readWorkflows()) {
    if (!usesChokepoint(text)) continue;
    paths.push(path);
    problems.push(...checkWorkflow(text, path));
  }
  return { problems, paths, absent };
}

function formCheck(read: typeof readCandidateTemplate, path: string) {
  return async (file: FileReading): Promise<readonly Problem[]> => {
    if (file.kind === 'absent') return [];
    const reading = read(file.text, path);
    return reading.ok ? reading.value.problems : reading.problems;
  };
}
