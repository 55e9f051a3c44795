import type { Constraint } from '../core/constraint.ts';
import { ambiguousFields, readCandidate } from '../core/form/read-candidate.ts';
import type { PreparedTemplate } from '../core/form/template.ts';
import type { Problem } from '../core/problem.ts';
import { type Scored, scoreCandidate } from '../core/scoring/score-candidate.ts';
import { candidateInWords } from './candidate-in-words.ts';
import { printProblems } from './print-problems.ts';
import { readInput } from './read-input.ts';
import { readLocalForm, readPrimary } from './read-local-rules.ts';
import type { ScoreJson } from './shapes/candidate.ts';
import { type ExitCode, printBlocks, printJson, type Terminal } from './terminal.ts';

export interface ScoreOptions {
  /** The file with the body; `-` or nothing is standard input. */
  readonly file?: string | undefined;
  readonly template?: string | undefined;
  readonly primary?: Constraint | undefined;
  readonly json?: boolean | undefined;
}

/**
 * Reads one candidate's body and says what it scores (docs/scoring.md). 1 when it is incomplete or a file of
 * `.github/` has Problems.
 */
export async function score(terminal: Terminal, options: ScoreOptions): Promise<ExitCode> {
  const form = await readLocalForm(terminal, options.template);
  const primary = await readPrimary(terminal, options.primary);
  const body = await readInput(terminal, options.file);
  const { scored, problems } = scoreBody(body, form.value, primary.value);
  const ofFiles = [...form.problems, ...primary.problems];
  if (options.json) printJson(terminal, toScoreJson(scored, [...problems, ...ofFiles]));
  else printBlocks(terminal, candidateInWords(scored, primary.value));
  printProblems(terminal, [...problems.filter(({ code }) => code !== 'FORM_FIELD_MISSING'), ...ofFiles]);
  return scored.verdict === 'incomplete' || ofFiles.length > 0 ? 1 : 0;
}

export interface ScoredBody {
  readonly scored: Scored;
  /** Of reading the form. */
  readonly problems: readonly Problem[];
}

/** One body by itself: the form is the only opinion, and nobody's confirmation is waited for. */
export function scoreBody(body: string, template: PreparedTemplate, primary: Constraint | null): ScoredBody {
  const { value: answers, problems } = readCandidate(body, template);
  const scored = scoreCandidate({
    answers,
    author: 'form',
    opinions: [],
    settlement: null,
    primary,
    confirmation: 'confirmed',
    ambiguous: ambiguousFields(problems),
  });
  return { scored, problems };
}

function toScoreJson(scored: Scored, problems: readonly Problem[]): ScoreJson {
  const { constraint, kind, claimed, counted, band, verdict, flags, counterfactual } = scored;
  return {
    constraint,
    kind,
    claimed,
    counted,
    score: scored.score,
    band,
    verdict,
    flags: [...flags],
    counterfactual,
    problems: problems.map(({ code, field }) => (field === undefined ? { code } : { code, field })),
  };
}
