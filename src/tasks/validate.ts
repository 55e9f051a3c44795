import { checkDuties } from '../config/check-duties.ts';
import { checkWorkflow, usesChokepoint } from '../config/check-workflow.ts';
import { readCandidateTemplate, readDiagnosisTemplate } from '../config/read-template.ts';
import type { Policy } from '../core/policy.ts';
import type { Problem, Result } from '../core/problem.ts';
import { candidateFormPath, configPath, diagnosisFormPath } from '../core/settings-files.ts';
import type { Files, WorkflowFiles } from './ports/files.ts';

export interface Validated {
  readonly problems: readonly Problem[];
  /** The files that are there and were looked at. */
  readonly paths: readonly string[];
  /** Of config and forms what is not there: the defaults and the built-in forms are in force. */
  readonly absent: readonly string[];
}

/**
 * Checks config, both forms and the workflows that use Chokepoint, and whether those do what the config asks of the
 * Action, every Problem at once. `readConfig` reads the config where it stands: on disk without what it extends, on
 * GitHub with it.
 */
export async function validate(
  world: Files & WorkflowFiles,
  readConfig: (text: string) => Promise<Result<Policy>>,
): Promise<Validated> {
  let policy: Policy | null = null;
  const checkConfig = async (text: string): Promise<readonly Problem[]> => {
    const reading = await readConfig(text);
    if (!reading.ok) return reading.problems;
    policy = reading.value;
    return [];
  };
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
    if (file.kind === 'file') problems.push(...(await check(file.text)));
    else problems.push(...(await misnamed(world, path)));
  }
  const workflows = (await world.readWorkflows()).filter(({ text }) => usesChokepoint(text));
  for (const { path, text } of workflows) {
    paths.push(path);
    problems.push(...checkWorkflow(text, path));
  }
  if (policy !== null) problems.push(...checkDuties(workflows, policy));
  return { problems, paths, absent };
}

/** Where a file stands under the other ending, which is not read. */
async function misnamed(world: Files, path: string): Promise<readonly Problem[]> {
  const other = path.replace(/\.yml$/, '.yaml');
  if ((await world.readFile(other)).kind === 'absent') return [];
  return [
    {
      code: 'FILE_MISNAMED',
      message: `\`${other}\` is not read.`,
      found: other,
      expected: path,
      fix: `Rename it to \`${path}\`.`,
    },
  ];
}

function formCheck(read: typeof readCandidateTemplate, path: string) {
  return async (text: string): Promise<readonly Problem[]> => {
    const reading = read(text, path);
    return reading.ok ? reading.value.problems : reading.problems;
  };
}
