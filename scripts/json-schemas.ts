import { z } from 'zod';
import { inboxListShape, inboxRetryShape } from '../src/cli/inbox-shapes.ts';
import {
  auditShape,
  checkShape,
  explainShape,
  initShape,
  milestoneShape,
  rankShape,
  scoreShape,
  sweepShape,
  validateShape,
} from '../src/cli/json-shapes.ts';
import { chooseShape, decisionsShape, diagnoseShape, planShape } from '../src/cli/plan-shapes.ts';
import { summaryShape } from '../src/cli/summary-shape.ts';

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
