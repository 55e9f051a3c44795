import { checkWorkflow } from '../../src/config/check-workflow.ts';

export interface WorkflowText {
  /** The file, and for one inside a document its line. */
  readonly name: string;
  readonly text: string;
}

/** What a workflow that does not run Chokepoint may write beside what the rules allow. */
const alsoWritable: Readonly<Record<string, readonly string[]>> = {
  // Results of CodeQL.
  '.github/workflows/security.yml': ['security-events'],
  // The release and its provenance; who the workflow is, told to npm.
  '.github/workflows/release.yml': ['attestations', 'contents', 'id-token'],
};

/**
 * The rules of docs/security.md, which `validate` holds every team to. Each sentence names the file
 * and what it breaks; the documents may leave the commit open.
 */
export function findUnsafe({ name, text }: WorkflowText): readonly string[] {
  const granted = (alsoWritable[name] ?? []).map((scope) => `the token may write ${scope}.`);
  return checkWorkflow(text, name)
    .filter(({ code, message }) => code !== 'WORKFLOW_PLACEHOLDER' && !granted.includes(message))
    .map(({ message }) => `${name}: ${message}`);
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
