import { type Duty, duties as dutyNames, type Policy } from '../core/policy.ts';
import type { Problem } from '../core/problem.ts';
import { readWorkflow } from './read-workflow.ts';
import type { Workflow } from './workflow-shape.ts';

export interface WorkflowFile {
  readonly path: string;
  readonly text: string;
}

/** An event with the activities that have to be among those heard. */
type Event = readonly [name: string, activities: readonly string[]];

interface Needs {
  /** Each is heard by one of these. */
  readonly events: readonly (readonly Event[])[];
  readonly write: readonly string[];
}

const pullRequest = ['opened', 'edited', 'synchronize'];

const needs: Readonly<Record<Duty, Needs>> = {
  issues: {
    events: [[['issues', ['opened', 'edited']]], [['issue_comment', ['created']]]],
    write: ['issues'],
  },
  'pull-requests': {
    events: [
      [
        ['pull_request_target', pullRequest],
        ['pull_request', pullRequest],
      ],
    ],
    write: ['checks', 'pull-requests'],
  },
  milestones: { events: [[['milestone', ['edited']]]], write: ['issues'] },
  summary: { events: [[['schedule', []]]], write: ['issues'] },
};

/**
 * Whether the workflows that run Chokepoint hear and may write what the Action's duties are about; those that cannot
 * be read are left to `checkWorkflow`. Problems: WORKFLOW_ABSENT alone, or WORKFLOW_EVENT_MISSING and
 * WORKFLOW_PERMISSION_MISSING, each once for a duty.
 */
export function checkDuties(files: readonly WorkflowFile[], { duties }: Policy): readonly Problem[] {
  const held = dutyNames.filter((duty) => duties[duty] === 'action');
  const [first] = held;
  if (first === undefined) return [];
  if (files.length === 0) return [absent(first)];
  const workflows = files.flatMap(({ path, text }) => {
    const reading = readWorkflow(text, path);
    return reading.ok ? [reading.value.workflow] : [];
  });
  if (workflows.length === 0) return [];
  return held.flatMap((duty) => [
    ...needs[duty].events
      .filter((either) => !workflows.some((workflow) => either.some((event) => hears(workflow, event))))
      .map(([event]) => missing('EVENT', duty, `hears ${inWords(event)}`, 'Add it under `on`')),
    ...needs[duty].write
      .filter((scope) => !workflows.some((workflow) => mayWrite(workflow, scope)))
      .map((scope) =>
        missing('PERMISSION', duty, `may write \`${scope}\``, 'Add it to the permissions of the job'),
      ),
  ]);
}

/** An event without `types` is heard for all its activities, but for pull requests: those three that GitHub presets. */
function hears({ on }: Workflow, [name, activities]: Event): boolean {
  const heard = typeof on === 'string' ? { [on]: null } : Array.isArray(on) ? namesOf(on) : on;
  if (!(name in heard)) return false;
  const of = heard[name];
  const types = typeof of === 'object' && of !== null && 'types' in of ? [of.types].flat() : null;
  if (types !== null) return activities.every((activity) => types.includes(activity));
  return !name.startsWith('pull_request');
}

function namesOf(events: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(events.map((name) => [name, null]));
}

function mayWrite({ permissions, jobs }: Workflow, scope: string): boolean {
  return Object.values(jobs).some((job) => {
    const stated = job.permissions ?? permissions;
    return typeof stated === 'object' ? stated[scope] === 'write' : stated === 'write-all';
  });
}

function inWords(event: Event | undefined): string {
  const [name = '', activities = []] = event ?? [];
  return `\`${name}\`${activities.length === 0 ? '' : ` (${activities.join(', ')})`}`;
}

function missing(kind: 'EVENT' | 'PERMISSION', duty: Duty, what: string, how: string): Problem {
  return {
    code: `WORKFLOW_${kind}_MISSING`,
    message: `No workflow of Chokepoint ${what}, which its duty \`${duty}\` needs.`,
    found: `\`duties.${duty}: action\``,
    expected: `a workflow that ${what}`,
    fix: `${how}, as in the one that \`chokepoint init\` writes, or give the duty to the App or to none.`,
  };
}

function absent(duty: Duty): Problem {
  return {
    code: 'WORKFLOW_ABSENT',
    message: 'The Action has duties here, and no workflow runs it.',
    found: `\`duties.${duty}: action\` and no workflow with Chokepoint in it`,
    expected: 'a workflow in `.github/workflows` that uses Chokepoint',
    fix: 'Let `chokepoint init` write one, or give the duties to the App or to none.',
  };
}
