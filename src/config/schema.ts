import { z } from 'zod';
import { constraints } from '../core/constraint.ts';
import { labelCatalogue } from '../core/labels.ts';
import { type Duty, defaultPolicy, modes, weekdays } from '../core/policy.ts';

/** Where the config is, in the repository itself and in the one it extends; nowhere else is looked. */
export const configPath = '.github/chokepoint.yml';

/** A key that may be left out, or left empty, which means the same. */
function setting<Schema extends z.ZodType>(schema: Schema, description: string, byDefault?: unknown) {
  return schema.nullish().meta({ description, ...(byDefault === undefined ? {} : { default: byDefault }) });
}

function list(of: z.ZodString, atMost: number) {
  return z.array(of).max(atMost);
}

/** Bounds the work of matching (docs/configuration.md). */
const glob = z.string().min(1).max(256);
/** GitHub's limit on the name of a label. */
const labelName = z.string().min(1).max(50);
const percent = z.number().min(0).max(100);

const metric = z.strictObject({
  name: z.string().min(1).max(200).meta({ description: 'What is measured, as the team says it.' }),
  unit: setting(z.string().max(50), 'Its unit, such as `"%"` or `days`.', ''),
  baseline: z.number().meta({ description: 'The value on day 1.' }),
  target: z.number().meta({
    description:
      'The value to reach; above the baseline the metric is to rise, below it to fall, equal is a fault.',
  }),
  minimum: z.number().meta({
    description:
      'The least improvement that justifies going on; between baseline and target, either included.',
  }),
});

const primary = z.strictObject({
  constraint: setting(
    z.enum(constraints),
    'The declared constraint; left out while the team still diagnoses.',
  ),
  since: setting(z.string(), "Day 1 of the 90, as `YYYY-MM-DD` in the team's zone."),
  because: setting(z.string().max(1_000), 'Why this one, in a sentence; quoted where work drifts from it.'),
  owner: setting(z.string().max(100), 'The login that is assigned the summary and asked for decisions.'),
  metric: setting(metric, 'The measure that proves the constraint moves.'),
});

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

const { drift: driftDefaults, summary: summaryDefaults } = defaultPolicy;

const exempt = z.strictObject({
  labels: setting(
    list(labelName, 100),
    'A pull request with one of these labels.',
    driftDefaults.exempt.labels,
  ),
  authors: setting(list(glob, 100), 'Globs for logins; case does not count.', driftDefaults.exempt.authors),
  paths: setting(
    list(glob, 100),
    'Globs for changed files; every changed file has to match one. Case counts.',
    driftDefaults.exempt.paths,
  ),
  titles: setting(list(glob, 100), 'Globs for titles; case does not count.', driftDefaults.exempt.titles),
});

const drift = z.strictObject({
  mode: setting(
    z.enum(modes),
    '`observe` notes, `warn` comments, `enforce` fails the check.',
    driftDefaults.mode,
  ),
  allowance: setting(
    percent,
    "Percent of the last 28 days' merges that may be off the constraint before anyone is warned.",
    driftDefaults.allowance,
  ),
  pause: setting(
    z.boolean(),
    'Whether new surface and expansion are flagged while evidence is collected.',
    driftDefaults.pause,
  ),
  exempt: setting(exempt, 'What the drift check lets pass; a pull request needs to match one list.'),
  'milestone-focus': setting(
    percent,
    'Percent of open, classified items that should be on the constraint.',
    driftDefaults.milestoneFocus,
  ),
});

const classifyRule = z.strictObject({
  labels: setting(list(labelName, 100), 'Labels that say a work serves this constraint.', []),
  paths: setting(list(glob, 100), 'Globs for the files that serve this constraint. Case counts.', []),
});

function classifyAs(name: string) {
  return setting(classifyRule, `What shows that a work serves ${name}.`);
}

const classify = z.strictObject({
  activation: classifyAs('activation'),
  adoption: classifyAs('adoption'),
  reliability: classifyAs('reliability'),
  operations: classifyAs('operations'),
  throughput: classifyAs('throughput'),
});

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
