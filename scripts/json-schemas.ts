import { z } from 'zod';
import { explainShape, rankShape, scoreShape } from '../src/cli/shapes/candidate.ts';
import { auditShape, checkShape, milestoneShape } from '../src/cli/shapes/drift.ts';
import { chooseShape, decisionsShape, diagnoseShape, planShape } from '../src/cli/shapes/plan.ts';
import { summaryShape } from '../src/cli/shapes/summary.ts';
import {
  inboxListShape,
  inboxRetryShape,
  initShape,
  sweepShape,
  validateShape,
} from '../src/cli/shapes/upkeep.ts';

/** The JSON schema of what each command prints with `--json`, by the name of its file under docs/json/. */
export function renderJsonSchemas(): ReadonlyMap<string, string> {
  const shapes = {
    audit: auditShape,
    init: initShape,
    validate: validateShape,
    score: scoreShape,
    diagnose: diagnoseShape,
    choose: chooseShape,
    plan: planShape,
    decisions: decisionsShape,
    rank: rankShape,
    explain: explainShape,
    check: checkShape,
    'check-milestone': milestoneShape,
    summary: summaryShape,
    sweep: sweepShape,
    'inbox-list': inboxListShape,
    'inbox-retry': inboxRetryShape,
  };
  return new Map(
    Object.entries(shapes).map(([name, shape]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(shape), null, 2)}\n`,
    ]),
  );
}
