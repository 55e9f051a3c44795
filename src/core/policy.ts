import type { Constraint } from './constraint.ts';
import type { LabelNames } from './labels.ts';

/** What has exactly one writer in a repository. */
export const duties = ['issues', 'pull-requests', 'milestones', 'summary'] as const;

export type Duty = (typeof duties)[number];

/** Who writes for a duty: exactly one side, or nobody. */
export type Writer = 'app' | 'action' | 'none';

export const modes = ['observe', 'warn', 'enforce'] as const;

export type Mode = (typeof modes)[number];

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

export type Weekday = (typeof weekdays)[number];

/** The measure that proves the constraint moves; it rises when `target` is above `baseline`, else it falls. */
export interface Metric {
  readonly name: string;
  readonly unit: string;
  readonly baseline: number;
  readonly target: number;
  /** The least improvement that justifies going on; between baseline and target. */
  readonly minimum: number;
}

/** The declared constraint. */
export interface Primary {
  readonly constraint: Constraint;
  /** Day 1 of the 90, `YYYY-MM-DD` in the team's zone. */
  readonly since: string | null;
  readonly because: string | null;
  /** A login without `@`. */
  readonly owner: string | null;
  readonly metric: Metric | null;
}

/** Labels and paths (globs) by which work never filed as a candidate is classified. */
export interface ClassifyRule {
  readonly labels: readonly string[];
  readonly paths: readonly string[];
}

/** The settled rules a team runs by: `.github/chokepoint.yml` after validation, every default filled in. */
export interface Policy {
  readonly primary: Primary | null;
  readonly duties: Readonly<Record<Duty, Writer>>;
  readonly scoring: { readonly whoMayScore: 'triage' | 'write' | 'all' };
  readonly drift: {
    readonly mode: Mode;
    /** Percent of the last 28 days' merges, 0..100. */
    readonly allowance: number;
    readonly pause: boolean;
    readonly exempt: {
      readonly labels: readonly string[];
      readonly authors: readonly string[];
      readonly paths: readonly string[];
      readonly titles: readonly string[];
    };
    /** Percent of open, classified items, 0..100. */
    readonly milestoneFocus: number;
  };
  readonly classify: Readonly<Partial<Record<Constraint, ClassifyRule>>>;
  readonly summary: {
    readonly day: Weekday;
    /** An IANA zone. */
    readonly timeZone: string;
    /** How many candidates on the constraint are listed, 1..100. */
    readonly top: number;
    /** Further `owner/repo` of the same owner. */
    readonly repositories: readonly string[];
  };
  readonly plan: { readonly milestones: boolean };
  readonly sweep: { readonly comments: boolean };
  readonly fields: { readonly score?: string; readonly verdict?: string; readonly constraint?: string };
  readonly labels: LabelNames;
}

/** What a team runs by that has written nothing (docs/configuration.md). */
export const defaultPolicy: Policy = {
  primary: null,
  duties: { issues: 'app', 'pull-requests': 'action', milestones: 'action', summary: 'action' },
  scoring: { whoMayScore: 'triage' },
  drift: {
    mode: 'observe',
    allowance: 0,
    pause: false,
    exempt: { labels: [], authors: ['dependabot[bot]', 'renovate[bot]'], paths: ['docs/**'], titles: [] },
    milestoneFocus: 60,
  },
  classify: {},
  summary: { day: 'monday', timeZone: 'UTC', top: 10, repositories: [] },
  plan: { milestones: false },
  sweep: { comments: false },
  fields: {},
  labels: {},
};
