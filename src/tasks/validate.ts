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
  const config = await look(world, configPath);
  const candidate = await look(world, candidateFormPath);
  const diagnosis = await look(world, diagnosisFormPath);
  const policy = config.text === null ? null : await readConfig(config.text);
  const workflows = (await world.readWorkflows()).filter(({ text }) => usesChokepoint(text));
  const files = [config, candidate, diagnosis];
  return {
    problems: [
      ...files.flatMap(({ misnamed }) => misnamed),
      ...(policy === null || policy.ok ? [] : policy.problems),
      ...formProblems(candidate, readCandidateTemplate),
      ...formProblems(diagnosis, readDiagnosisTemplate),
      ...workflows.flatMap(({ path, text }) => checkWorkflow(text, path)),
      ...(policy?.ok ? checkDuties(workflows, policy.value) : []),
    ],
    paths: [...files.filter(({ text }) => text !== null), ...workflows].map(({ path }) => path),
    absent: files.filter(({ text }) => text === null).map(({ path }) => path),
  };
}

interface Looked {
  readonly path: string;
  /** `null` where it is not there. */
  readonly text: string | null;
  readonly misnamed: readonly Problem[];
}

async function look(world: Files, path: string): Promise<Looked> {
  const file = await world.readFile(path);
  if (file.kind === 'file') return { path, text: file.text, misnamed: [] };
  return { path, text: null, misnamed: await findMisnamed(world, path) };
}

/** Where a file stands under the other ending, which is not read. */
async function findMisnamed(world: Files, path: string): Promise<readonly Problem[]> {
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

function formProblems({ path, text }: Looked, read: typeof readCandidateTemplate): readonly Problem[] {
  if (text === null) return [];
  const reading = read(text, path);
  return reading.ok ? reading.value.problems : reading.problems;
}
