import { z } from 'zod';
import { labelCatalogue } from '../core/labels.ts';
import { type Duty, defaultPolicy, weekdays } from '../core/policy.ts';
import { configPath } from '../core/settings-files.ts';
import { classify, drift } from './drift-schema.ts';
import { primary } from './primary-schema.ts';
import { labelName, list, setting } from './schema-parts.ts';

const writer = z.enum(['app', 'action', 'none']);

function duty(name: Duty, description: string) {
  return setting(writer, description, defaultPolicy.duties[name]);
}

const duties = z.strictObject({
  issues: duty('issues', 'Who answers candidates, diagnoses and their commands, and runs the sweep.'),
  'pull-requests': duty('pull-requests', 'Who checks pull requests and takes `/accept`.'),
  milestones: duty('milestones', 'Who keeps the focus block of milestones.'),
  summary: duty('summary', 'Who posts the summary and the decision, and takes `/metric` and `/decide`.'),
});

const scoring = z.strictObject({
  'who-may-score': setting(
    z.enum(['triage', 'write', 'all']),
    'The permission `/score` needs; `all` asks for none.',
    defaultPolicy.scoring.whoMayScore,
  ),
});

const { summary: summaryDefaults } = defaultPolicy;

const summary = z.strictObject({
  day: setting(z.enum(weekdays), 'The day the weekly summary is posted.', summaryDefaults.day),
  'time-zone': setting(
    z.string(),
    "The team's IANA time zone, such as `Europe/Berlin`.",
    summaryDefaults.timeZone,
  ),
  top: setting(
    z.int().min(1).max(100),
    'How many candidates on the constraint are listed.',
    summaryDefaults.top,
  ),
  repositories: setting(
    list(z.string(), 50),
    'Further repositories of the same owner, as `owner/repo`, ranked together with this one.',
    summaryDefaults.repositories,
  ),
});

const fieldName = z.string().max(100);

const fields = z.strictObject({
  score: setting(fieldName, 'The GitHub issue field the score is mirrored into.'),
  verdict: setting(fieldName, 'The GitHub issue field the verdict is mirrored into.'),
  constraint: setting(fieldName, 'The GitHub issue field the constraint is mirrored into.'),
});

const labels = z.strictObject(
  Object.fromEntries(
    labelCatalogue.map(({ key, description }) => [key, setting(labelName, `${description}.`, key)]),
  ),
);

/** The one description of `.github/chokepoint.yml`: validation, defaults, editors' schema and reference come from it. */
export const configSchema = z
  .strictObject({
    primary: setting(primary, 'The declared constraint. Never inherited through `extends`.'),
    duties: setting(duties, 'Exactly one writer for each duty.'),
    scoring: setting(scoring, 'How candidates are scored.'),
    drift: setting(drift, 'How pull requests and milestones are checked.'),
    classify: setting(classify, 'What work never filed as a candidate serves, by its labels and files.'),
    summary: setting(summary, 'The weekly summary.'),
    plan: setting(
      z.strictObject({
        milestones: setting(
          z.boolean(),
          'Whether the milestones "Day 30", "Day 60" and "Day 90" are created, once for each declaration.',
          defaultPolicy.plan.milestones,
        ),
      }),
      'The 90-day plan.',
    ),
    sweep: setting(
      z.strictObject({
        comments: setting(
          z.boolean(),
          'Whether the repair pass may post comments.',
          defaultPolicy.sweep.comments,
        ),
      }),
      'The repair pass over labels.',
    ),
    fields: setting(
      fields,
      'GitHub issue fields to mirror into ([native fields](native-fields.md)); labels stay what counts.',
    ),
    labels: setting(labels, 'Other names for labels, by the name they have without this.'),
    extends: setting(
      z.string(),
      `A repository of the same owner, as \`owner/repo\`, whose \`${configPath}\` this one builds on.`,
    ),
  })
  .meta({
    title: 'Chokepoint config',
    description: `The rules a team runs by, in \`${configPath}\`.`,
  });

/** The config as written: checked, but without defaults. */
export type Config = z.infer<typeof configSchema>;
