/** What Mermaid 11 itself understands of a diagram, so that a test can compare it with what was meant. */
import { registerHooks } from 'node:module';
import { z } from 'zod';

/** Mermaid cleans text with DOMPurify, which needs a browser; without one, text stays as it is. */
const withoutBrowser = 'data:text/javascript,export default { sanitize: (text) => text, addHook() {} }';

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'dompurify' ? { url: withoutBrowser, shortCircuit: true } : next(specifier, context),
});

export type DiagramModel =
  | {
      readonly kind: 'xychart';
      readonly title: string;
      readonly labels: readonly string[];
      readonly plots: readonly {
        readonly type: string;
        readonly name: string;
        readonly values: readonly number[];
      }[];
    }
  | { readonly kind: 'gantt'; readonly tasks: readonly string[]; readonly sections: readonly string[] };

const chartShape = z.object({
  xAxis: z.object({ categories: z.array(z.coerce.string()) }),
  plots: z.array(
    z.object({
      type: z.string(),
      title: z.string().optional(),
      data: z.array(z.tuple([z.unknown(), z.number()])),
    }),
  ),
});
const taskShape = z.object({ task: z.string() });

/** Reads the text between the fences as Mermaid does; rejects where Mermaid would show an error. */
export async function readWithMermaid(text: string): Promise<DiagramModel> {
  const { default: mermaid } = await import('mermaid');
  // Parsing is what loads the diagrams.
  await mermaid.parse(text);
  const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  if (type === 'gantt' && 'getTasks' in db && 'getSections' in db) {
    const tasks = z.array(taskShape).parse(call(db.getTasks));
    return {
      kind: 'gantt',
      tasks: tasks.map(({ task }) => task.trim()),
      sections: z.array(z.string()).parse(call(db.getSections)),
    };
  }
  if (type === 'xychart' && 'getXYChartData' in db && 'getDiagramTitle' in db) {
    const title = z.string().parse(call(db.getDiagramTitle));
    const { xAxis, plots } = chartShape.parse(call(db.getXYChartData));
    const shown = plots.map((plot) => ({
      type: plot.type,
      name: plot.title ?? '',
      values: plot.data.map(([, value]) => value),
    }));
    return { kind: 'xychart', title, labels: xAxis.categories, plots: shown };
  }
  throw new Error(`Mermaid takes this for a ${type}.`);
}

function call(method: unknown): unknown {
  if (typeof method !== 'function') throw new Error('Mermaid has changed what a diagram offers.');
  return method();
}
