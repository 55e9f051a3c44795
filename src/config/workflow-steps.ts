import { type Fault, fault, type Path, type Step } from './workflow-shape.ts';

/** What a step may not do in any workflow: a placeholder, an action not pinned by commit, an expression in a shell line. */
export function stepFaults({ uses, run }: Step, path: Path): readonly Fault[] {
  const isPlaceholder = uses?.endsWith(`@${'0'.repeat(40)}`) ?? false;
  const unpinned = uses !== undefined && !/^\.\/$|^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(uses);
  return [
    ...(isPlaceholder
      ? [
          fault(
            'WORKFLOW_PLACEHOLDER',
            `${uses} is a placeholder.`,
            'Put your copy of Chokepoint there, and the commit that you have reviewed.',
            [...path, 'uses'],
          ),
        ]
      : []),
    ...(unpinned
      ? [
          fault(
            'WORKFLOW_UNPINNED',
            `${uses} is not pinned by commit.`,
            'Write the commit of 40 digits that you have reviewed.',
            [...path, 'uses'],
          ),
        ]
      : []),
    ...(run?.includes('${{')
      ? [
          fault(
            'WORKFLOW_EXPRESSION',
            'an expression stands inside run:.',
            'Hand the value over in `env:` and quote it in the shell.',
            [...path, 'run'],
          ),
        ]
      : []),
  ];
}

/** Without `ref` a checkout under `pull_request_target` takes the base, never the head. */
export function targetFaults({ uses, run, with: settings = {} }: Step, path: Path): readonly Fault[] {
  if (run !== undefined) {
    return [
      fault(
        'WORKFLOW_HEAD',
        'a shell line runs under pull_request_target.',
        'Move it to a workflow of its own on pull_request.',
        [...path, 'run'],
      ),
    ];
  }
  if (!uses?.toLowerCase().startsWith('actions/checkout@')) return [];
  // GitHub reads the names of actions and of their inputs in any case.
  const chosen = Object.keys(settings).filter((key) => ['ref', 'repository'].includes(key.toLowerCase()));
  const keeps = !Object.entries(settings).some(
    ([key, value]) => key.toLowerCase() === 'persist-credentials' && value === false,
  );
  return [
    ...chosen.map((key) =>
      fault(
        'WORKFLOW_HEAD',
        `a checkout under pull_request_target chooses its ${key}.`,
        'Remove it: without it the base is checked out.',
        [...path, 'with', key],
      ),
    ),
    ...(keeps
      ? [
          fault(
            'WORKFLOW_HEAD',
            'a checkout keeps the credentials of the token.',
            'Add `persist-credentials: false`.',
            [...path, 'uses'],
          ),
        ]
      : []),
  ];
}
