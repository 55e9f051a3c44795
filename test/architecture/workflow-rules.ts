import { parse } from 'yaml';
import { z } from 'zod';

/** The rules of docs/security.md for workflows. Each sentence names the file and what it breaks. */

const stepSchema = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});

const permissionsSchema = z.union([z.string(), z.record(z.string(), z.string())]);

const workflowSchema = z.looseObject({
  on: z.union([z.string(), z.array(z.string()), z.record(z.string(), z.unknown())]),
  permissions: permissionsSchema.optional(),
  concurrency: z.unknown(),
  jobs: z.record(
    z.string(),
    z.looseObject({
      permissions: permissionsSchema.optional(),
      steps: z.array(stepSchema).default([]),
    }),
  ),
});

type Workflow = z.infer<typeof workflowSchema>;
type Step = z.infer<typeof stepSchema>;

export interface WorkflowText {
  /** The file, and for one inside a document its line. */
  readonly name: string;
  readonly text: string;
}

export function findUnsafe({ name, text }: WorkflowText): readonly string[] {
  const workflow = workflowSchema.parse(parse(text));
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  const broken = [
    ...brokenPermissions(workflow),
    ...brokenConcurrency(workflow),
    ...steps.flatMap(brokenByStep),
    ...(startsOnTarget(workflow) ? steps.flatMap(brokenByCheckout) : []),
  ];
  return broken.map((rule) => `${name}: ${rule}`);
}

function brokenByStep({ uses, run }: Step): readonly string[] {
  return [
    ...(uses && !/^\.\/$|^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(uses)
      ? [`${uses} is not pinned by commit.`]
      : []),
    ...(run?.includes('${{') ? ['an expression stands inside run:.'] : []),
  ];
}

/** Without `ref` a checkout under `pull_request_target` takes the base, never the head. */
function brokenByCheckout({ uses, run, with: settings = {} }: Step): readonly string[] {
  if (run !== undefined) return ['a shell line runs under pull_request_target.'];
  if (!uses?.startsWith('actions/checkout@')) return [];
  const chosen = ['ref', 'repository'].filter((key) => key in settings);
  return [
    ...chosen.map((key) => `a checkout under pull_request_target chooses its ${key}.`),
    ...(settings['persist-credentials'] === false ? [] : ['a checkout keeps the credentials of the token.']),
  ];
}

function startsOnTarget({ on }: Workflow): boolean {
  if (typeof on === 'string') return on === 'pull_request_target';
  return Array.isArray(on) ? on.includes('pull_request_target') : 'pull_request_target' in on;
}

const writable = ['issues', 'pull-requests', 'checks'];

/** A workflow that only a tag starts may prove to a registry who it is. */
function isRelease({ on }: Workflow): boolean {
  return z.strictObject({ push: z.strictObject({ tags: z.array(z.string()) }) }).safeParse(on).success;
}

function brokenPermissions(workflow: Workflow): readonly string[] {
  const { permissions, jobs } = workflow;
  const allowed = isRelease(workflow) ? ['id-token'] : writable;
  const stated = [permissions, ...Object.values(jobs).map((job) => job.permissions)];
  if (permissions === undefined) return ['permissions are not stated for the whole workflow.'];
  return stated.flatMap((one) => {
    if (typeof one === 'string') return [`permissions are ${one} for everything.`];
    return Object.entries(one ?? {})
      .filter(([scope, access]) => access === 'write' && !allowed.includes(scope))
      .map(([scope]) => `the token may write ${scope}.`);
  });
}

function brokenConcurrency({ concurrency }: Workflow): readonly string[] {
  const stated = z
    .object({ group: z.string(), 'cancel-in-progress': z.literal(false) })
    .safeParse(concurrency);
  return stated.success ? [] : ['runs of one subject are not kept apart, or cut each other off.'];
}

/** Workflows that a Markdown page shows, with the line where each begins. */
export function workflowsIn(page: WorkflowText): readonly WorkflowText[] {
  return [...page.text.matchAll(/^( *)```ya?ml\n([\s\S]*?)^\1```/gm)]
    .map(({ 2: text = '', index }) => ({
      name: `${page.name}:${page.text.slice(0, index).split('\n').length}`,
      text,
    }))
    .filter(({ text }) => /^on:/m.test(text) && /^jobs:/m.test(text));
}
