import { dayOf } from '../core/calendar.ts';
import { diagnose } from '../core/diagnosis/diagnose.ts';
import { findFlips } from '../core/diagnosis/flips.ts';
import { looksLikeDiagnosis, readDiagnosis } from '../core/form/read-diagnosis.ts';
import { hasLabel, labelName } from '../core/labels.ts';
import { configPath } from '../core/settings-files.ts';
import { readTaskNotes } from '../render/diagnosis/evidence-tasks.ts';
import {
  type AnsweredDiagnosis,
  diagnosisMarker,
  diagnosisMarkerStart,
  renderDiagnosisComment,
  renderWithdrawnDiagnosis,
} from '../render/diagnosis-comment.ts';
import { primaryYaml } from '../render/primary-block.ts';
import type { Change } from './change.ts';
import { planLabels } from './plan-labels.ts';
import type { DefaultBranch, Files } from './ports/files.ts';
import type { Comment, Issue, Issues } from './ports/issues.ts';
import type { People } from './ports/people.ts';
import { readDiagnosisForm } from './read-diagnosis-form.ts';
import type { FormToRead } from './read-own-form.ts';
import type { Rules } from './read-rules.ts';
import { findOwnComment, planComment } from './sticky-comment.ts';

export type DiagnosisWorld = Files & DefaultBranch & Pick<People, 'account'> & Pick<Issues, 'readComments'>;

export interface DiagnosisSettings {
  /** `owner/repo`. */
  readonly repository: string;
  /** Where people see it, such as https://github.com. */
  readonly serverUrl: string;
  readonly side: 'app' | 'action';
  readonly now: string;
}

/**
 * Plans the one comment that answers a diagnosis, and its label where GitHub dropped it. Nothing for any other issue,
 * and nothing where it is not this side's duty.
 */
export async function planDiagnosisAnswer(
  world: DiagnosisWorld,
  issue: Issue,
  rules: Rules,
  settings: DiagnosisSettings,
): Promise<readonly Change[]> {
  const { policy } = rules;
  if (policy.duties.issues !== settings.side || issue.isLocked || !mayBeDiagnosis(issue, rules)) return [];
  const form = await readDiagnosisForm(world);
  const isLabelled = hasLabel(issue.labels, label, policy.labels);
  if (!isLabelled && !looksLikeDiagnosis(issue.body, form.template)) return [];
  const own = await readOwnAnswer(world, issue);
  const marker = diagnosisMarker(issue);
  // One that we answered and that has lost the label was withdrawn by hand.
  if (!isLabelled && own !== null) {
    const withdrawn = renderWithdrawnDiagnosis(issue, labelName(label, policy.labels));
    return planComment(issue.number, own, marker, withdrawn);
  }
  const body = await renderAnswer(world, issue, { own, form, rules, settings });
  return [
    ...planLabels(issue.number, issue.labels, [label], [label], policy.labels),
    ...planComment(issue.number, own, marker, body),
  ];
}

const label = 'chokepoint: diagnosis';

/** What tells most issues apart before anything is asked of GitHub. */
function mayBeDiagnosis({ labels, body }: Issue, { policy }: Rules): boolean {
  if (hasLabel(labels, label, policy.labels)) return true;
  return body.includes('###') && !hasLabel(labels, 'candidate', policy.labels);
}

async function readOwnAnswer(
  world: Pick<DiagnosisWorld, 'account' | 'readComments'>,
  { number, commentCount }: Issue,
): Promise<Comment | null> {
  if (commentCount === 0) return null;
  return findOwnComment(await world.readComments(number), diagnosisMarkerStart, await world.account());
}

interface Found {
  readonly own: Comment | null;
  readonly form: FormToRead;
  readonly rules: Rules;
  readonly settings: DiagnosisSettings;
}

async function renderAnswer(
  world: DiagnosisWorld,
  issue: Issue,
  { own, form, rules, settings }: Found,
): Promise<string> {
  const { primary, summary } = rules.policy;
  const { value: answers, problems } = readDiagnosis(issue.body, form.template);
  const answered: AnsweredDiagnosis | null =
    answers === null ? null : { answers, diagnosed: diagnose(answers), flips: findFlips(answers) };
  const constraint = answered?.diagnosed.constraint ?? null;
  // The day of the first answer: an answer that is written again the same stays the same to the byte.
  const since = dayOf(own?.createdAt ?? settings.now, summary.timeZone);
  const hasConfig = rules.reading.kind !== 'none';
  const page = `${settings.serverUrl}/${settings.repository}`;
  const branch = constraint === null ? '' : encodeURIComponent(await world.defaultBranch());
  const block = constraint === null ? '' : primaryYaml({ constraint, since });
  return renderDiagnosisComment({
    ...issue,
    answered,
    problems: [...rules.problems, ...form.problems, ...problems],
    primary,
    since,
    hasConfig,
    configUrl: hasConfig
      ? `${page}/edit/${branch}/${configPath}`
      : `${page}/new/${branch}?filename=${configPath}&value=${encodeURIComponent(block)}`,
    notes: readTaskNotes(own?.body ?? ''),
  });
}
