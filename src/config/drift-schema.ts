import { z } from 'zod';
import { defaultPolicy, modes } from '../core/policy.ts';
import { glob, labelName, list, percent, setting } from './schema-parts.ts';

const { drift: defaults } = defaultPolicy;

const exempt = z.strictObject({
  labels: setting(list(labelName, 100), 'A pull request with one of these labels.', defaults.exempt.labels),
  authors: setting(list(glob, 100), 'Globs for logins; case does not count.', defaults.exempt.authors),
  paths: setting(
    list(glob, 100),
    'Globs for changed files; every changed file has to match one. Case counts.',
    defaults.exempt.paths,
  ),
  titles: setting(list(glob, 100), 'Globs for titles; case does not count.', defaults.exempt.titles),
});

/** The key `drift`: how pull requests and milestones are checked. */
export const drift = z.strictObject({
  mode: setting(z.enum(modes), '`observe` notes, `warn` comments, `enforce` fails the check.', defaults.mode),
  allowance: setting(
    percent,
    "Percent of the last 28 days' merges that may be off the constraint before anyone is warned.",
    defaults.allowance,
  ),
  pause: setting(
    z.boolean(),
    'Whether new surface and expansion are flagged while evidence is collected.',
    defaults.pause,
  ),
  exempt: setting(exempt, 'What the drift check lets pass; a pull request needs to match one list.'),
  'milestone-focus': setting(
    percent,
    'Percent of open, classified items that should be on the constraint.',
    defaults.milestoneFocus,
  ),
});

const classifyRule = z.strictObject({
  labels: setting(list(labelName, 100), 'Labels that say a work serves this constraint.', []),
  paths: setting(list(glob, 100), 'Globs for the files that serve this constraint. Case counts.', []),
});

function classifyAs(name: string) {
  return setting(classifyRule, `What shows that a work serves ${name}.`);
}

/** The key `classify`: what work serves that was never filed as a candidate. */
export const classify = z.strictObject({
  activation: classifyAs('activation'),
  adoption: classifyAs('adoption'),
  reliability: classifyAs('reliability'),
  operations: classifyAs('operations'),
  throughput: classifyAs('throughput'),
});
