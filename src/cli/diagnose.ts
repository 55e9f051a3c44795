import { type Diagnosed, diagnose as diagnoseAnswers } from '../core/diagnosis/diagnose.ts';
import { type Flip, findFlips } from '../core/diagnosis/flips.ts';
import { readDiagnosis } from '../core/form/read-diagnosis.ts';
import type { Problem } from '../core/problem.ts';
import { diagnosisInWords } from './diagnosis-in-words.ts';
import { printProblems } from './print-problems.ts';
import { readInput } from './read-input.ts';
import { diagnosisFile, readLocalForm } from './read-local-rules.ts';
import type { DiagnoseJson } from './shapes/plan.ts';
import { type ExitCode, printBlocks, printJson, type Terminal } from './terminal.ts';

export interface DiagnoseOptions {
  /** The file with the body; `-` or nothing is standard input. */
  readonly file?: string | undefined;
  readonly template?: string | undefined;
  readonly json?: boolean | undefined;
}

/** Reads one diagnosis and says which constraint it finds (docs/diagnosis.md). 1 only when it is incomplete. */
export async function diagnose(terminal: Terminal, options: DiagnoseOptions): Promise<ExitCode> {
  const form = await readLocalForm(terminal, options.template, diagnosisFile);
  const body = await readInput(terminal, options.file);
  const { value: answers, problems } = readDiagnosis(body, form.value);
  const all = [...problems, ...form.problems];
  const diagnosed = answers === null ? null : diagnoseAnswers(answers);
  const flips = answers === null ? [] : findFlips(answers);
  if (options.json) printJson(terminal, toJson(diagnosed, flips, all));
  else printBlocks(terminal, diagnosisInWords(diagnosed, flips));
  printProblems(terminal, all);
  return diagnosed === null ? 1 : 0;
}

function toJson(
  diagnosed: Diagnosed | null,
  flips: readonly Flip[],
  problems: readonly Problem[],
): DiagnoseJson {
  return {
    points: diagnosed === null ? null : pointsOf(diagnosed),
    clearPressures: diagnosed?.clearPressures ?? null,
    outcome: diagnosed?.outcome ?? 'incomplete',
    reason: diagnosed?.reason ?? null,
    constraint: diagnosed?.constraint ?? null,
    // biome-ignore lint/suspicious/noThenProperty: the name that scripts rely on
    then: [...(diagnosed?.comesAfter ?? [])],
    rule: diagnosed?.rule ?? null,
    confidence: diagnosed?.confidence ?? null,
    flips: [...flips],
    problems: problems.map(({ code, field }) => (field === undefined ? { code } : { code, field })),
  };
}

function pointsOf({ points }: Diagnosed): NonNullable<DiagnoseJson['points']> {
  return {
    activation: points.activation.points,
    adoption: points.adoption.points,
    reliability: points.reliability.points,
    operations: points.operations.points,
    throughput: points.throughput.points,
  };
}
