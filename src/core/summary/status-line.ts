import { planDayOf } from '../plan/phase.ts';
import { statusOf } from '../plan/status.ts';
import type { Policy } from '../policy.ts';
import type { DeclarationChange, StatusLine } from './summary.ts';
import { type Declaration, declarationOf, type SummaryState } from './summary-state.ts';
import type { WeekFacts } from './week-facts.ts';

/** Where the declared constraint stands on the local day `today`; `null` while none is declared. */
export function statusLineOf(
  facts: WeekFacts,
  { primary }: Policy,
  lastWeek: SummaryState | null,
  today: string,
): StatusLine | null {
  if (primary === null) return null;
  const { constraint, metric, since, owner } = primary;
  return {
    ...statusOf(primary, facts.readings, today),
    constraint,
    owner,
    metric,
    today,
    plan: since === null ? null : { since, ...planDayOf(since, today) },
    changes: lastWeek === null ? [] : declarationChanges(lastWeek.declaration, declarationOf(primary)),
    decided: facts.review !== null && facts.review.decision !== null ? facts.review : null,
    diagnosis: facts.diagnosis,
  };
}

/** The declared values that differ; a first declaration is one change, of the constraint. */
function declarationChanges(
  before: Declaration | null,
  now: Declaration | null,
): readonly DeclarationChange[] {
  const values = { from: valuesOf(before), to: valuesOf(now) };
  const changes = declaredFields
    .map((field) => ({ field, from: values.from[field], to: values.to[field] }))
    .filter(({ from, to }) => from !== to);
  return before === null ? changes.filter(({ field }) => field === 'constraint') : changes;
}

const declaredFields = ['constraint', 'since', 'owner', 'metric', 'baseline', 'target', 'minimum'] as const;

function valuesOf(
  declaration: Declaration | null,
): Readonly<Record<DeclarationChange['field'], string | number | null>> {
  const metric = declaration?.metric ?? null;
  return {
    constraint: declaration?.constraint ?? null,
    since: declaration?.since ?? null,
    owner: declaration?.owner ?? null,
    metric: metric?.name ?? null,
    baseline: metric?.baseline ?? null,
    target: metric?.target ?? null,
    minimum: metric?.minimum ?? null,
  };
}
