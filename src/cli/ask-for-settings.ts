import { confirm, group, select, text } from '@clack/prompts';
import { isDay } from '../core/calendar.ts';
import { type Constraint, constraintGuide, constraints } from '../core/constraint.ts';
import type { Primary } from '../core/policy.ts';
import { CannotRun } from './cannot-run.ts';

/** What a team answers; `init --yes` and a pipe take `plainAnswers`. */
export interface InitAnswers {
  readonly issues: 'app' | 'action';
  readonly primary: Primary | null;
}

/**
 * Asks the few questions that matter, at a terminal. `now` gives day 1 its preset. Throws CannotRun:
 * ANSWERS_CANCELLED.
 */
export async function askForSettings(now: Date): Promise<InitAnswers> {
  const { issues, constraint } = await group(
    { issues: askWhoAnswers, constraint: askConstraint },
    { onCancel: cancelled },
  );
  if (constraint === 'unknown') return { issues, primary: null };
  const today = now.toISOString().slice(0, 10);
  const { because, owner, since, hasMetric } = await group(
    {
      because: () =>
        text({
          message: 'Why this one, in a sentence?',
          placeholder: 'Four of ten sign-ups never connect a data source.',
        }),
      owner: () =>
        text({ message: 'Whose login is asked for decisions?', placeholder: 'leave empty for nobody' }),
      since: () => text({ message: 'Day 1 of the ninety', initialValue: today, validate: asDay }),
      hasMetric: () => confirm({ message: 'Is there a metric that proves it moves?' }),
    },
    { onCancel: cancelled },
  );
  const metric = hasMetric ? await askForMetric() : null;
  return {
    issues,
    primary: {
      constraint,
      since,
      because: emptyToNull(because),
      owner: emptyToNull(owner?.replace(/^@/, '')),
      metric,
    },
  };
}

function askWhoAnswers() {
  return select<'action' | 'app'>({
    message: 'Who labels and answers issues?',
    options: [
      { value: 'action', label: 'The Action', hint: 'nothing to host' },
      { value: 'app', label: 'The App', hint: 'within seconds, on a small server of yours' },
    ],
  });
}

function askConstraint() {
  return select<Constraint | 'unknown'>({
    message: 'What holds the product back most?',
    options: [
      ...constraints.map((value) => {
        const { name: label, looksLike: hint } = constraintGuide[value];
        return { value, label, hint };
      }),
      { value: 'unknown', label: 'We do not know yet', hint: 'a diagnosis finds out' },
    ],
  });
}

async function askForMetric() {
  const told = await group(
    {
      name: () =>
        text({
          message: 'Its name',
          placeholder: 'Sign-ups that connect a source within 24 h',
          validate: asWords,
        }),
      unit: () => text({ message: 'Its unit', placeholder: '%', defaultValue: '%' }),
      baseline: () => text({ message: 'Where it stands', placeholder: '38', validate: asNumber }),
      target: () =>
        text({ message: 'Where it should be after 90 days', placeholder: '55', validate: asNumber }),
      minimum: ({ results: { baseline, target } }) =>
        text({
          message: 'The least value after 90 days that justifies going on',
          placeholder: '45',
          validate: (given) => asNumber(given) ?? asBetween(Number(given), Number(baseline), Number(target)),
        }),
    },
    { onCancel: cancelled },
  );
  const { name, unit = '', baseline, target, minimum } = told;
  return { name, unit, baseline: Number(baseline), target: Number(target), minimum: Number(minimum) };
}

function cancelled(): never {
  throw new CannotRun({
    code: 'ANSWERS_CANCELLED',
    message: 'Nothing was written.',
    fix: 'Run `chokepoint init` again, or with --yes for the plain settings.',
  });
}

function asNumber(given: string | undefined): string | undefined {
  return given?.trim() && Number.isFinite(Number(given)) ? undefined : 'A plain number, such as 41.5.';
}

/** The same rule as the config's: on the way from where it stands to where it should be. */
function asBetween(minimum: number, baseline: number, target: number): string | undefined {
  const [low, high] = baseline < target ? [baseline, target] : [target, baseline];
  return minimum >= low && minimum <= high ? undefined : `A value from ${low} to ${high}.`;
}

function asDay(given: string | undefined): string | undefined {
  return isDay(given ?? '') ? undefined : 'A day of the calendar as YYYY-MM-DD.';
}

function asWords(given: string | undefined): string | undefined {
  return given?.trim() ? undefined : 'A few words.';
}

function emptyToNull(given: string | undefined): string | null {
  return given?.trim() || null;
}
