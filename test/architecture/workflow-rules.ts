import { checkWorkflow } from '../../src/config/check-workflow.ts';

export interface WorkflowText {
  /** The file, and for one inside a document its line. */
  readonly name: string;
  readonly text: string;
}

/**
 * The rules of docs/security.md, which `validate` holds every team to. Each sentence names the file
 * and what it breaks; the documents may leave the commit open.
 */
export function findUnsafe({ name, text }: WorkflowText): readonly string[] {
  return checkWorkflow(text, name)
    .filter(({ code }) => code !== 'WORKFLOW_PLACEHOLDER')
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
