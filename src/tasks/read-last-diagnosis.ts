import { dayOf } from '../core/calendar.ts';
import { diagnose } from '../core/diagnosis/diagnose.ts';
import { readDiagnosis } from '../core/form/read-diagnosis.ts';
import { labelName } from '../core/labels.ts';
import { isTriager } from '../core/permission.ts';
import type { Policy } from '../core/policy.ts';
import type { Diagnosis } from '../core/summary/week-facts.ts';
import type { Files } from './ports/files.ts';
import type { Threads } from './ports/issue-lists.ts';
import type { Issue } from './ports/issues.ts';
import type { People } from './ports/people.ts';
import { readDiagnosisForm } from './read-diagnosis-form.ts';
import { readPermissions } from './read-permissions.ts';

/** Newer ones may be incomplete, or from outside the team. */
const diagnosesRead = 8;

/**
 * The newest diagnosis that can be read for sure, ready to choose or not. On a public repository one by somebody
 * outside the team does not count: it would tell the team what to work on.
 */
export async function readLastDiagnosis(
  world: Files & Threads & People,
  policy: Policy,
): Promise<Diagnosis | null> {
  const threads = await world.listThreads(labelName('chokepoint: diagnosis', policy.labels), diagnosesRead);
  if (threads.length === 0) return null;
  const { template } = await readDiagnosisForm(world);
  for (const { issue } of threads) {
    const answers = readDiagnosis(issue.body, template).value;
    if (answers === null || !(await isOfTheTeam(world, issue))) continue;
    const { constraint, comesAfter } = diagnose(answers);
    const day = dayOf(issue.createdAt, policy.summary.timeZone);
    return { number: issue.number, day, constraint, comesAfter };
  }
  return null;
}

async function isOfTheTeam(people: People, { author }: Issue): Promise<boolean> {
  if (!(await people.isPublic())) return true;
  const permissions = await readPermissions(people, [author]);
  return isTriager(permissions.get(author.toLowerCase()) ?? 'none');
}
