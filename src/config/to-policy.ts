import { constraints } from '../core/constraint.ts';
import { labelCatalogue } from '../core/labels.ts';
import { defaultPolicy, type Policy, type Primary } from '../core/policy.ts';
import type { Config } from './schema.ts';

/**
 * The config with every default filled in. A value left empty counts as left out. `repository`, `owner/repo` or
 * `null` where unknown, is not listed among its own further repositories: an inherited list may name them all.
 */
export function toPolicy(config: Config, repository: string | null): Policy {
  const { duties, scoring, drift, summary, plan, sweep } = defaultPolicy;
  const exempt = config.drift?.exempt;
  return {
    primary: toPrimary(config.primary),
    duties: {
      issues: config.duties?.issues ?? duties.issues,
      'pull-requests': config.duties?.['pull-requests'] ?? duties['pull-requests'],
      milestones: config.duties?.milestones ?? duties.milestones,
      summary: config.duties?.summary ?? duties.summary,
    },
    scoring: { whoMayScore: config.scoring?.['who-may-score'] ?? scoring.whoMayScore },
    drift: {
      mode: config.drift?.mode ?? drift.mode,
      allowance: config.drift?.allowance ?? drift.allowance,
      pause: config.drift?.pause ?? drift.pause,
      exempt: {
        labels: exempt?.labels ?? drift.exempt.labels,
        authors: (exempt?.authors ?? drift.exempt.authors).map(toLogin),
        paths: exempt?.paths ?? drift.exempt.paths,
        titles: exempt?.titles ?? drift.exempt.titles,
      },
      milestoneFocus: config.drift?.['milestone-focus'] ?? drift.milestoneFocus,
    },
    classify: toClassify(config.classify),
    summary: {
      day: config.summary?.day ?? summary.day,
      timeZone: config.summary?.['time-zone'] || summary.timeZone,
      top: config.summary?.top ?? summary.top,
      repositories: (config.summary?.repositories ?? summary.repositories).filter(
        (name) => name.toLowerCase() !== repository?.toLowerCase(),
      ),
    },
    plan: { milestones: config.plan?.milestones ?? plan.milestones },
    sweep: { comments: config.sweep?.comments ?? sweep.comments },
    fields: toFields(config.fields),
    labels: toLabelNames(config.labels),
  };
}

function toPrimary(primary: Config['primary']): Primary | null {
  if (!primary?.constraint) return null;
  const { constraint, since, because, owner, metric } = primary;
  return {
    constraint,
    since: since || null,
    because: because?.trim() || null,
    owner: toLogin(owner ?? '') || null,
    metric: metric ? { ...metric, unit: metric.unit ?? '' } : null,
  };
}

/** People write logins as they mention them. */
function toLogin(text: string): string {
  return text.replace(/^@/, '');
}

function toClassify(written: Config['classify']): Policy['classify'] {
  const classify: { -readonly [Key in keyof Policy['classify']]: Policy['classify'][Key] } = {};
  for (const constraint of constraints) {
    const rule = written?.[constraint];
    if (rule) classify[constraint] = { labels: rule.labels ?? [], paths: rule.paths ?? [] };
  }
  return classify;
}

function toFields(written: Config['fields']): Policy['fields'] {
  return {
    ...(written?.score ? { score: written.score } : {}),
    ...(written?.verdict ? { verdict: written.verdict } : {}),
    ...(written?.constraint ? { constraint: written.constraint } : {}),
  };
}

function toLabelNames(written: Config['labels']): Policy['labels'] {
  const names: { -readonly [Key in keyof Policy['labels']]: Policy['labels'][Key] } = {};
  for (const { key } of labelCatalogue) {
    const name = written?.[key];
    if (name) names[key] = name;
  }
  return names;
}
