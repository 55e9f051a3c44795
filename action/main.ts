import process from 'node:process';
import { error, notice, setFailed, setOutput, setSecret, summary, warning } from '@actions/core';
import './parse-once.ts';
import type { Problem } from '../src/core/problem.ts';
import { GitHubFault } from '../src/github/fault.ts';
import { problemSentences } from '../src/render/problem-as-text.ts';
import { readInputs } from './inputs.ts';
import type { Report } from './report.ts';
import { run } from './run.ts';

const annotate = { notice, warning, error };

const inputs = readInputs(process.env);
if (inputs.ok) {
  setSecret(inputs.value.token);
  try {
    await tell(await run(inputs.value, new Date().toISOString()));
  } catch (fault) {
    if (!(fault instanceof GitHubFault)) throw fault;
    setFailed(inWords(fault.problem));
  }
} else {
  setFailed(inputs.problems.map(inWords).join('\n'));
}

async function tell({ outputs, jobSummary, annotations, failure }: Report): Promise<void> {
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  for (const { level, title, message, file, line, column } of annotations) {
    annotate[level](message, {
      title,
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { startLine: line }),
      ...(column === undefined ? {} : { startColumn: column }),
    });
  }
  if (process.env['GITHUB_STEP_SUMMARY'] && jobSummary !== '') await summary.addRaw(jobSummary).write();
  if (failure !== null) setFailed(failure);
}

function inWords(problem: Problem): string {
  return `${problem.code}: ${problemSentences(problem)}`;
}
